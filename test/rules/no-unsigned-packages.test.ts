import { noUnsignedPackages } from '../../server/src/language/lint/rules/no-unsigned-packages';
import { testRule } from '../support/testRule';

testRule(noUnsignedPackages, {
  good: [
    'FROM alpine\nRUN apk add --no-cache git',
    'FROM debian\nRUN echo "deb [signed-by=/k.gpg] https://b stable main" > /etc/apt/sources.list.d/b.list',
    'FROM fedora\nRUN dnf install -y git && echo --nogpgcheck',
  ],
  bad: [
    { code: 'FROM alpine\nRUN apk add «--allow-untrusted» a.apk', fixed: 'FROM alpine\nRUN apk add a.apk' },
    {
      code: 'FROM debian\nRUN apt-get install -y «--allow-unauthenticated» a',
      fixed: 'FROM debian\nRUN apt-get install -y a',
    },
    { code: 'FROM debian\nRUN apt-get install «--force-yes» a', fixed: 'FROM debian\nRUN apt-get install -y a' },
    { code: 'FROM debian\nRUN apt-get -y install a «--force-yes»', fixed: 'FROM debian\nRUN apt-get -y install a' },
    { code: 'FROM fedora\nRUN dnf -y «--nogpgcheck» install a', fixed: 'FROM fedora\nRUN dnf -y install a' },
    {
      code: 'FROM opensuse/leap\nRUN zypper «--no-gpg-checks» -n in a',
      fixed: 'FROM opensuse/leap\nRUN zypper -n in a',
    },
    { code: 'FROM centos\nONBUILD RUN rpm -i «--nosignature» a.rpm', fixed: 'FROM centos\nONBUILD RUN rpm -i a.rpm' },
    { code: 'FROM debian\nRUN echo «"deb [trusted=yes] http://b ./"» > /etc/apt/sources.list', message: /signed-by/ },
  ],
});
