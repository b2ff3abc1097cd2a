import { noUpdateAlone } from '../../server/src/language/lint/rules/no-update-alone';
import { testRule } from '../support/testRule';

testRule(noUpdateAlone, {
  good: [
    'FROM debian\nRUN apt-get update && apt-get install -y git',
    'FROM debian\nRUN apt-get update && ./install.sh',
    'FROM debian\nRUN --mount=type=cache,target=/var/lib/apt/lists apt-get update',
    'FROM alpine\nRUN apk update && apk upgrade',
    'FROM a\nRUN npm update',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN «apt-get update» -qq\nRUN apt-get install -y \\\n    git\nUSER a',
      fixed: 'FROM debian\nRUN apt-get update -qq && apt-get install -y \\\n    git\nUSER a',
      message: /apt-get update/,
    },
    { code: 'FROM debian\nRUN set -e; «apt-get -y update»; rm -rf /var/lib/apt/lists/*\nRUN b' },
    { code: 'FROM alpine\nRUN «apk update»\nCOPY a b\nRUN apk add git' },
    { code: 'FROM opensuse/leap\nRUN «zypper ref»\nRUN --mount=type=cache,target=/x zypper -n in git' },
  ],
});
