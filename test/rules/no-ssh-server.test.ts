import { noSshServer } from '../../server/src/language/lint/rules/no-ssh-server';
import { testRule } from '../support/testRule';

testRule(noSshServer, {
  good: [
    'FROM a\nRUN apt-get install -y openssh-client',
    'FROM a\nRUN apk add openssh',
    'FROM a\nRUN apt-get remove openssh-server',
    'FROM a\nEXPOSE 80 2222 22/udp $PORT',
  ],
  bad: [
    {
      code: 'FROM a\nRUN apt-get update && apt-get install -y git \\\n  «openssh-server» vim',
      as: [],
      message: /^`openssh-server` puts/,
    },
    { code: 'FROM a\nRUN apk add --no-cache «dropbear»=2024.86-r0' },
    { code: 'FROM a\nEXPOSE 80 «22»', message: /^Port 22 is/ },
    { code: 'FROM a\nEXPOSE «22/tcp»\nEXPOSE «20-30»' },
    { code: 'FROM a\nONBUILD RUN yum install -y «openssh-server»' },
    { code: 'FROM a\nONBUILD EXPOSE «22»' },
  ],
});
