import { layerCacheOrder } from '../../server/src/language/lint/rules/layer-cache-order';
import { testRule } from '../support/testRule';

testRule(layerCacheOrder, {
  good: [
    'FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .',
    'FROM node\nCOPY package.json /app/\nRUN cd /app && npm ci\nCOPY . /app\nRUN npm run build',
    'FROM node\nCOPY . .\nRUN npm install -g serve && npm run build',
    'FROM node\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci',
    'FROM python\nCOPY . /app\nRUN pip install /app && pip install flask',
    'FROM python\nCOPY app/requirements.txt /app/\nRUN pip install -r /app/requirements.txt\nCOPY app /app',
    'FROM python\nCOPY wheels /w\nRUN pip install --no-index -f /w -r /w/r.txt',
    // the manifest does not come from the context
    'FROM python\nRUN git clone https://a/b /b\nCOPY . /c\nRUN pip install -r /b/requirements.txt',
    'FROM node AS a\nFROM node\nCOPY --from=a . .\nRUN npm ci',
    // what is installed already costs little
    'FROM node\nCOPY package.json .\nRUN npm ci\nCOPY . .\nRUN npm run build\nRUN npm install --production',
    'FROM node\nCOPY . .\nRUN cd $X && npm ci',
  ],
  bad: [
    {
      code: 'FROM node\nWORKDIR /app\nCOPY . .\nRUN «npm ci»\nCMD node .',
      fixed: 'FROM node\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD node .',
      message: /`COPY \. \.` above .* `npm ci` anew.*`package\*\.json`/,
    },
    {
      code: 'FROM python\nCOPY . /app\nWORKDIR /app\nRUN «pip install --no-cache-dir -r requirements/prod.txt»',
      fixed:
        'FROM python\nCOPY requirements/prod.txt /app/requirements/\nWORKDIR /app\n' +
        'RUN pip install --no-cache-dir -r requirements/prod.txt\nCOPY . /app',
    },
    {
      code: 'FROM node\nCOPY --chown=node ./ /a/\nWORKDIR /a\nRUN «yarn install» --frozen-lockfile \\\n && yarn build\n',
      fixed:
        'FROM node\nCOPY --chown=node package.json yarn.lock* /a/\nWORKDIR /a\n' +
        'RUN yarn install --frozen-lockfile\nCOPY --chown=node ./ /a/\nRUN yarn build\n',
    },
    {
      code: 'FROM golang\nWORKDIR /a\nCOPY go.mod .\nCOPY . .\nRUN «go mod download»\nRUN go build',
      fixed: 'FROM golang\nWORKDIR /a\nCOPY go.mod .\nRUN go mod download\nCOPY . .\nRUN go build',
    },
    // a choice that only a person can make
    { code: 'FROM python\nENV D=/app\nCOPY . $D\nRUN apt-get update\nRUN «pip install -r /app/r.txt»' },
    { code: 'FROM node\nCOPY . .\nRUN «npm ci» && npm run build && rm -rf src' },
    { code: 'FROM python\nCOPY . /app\nRUN cd /app && «poetry install»' },
    { code: 'FROM rust\nWORKDIR /a\nCOPY . .\nRUN «cargo build» --release' },
    { code: 'FROM python\nCOPY app /app\nRUN «pip3 install -r /app/requirements.txt»' },
  ],
});
