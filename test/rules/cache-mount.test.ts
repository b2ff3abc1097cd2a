import { cacheMount } from '../../server/src/language/lint/rules/cache-mount';
import { testRule } from '../support/testRule';

testRule(cacheMount, {
  good: [
    'FROM node AS b\nRUN --mount=type=cache,target=/root/.npm npm ci\nFROM scratch\nCOPY --from=b /a /',
    // no-package-cache says it
    'FROM node\nRUN npm ci',
    'FROM python\nRUN pip install -r r.txt',
    'FROM python\nUSER app\nRUN pip install --no-cache-dir -r r.txt',
    'FROM golang\nRUN go version',
    'FROM node AS b\nRUN npm install -g x\nFROM scratch',
  ],
  bad: [
    {
      code: 'FROM node AS b\nRUN «npm ci»\nFROM scratch\nCOPY --from=b /a /',
      fixed: 'FROM node AS b\nRUN --mount=type=cache,target=/root/.npm npm ci\nFROM scratch\nCOPY --from=b /a /',
      message: /`npm ci` downloads all anew/,
    },
    {
      code: 'FROM python\nRUN «pip install» --no-cache-dir -r r.txt',
      fixed: 'FROM python\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r r.txt',
    },
    {
      code: 'FROM golang\nRUN CGO_ENABLED=0 «go build» -ldflags="-s" ./x',
      fixed:
        'FROM golang\nRUN --mount=type=cache,target=/root/.cache/go-build --mount=type=cache,target=/go/pkg/mod CGO_ENABLED=0 go build -ldflags="-s" ./x',
    },
    {
      code: 'FROM maven\nRUN «mvn -B package» && x',
      fixed: 'FROM maven\nRUN --mount=type=cache,target=/root/.m2 mvn -B package && x',
    },
  ],
});
