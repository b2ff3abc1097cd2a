import { httpsDownload } from '../../server/src/language/lint/rules/https-download';
import { testRule } from '../support/testRule';

testRule(httpsDownload, {
  good: [
    'FROM a\nRUN curl -fO https://b.org/c && wget -q https://b.org/d',
    'FROM a\nRUN curl -f http://localhost:8080/ && wget http://127.0.0.1/a http://10.0.0.1/a http://files/a',
    'FROM a\nRUN wget http://b.org/c.tgz && sha256sum -c c.sum',
    'FROM a\nRUN curl -x http://proxy.b.org https://c.org',
    'FROM a\nRUN echo http://b.org',
  ],
  bad: [
    { code: 'FROM a\nRUN wget -q «http://b.org/c»', fixed: 'FROM a\nRUN wget -q https://b.org/c' },
    { code: 'FROM a\nRUN curl -fO «"http://b.org/$C"»', fixed: 'FROM a\nRUN curl -fO "https://b.org/$C"' },
    { code: 'FROM a\nRUN ["curl", "«http://b.org»"]', fixed: 'FROM a\nRUN ["curl", "https://b.org"]' },
    { code: 'FROM a\nONBUILD RUN sudo curl «http://b.org»', fixed: 'FROM a\nONBUILD RUN sudo curl https://b.org' },
  ],
});
