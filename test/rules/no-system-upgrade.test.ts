import { noSystemUpgrade } from '../../server/src/language/lint/rules/no-system-upgrade';
import { testRule } from '../support/testRule';

testRule(noSystemUpgrade, {
  good: [
    'FROM a\nRUN apt-get update && apt-get install -y x',
    'FROM a\nRUN apk add --upgrade x',
    // some packages only
    'FROM a\nRUN yum update -y openssl',
    'FROM a\nRUN dnf -y --setopt=x=1 upgrade openssl glibc',
    'FROM a\nRUN apk upgrade --no-cache busybox',
    'FROM a\nRUN npm update',
    'FROM a\nRUN yum check-update',
    'FROM a\nCMD apt-get upgrade',
  ],
  bad: [
    {
      code: 'FROM a\nRUN apt-get update && «apt-get -y upgrade»',
      as: [],
      message:
        '`apt-get upgrade` makes an image that depends on the day it was built, and keeps the old files in the layer below. Take a newer base image instead.',
    },
    { code: 'FROM a\nRUN «apt-get -o Dpkg::Options::=--force-confold dist-upgrade» -y' },
    { code: 'FROM a\nRUN «apk upgrade» --no-cache' },
    { code: 'FROM a\nRUN «yum update» -y && «dnf -y upgrade»' },
    { code: 'FROM a\nRUN «zypper -n up»', as: [] },
    { code: 'FROM a\nRUN «zypper dup»', as: ['DL3035'] },
    { code: 'FROM a\nRUN ["«zypper", "dist-upgrade»"]', as: ['DL3035'] },
    { code: 'FROM a\nONBUILD RUN «zypper dup»', as: ['DL3035'] },
  ],
});
