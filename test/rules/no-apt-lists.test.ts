import { noAptLists } from '../../server/src/language/lint/rules/no-apt-lists';
import { testRule } from '../support/testRule';

const clean = 'rm -rf /var/lib/apt/lists/*';

testRule(noAptLists, {
  good: [
    `FROM debian\nRUN apt-get update && apt-get install -y git && ${clean}`,
    'FROM debian\nRUN apt-get update; apt-get install -y git; rm -r /var/lib/apt/lists/ /tmp/*',
    'FROM debian\nRUN apt-get update && apt-get install -y git && apt-get distclean',
    'FROM debian\nRUN apt-get update && apt-get install -y git && find /var/lib/apt/lists -type f -delete',
    'FROM debian\nRUN apt-get update && rm -rf /var/lib/{apt,dpkg,cache}/*',
    'FROM debian\nRUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt apt-get update',
    'FROM debian\nRUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update',
    'FROM debian AS build\nRUN apt-get update && apt-get install -y gcc\nFROM scratch\nCOPY --from=build /a /a',
    'FROM debian\nRUN apt-get install -y git',
    'FROM debian\nENV A="apt-get update"',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN «apt-get update» && apt-get install -y git',
      fixed: `FROM debian\nRUN apt-get update && apt-get install -y git && ${clean}`,
      as: ['DL3009'],
    },
    {
      code: 'FROM debian\nRUN «apt-get update» \\\n && apt-get install -y \\\n      git \\\n && apt-get clean',
      fixed: `FROM debian\nRUN apt-get update \\\n && apt-get install -y \\\n      git \\\n && apt-get clean \\\n && ${clean}`,
      message: /apt-get clean.*does not remove/,
    },
    {
      code: 'FROM debian\nRUN set -eux; \\\n\t«apt-get update»; \\\n\t# why\n\tapt-get install -y git',
      fixed: `FROM debian\nRUN set -eux; \\\n\tapt-get update; \\\n\t# why\n\tapt-get install -y git; \\\n\t${clean}`,
    },
    {
      code: 'FROM debian\nRUN <<E\nset -e\n«apt-get update»\napt-get install -y git\nE\nUSER a',
      fixed: `FROM debian\nRUN <<E\nset -e\napt-get update\napt-get install -y git\n${clean}\nE\nUSER a`,
    },
    {
      code: 'FROM debian\nRUN <<E\n«apt-get update»\ncat <<F && b\nx\nF\nE',
    },
    {
      code: 'FROM debian AS base\nRUN «apt update» -qq\nFROM base',
      fixed: `FROM debian AS base\nRUN apt update -qq && ${clean}\nFROM base`,
      as: ['DL3009'],
    },
    {
      code: `FROM debian\nRUN ${clean} && «apt-get update»`,
      fixed: `FROM debian\nRUN ${clean} && apt-get update && ${clean}`,
      as: [],
    },
    {
      code: 'FROM debian AS a\nONBUILD RUN «apt-get update»\nFROM scratch',
      fixed: `FROM debian AS a\nONBUILD RUN apt-get update && ${clean}\nFROM scratch`,
      as: ['DL3009'],
    },
    {
      code: 'FROM debian\nRUN rm /etc/apt/apt.conf.d/docker-clean\nRUN --mount=type=cache,target=/var/lib/apt «apt-get update»',
      message: /cache mount/,
      as: ['DL3009'],
    },
    {
      code: 'FROM debian\nRUN ["bash", "-c", "«apt-get update» && \\"a\\""]',
      fixed: `FROM debian\nRUN ["bash", "-c", "apt-get update && \\"a\\" && ${clean}"]`,
    },
  ],
});
