import { noPasswordInImage } from '../../server/src/language/lint/rules/no-password-in-image';
import { testRule } from '../support/testRule';

testRule(noPasswordInImage, {
  good: [
    'FROM a\nRUN useradd -m me && usermod -L me && passwd -l me',
    "FROM a\nRUN useradd -p '*' me",
    'FROM a\nRUN --mount=type=secret,id=p chpasswd < /run/secrets/p',
    'FROM a\nRUN echo chpasswd',
  ],
  bad: [
    { code: 'FROM a\nRUN echo "root:root" | «chpasswd»' },
    { code: 'FROM a\nRUN echo x | «passwd» --stdin me' },
    { code: "FROM a\nRUN «useradd» -m -p '$1$ab' me && sudo «usermod» --password=x me" },
    { code: 'FROM a\nONBUILD RUN «chpasswd» <<< a:b' },
  ],
});
