import { pinLanguagePackages } from '../../server/src/language/lint/rules/pin-language-packages';
import { testRule } from '../support/testRule';

testRule(pinLanguagePackages, {
  good: [
    'FROM python\nRUN pip install six==1.16.0 "flask>=3,<4" ./a.whl -r a.txt',
    'FROM python\nRUN pip install -c constraints.txt six && pip install .',
    'FROM python\nRUN pip install git+https://github.com/a/b@1.0',
    'FROM node\nRUN npm ci && npm install && npm install -g npm@11.0.0 @a/b@1.2.3 ./folder git://b.org/c.git#v1',
    'FROM ruby\nRUN gem install bundler:2.5.1 && gem install rake -v 13.0.6',
    'FROM golang\nRUN go install example.com/a@v1.2.3 && go get ./... && go run . && go run main.go && go mod download',
    'FROM debian\nRUN apt-get install -y git',
  ],
  bad: [
    { code: 'FROM python\nRUN pip install six==1 «flask» gunicorn', as: ['DL3013'], message: /`flask` and 1 more/ },
    { code: 'FROM python\nRUN python -m pip install -U «pip»', as: ['DL3013'] },
    { code: 'FROM python\nRUN pip install «git+https://github.com/a/b»', as: ['DL3013'] },
    { code: 'FROM python\nRUN pip install -r a.txt «gunicorn»', as: [] },
    { code: 'FROM node\nRUN npm install -g «@a/b»', as: ['DL3016'] },
    { code: 'FROM node\nRUN npm install -g «npm@latest»', as: [] },
    { code: 'FROM node\nRUN npm install «git+ssh://git@b.org:c/d.git»', as: ['DL3016'] },
    { code: 'FROM ruby\nONBUILD RUN gem install «bundler»', as: ['DL3028'] },
    { code: 'FROM golang\nRUN go install «example.com/a@latest»', as: ['DL3062'] },
    { code: 'FROM golang\nRUN go run «example.com/a» -x b', as: ['DL3062'] },
  ],
});
