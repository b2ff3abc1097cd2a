import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('extract-version', {
  does: [
    [
      '# syntax=docker/dockerfile:1\n\n# why\nFROM node:‸22.3-alpine AS a\n',
      '# syntax=docker/dockerfile:1\n\nARG NODE_VERSION=22.3\n# why\nFROM node:${NODE_VERSION}-alpine AS a\n',
      'Extract 22.3 to ARG NODE_VERSION',
    ],
    [
      'ARG A=1\n# why\nFROM x/my-app:«v1.2-b»\n',
      'ARG A=1\nARG MY_APP_VERSION=v1.2-b\n# why\nFROM x/my-app:${MY_APP_VERSION}\n',
    ],
    ['ARG NODE_VERSION=1\nFROM node:‸22\n', 'ARG NODE_VERSION=1\nARG NODE_VERSION_2=22\nFROM node:${NODE_VERSION_2}\n'],
    [
      'FROM a\n# why\nRUN curl https://github.com/cli/cli/releases/download/v«2.1.0»/gh_2.1.0_linux.tgz | tar xz\n',
      'FROM a\nARG CLI_VERSION=2.1.0\n# why\nRUN curl https://github.com/cli/cli/releases/download/v${CLI_VERSION}/gh_${CLI_VERSION}_linux.tgz | tar xz\n',
    ],
    [
      'FROM a\nRUN apt-get install -y curl=7.8‸8-1\n',
      'FROM a\nARG CURL_VERSION=7.88-1\nRUN apt-get install -y curl=${CURL_VERSION}\n',
    ],
    [
      'FROM a\nRUN pip install "flask==3‸.1"\n',
      'FROM a\nARG FLASK_VERSION=3.1\nRUN pip install "flask==${FLASK_VERSION}"\n',
    ],
    [
      'FROM mcr.microsoft.com/dotnet/sdk:‸9.0\n',
      'ARG DOTNET_SDK_VERSION=9.0\nFROM mcr.microsoft.com/dotnet/sdk:${DOTNET_SDK_VERSION}\n',
    ],
    // a longer number is another one
    ['FROM a\nRUN a «1.2» 1.2.3 11.2 v1.2\n', 'FROM a\nARG VERSION=1.2\nRUN a ${VERSION} 1.2.3 11.2 v${VERSION}\n'],
    ['FROM a\nRUN <<E\na bc-‸1.2\nE\n', 'FROM a\nARG BC_VERSION=1.2\nRUN <<E\na bc-${BC_VERSION}\nE\n'],
  ],
  refuses: [
    '‸FROM node:22\n',
    'FROM node:latest‸\n',
    'FROM ‸node\n',
    'FROM node:${V}‸\n',
    "FROM a\nRUN a 'b-‸1.2'\n",
    'FROM a\nRUN ["a", "1‸.2"]\n',
    'FROM a\nRUN a «b 1.2»\n',
    'FROM a\nRUN a 1‸\n',
    'FROM a\nSHELL ["pwsh", "-c"]\nRUN a 1‸.2\n',
    'FROM a\nCOPY a-‸1.2 b\n',
    'FROM a\nCMD a 1‸.2\n',
    'FROM a\nONBUILD RUN a 1‸.2\n',
  ],
});
