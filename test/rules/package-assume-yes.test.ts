import { packageAssumeYes } from '../../server/src/language/lint/rules/package-assume-yes';
import { testRule } from '../support/testRule';

testRule(packageAssumeYes, {
  good: [
    'FROM debian\nRUN apt-get update && apt-get install -y git',
    'FROM debian\nRUN apt-get -qq install git',
    'FROM debian\nRUN apt-get install -q -q git && apt-get install --quiet=2 git',
    'FROM debian\nRUN apt-get -o APT::Get::Assume-Yes=true install git',
    'FROM debian\nRUN yes | apt-get install git',
    'FROM debian\nRUN apt-get install -s git',
    'FROM fedora\nRUN dnf -y install git && dnf --assumeyes upgrade && microdnf install -y git',
    'FROM opensuse/leap\nRUN zypper -n install git && zypper install --no-confirm git',
    'FROM alpine\nRUN apk add git',
    'FROM debian\nCMD apt-get install git',
    'FROM debian\nSHELL ["pwsh", "-c"]\nRUN apt-get install git',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN «apt-get install» git',
      fixed: 'FROM debian\nRUN apt-get install -y git',
      as: ['DL3014'],
      message: /apt-get/,
    },
    {
      code: 'FROM debian\nRUN apt-get update && \\\n    DEBIAN_FRONTEND=noninteractive «apt-get -q install» \\\n    # all of it\n    git',
      fixed:
        'FROM debian\nRUN apt-get update && \\\n    DEBIAN_FRONTEND=noninteractive apt-get -q install -y \\\n    # all of it\n    git',
      as: [],
    },
    {
      code: 'FROM debian\nRUN ["«apt-get", "install»", "git"]',
      fixed: 'FROM debian\nRUN ["apt-get", "install", "-y", "git"]',
      as: ['DL3014'],
    },
    {
      code: 'FROM debian\nRUN ["sh", "-c", "«apt-get install» git"]',
      fixed: 'FROM debian\nRUN ["sh", "-c", "apt-get install -y git"]',
      as: [],
    },
    { code: 'FROM debian\nRUN sudo «apt-get upgrade»', fixed: 'FROM debian\nRUN sudo apt-get upgrade -y', as: [] },
    {
      code: 'FROM centos\nRUN <<E\n«yum install» a\nE',
      fixed: 'FROM centos\nRUN <<E\nyum install -y a\nE',
      as: ['DL3030'],
    },
    { code: 'FROM fedora\nRUN «microdnf install» a', fixed: 'FROM fedora\nRUN microdnf install -y a', as: ['DL3038'] },
    { code: 'FROM opensuse/leap\nRUN «zypper in» a', fixed: 'FROM opensuse/leap\nRUN zypper in -y a', as: ['DL3034'] },
    {
      code: 'FROM debian\nONBUILD RUN «apt-get install» a',
      fixed: 'FROM debian\nONBUILD RUN apt-get install -y a',
      as: ['DL3014'],
    },
  ],
});
