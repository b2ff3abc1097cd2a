import { curlFail } from '../../server/src/language/lint/rules/curl-fail';
import { testRule } from '../support/testRule';

testRule(curlFail, {
  good: [
    'FROM a\nRUN curl -fsSL https://b | sh',
    'FROM a\nRUN curl --fail-with-body -O https://b',
    'FROM a\nRUN curl -sI https://b && curl -s -w "%{http_code}" https://b',
    'FROM a\nRUN if curl -s https://b; then c; fi',
    'FROM a\nRUN curl -sSLo c.tgz https://b && echo "$SUM  c.tgz" | sha256sum -c',
    'FROM a\nRUN curl --version && curl file:///etc/passwd',
    'FROM a\nHEALTHCHECK CMD curl http://localhost',
  ],
  bad: [
    { code: 'FROM a\nRUN «curl» -sL https://b | bash -', fixed: 'FROM a\nRUN curl -f -sL https://b | bash -' },
    { code: 'FROM a\nONBUILD RUN «curl» -o c "$URL"', fixed: 'FROM a\nONBUILD RUN curl -f -o c "$URL"' },
    { code: 'FROM a\nRUN ["«curl»", "-O", "b"]', fixed: 'FROM a\nRUN ["curl", "-f", "-O", "b"]' },
  ],
});
