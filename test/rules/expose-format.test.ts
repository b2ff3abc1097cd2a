import { exposeFormat } from '../../server/src/language/lint/rules/expose-format';
import { testRule } from '../support/testRule';

testRule(exposeFormat, {
  good: ['FROM a:1\nEXPOSE 80 443/tcp 8000-8010', 'FROM a:1\nARG P\nEXPOSE $P:80', 'FROM a:1\nEXPOSE 99999:99999'],
  bad: [
    {
      code: 'FROM a:1\nEXPOSE «127.0.0.1:80:80» «[::1]:8080:8080/udp» «5000:5001» 8000',
      fixed: 'FROM a:1\nEXPOSE 80 8080/udp 5001 8000',
      as: ['ExposeInvalidFormat'],
      message: 'docker run -p 127.0.0.1:80:80',
    },
    { code: 'FROM a:1\nARG P=80:80\nEXPOSE «$P»' },
  ],
});
