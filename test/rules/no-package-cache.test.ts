import { noPackageCache } from '../../server/src/language/lint/rules/no-package-cache';
import { testRule } from '../support/testRule';

testRule(noPackageCache, {
  good: [
    'FROM python\nRUN pip install --no-cache-dir six',
    'FROM python\nENV PIP_NO_CACHE_DIR=1\nRUN pip install six',
    'FROM python AS a\nENV PIP_NO_CACHE_DIR="on"\nFROM a\nRUN python3 -m pip install six',
    'FROM python\nRUN export PIP_NO_CACHE_DIR=yes && pip install six',
    'FROM python\nRUN --mount=type=cache,target=/root/.cache/pip pip install six',
    'FROM python\nRUN --mount=type=cache,target=/home/me/.cache pip install six',
    'FROM python\nRUN pip download six && pipx install six',
    'FROM alpine\nRUN apk add --no-cache git',
    'FROM alpine\nRUN --mount=type=cache,target=/var/cache/apk apk add git',
    'FROM fedora\nRUN dnf install -y git && dnf clean all',
    'FROM fedora\nRUN dnf install -y git && rm -rf /var/cache/dnf',
    'FROM fedora\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y git',
    'FROM centos\nRUN yum install -y git && yum -y clean all && rm -rf /var/cache/yum',
    'FROM opensuse/leap\nRUN zypper -n in git && zypper cc -a',
    'FROM node\nRUN yarn install && yarn cache clean',
    'FROM node\nRUN --mount=type=cache,target=/root/.cache/yarn yarn install',
    'FROM node AS a\nRUN yarn install\nFROM scratch\nCOPY --from=a /a /a',
  ],
  bad: [
    {
      code: 'FROM python\nRUN «pip install» six',
      fixed: 'FROM python\nRUN pip install --no-cache-dir six',
      choices: ['Add --no-cache-dir', 'Use a cache mount'],
      as: ['DL3042'],
    },
    {
      code: 'FROM python\nENV PIP_NO_CACHE_DIR=off\nRUN «python -m pip install» -r a.txt',
      fixed: 'FROM python\nENV PIP_NO_CACHE_DIR=off\nRUN python -m pip install --no-cache-dir -r a.txt',
      as: ['DL3042'],
    },
    {
      code: 'FROM python AS a\nENV PIP_NO_CACHE_DIR=1\nFROM python\nRUN «pip3 install» six',
      fixed: 'FROM python AS a\nENV PIP_NO_CACHE_DIR=1\nFROM python\nRUN pip3 install --no-cache-dir six',
    },
    {
      code: 'FROM alpine\nRUN «apk add» -U git && rm -rf /var/cache/apk/*',
      fixed: 'FROM alpine\nRUN apk add --no-cache -U git && rm -rf /var/cache/apk/*',
      as: ['DL3019'],
      message: /no cache to update and to delete/,
    },
    {
      code: 'FROM fedora\nRUN dnf install -y a && dnf clean all && «dnf install» -y b',
      fixed: 'FROM fedora\nRUN dnf install -y a && dnf clean all && dnf install -y b && dnf clean all',
      as: [],
    },
    {
      code: 'FROM centos\nRUN yum clean all && \\\n    «yum install» -y a',
      fixed: 'FROM centos\nRUN yum clean all && \\\n    yum install -y a && \\\n    yum clean all',
      as: ['DL3032'],
    },
    {
      code: 'FROM fedora\nRUN «microdnf install» -y a',
      fixed: 'FROM fedora\nRUN microdnf install -y a && microdnf clean all',
      as: ['DL3040'],
    },
    {
      code: 'FROM opensuse/leap\nONBUILD RUN «zypper -n install» a',
      fixed: 'FROM opensuse/leap\nONBUILD RUN zypper -n install a && zypper clean --all',
      as: ['DL3036'],
    },
    {
      code: 'FROM node\nRUN «yarn install» && yarn build',
      fixed: 'FROM node\nRUN yarn install && yarn build && yarn cache clean',
      as: ['DL3060'],
    },
  ],
});
