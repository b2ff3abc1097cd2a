import { noRecommendedPackages } from '../../server/src/language/lint/rules/no-recommended-packages';
import { testRule } from '../support/testRule';

testRule(noRecommendedPackages, {
  good: [
    'FROM debian\nRUN apt-get install -y --no-install-recommends git',
    'FROM debian\nRUN apt-get --no-install-recommends -y install git',
    'FROM debian\nRUN apt-get -o APT::Install-Recommends=0 install git',
    'FROM debian\nRUN echo \'APT::Install-Recommends "false";\' > /etc/apt/apt.conf.d/x && apt-get install git',
    'FROM debian\nRUN apt-get install -y --install-recommends git',
    'FROM debian\nRUN apt-get upgrade -y',
    'FROM fedora\nRUN dnf install -y git',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN apt-get update && «apt-get install» -y \\\n    git',
      fixed: 'FROM debian\nRUN apt-get update && apt-get install --no-install-recommends -y \\\n    git',
      as: ['DL3015'],
    },
    {
      code: 'FROM debian\nRUN «apt install» -y git',
      fixed: 'FROM debian\nRUN apt install --no-install-recommends -y git',
      as: [],
    },
    {
      code: 'FROM debian\nONBUILD RUN «apt-get -y install» git',
      fixed: 'FROM debian\nONBUILD RUN apt-get -y install --no-install-recommends git',
      as: ['DL3015'],
    },
  ],
});
