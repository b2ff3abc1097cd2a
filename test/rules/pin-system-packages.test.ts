import { pinSystemPackages } from '../../server/src/language/lint/rules/pin-system-packages';
import { testRule } from '../support/testRule';

testRule(pinSystemPackages, {
  good: [
    'FROM debian\nRUN apt-get install -y curl=7.88.1-10+deb12u5 git=1:2.39.*',
    'FROM debian\nRUN apt-get install -y -t bookworm-backports curl/bookworm ./a.deb',
    'FROM alpine\nRUN apk add --no-cache --virtual .deps git~=2.45 "curl>8"',
    'FROM fedora\nRUN dnf install -y git-2.45.1 ./a.rpm git-core-$VERSION && dnf group install -y "C Development"',
    'FROM opensuse/leap\nRUN zypper in -y git=2.45 "curl>8"',
    'FROM python\nRUN pip install six',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN apt-get install -y a=1 \\\n  «curl» git',
      as: ['DL3008'],
      message: /`curl` and 1 more/,
    },
    { code: 'FROM debian\nRUN apt-get install -y «$PACKAGES»', as: ['DL3008'] },
    { code: 'FROM debian\nRUN sudo apt-get install -y «git»', as: [] },
    { code: 'FROM alpine\nONBUILD RUN apk add -t x «git»', as: ['DL3018'] },
    { code: 'FROM centos\nRUN yum install -y «git»', as: ['DL3033'] },
    { code: 'FROM fedora\nRUN microdnf install -y «rpm-sign»', as: ['DL3041'] },
    { code: 'FROM opensuse/leap\nRUN zypper -n in «git»', as: ['DL3037'] },
  ],
});
