import { noInsecureTls } from '../../server/src/language/lint/rules/no-insecure-tls';
import { testRule } from '../support/testRule';

testRule(noInsecureTls, {
  good: [
    'FROM a\nRUN curl -fsSLo k https://b && wget https://b',
    'FROM a\nENV NODE_TLS_REJECT_UNAUTHORIZED=1 GIT_SSL_NO_VERIFY=false',
    'FROM a\nARG PIP_TRUSTED_HOST',
    'FROM a\nRUN git config --global http.sslVerify true && npm config set strict-ssl true',
    'FROM a\nRUN curl -H kind https://b && grep -k x',
  ],
  bad: [
    { code: 'FROM a\nRUN curl «-k» https://b', fixed: 'FROM a\nRUN curl https://b', message: /`-k`/ },
    { code: 'FROM a\nRUN curl «-fkL» https://b', fixed: 'FROM a\nRUN curl -fL https://b' },
    { code: 'FROM a\nRUN ["curl", "«--insecure»", "b"]', fixed: 'FROM a\nRUN ["curl", "b"]' },
    {
      code: 'FROM a\nRUN wget -q \\\n    «--no-check-certificate» https://b',
      fixed: 'FROM a\nRUN wget -q \\\n    https://b',
    },
    {
      code: 'FROM a\nRUN python3 -m pip install «--trusted-host pypi.org» six',
      fixed: 'FROM a\nRUN python3 -m pip install six',
    },
    { code: 'FROM a\nRUN pip install «--trusted-host=pypi.org» six', fixed: 'FROM a\nRUN pip install six' },
    { code: 'FROM a\nRUN git config --global «http.sslVerify false» && git -c «http.sslVerify=false» clone b' },
    { code: 'FROM a\nRUN npm config set «strict-ssl false» && npm --registry b «--strict-ssl=false» ci' },
    { code: 'FROM a\nRUN yum install -y «--setopt=sslverify=false» b' },
    { code: 'FROM a\nRUN apt-get -o «Acquire::https::Verify-Peer=false» update' },
    { code: 'FROM a\nRUN «GIT_SSL_NO_VERIFY=1» git clone b && export «PYTHONHTTPSVERIFY=0»' },
    { code: 'FROM a\nENV «NODE_TLS_REJECT_UNAUTHORIZED=0»\nUSER b', fixed: 'FROM a\nUSER b', message: /ENV keeps/ },
    { code: 'FROM a\nENV A=1 «GIT_SSL_NO_VERIFY="true"» B=2', fixed: 'FROM a\nENV A=1 B=2' },
    { code: 'FROM a\nENV «npm_config_strict_ssl=false» B=2', fixed: 'FROM a\nENV B=2' },
    { code: 'FROM a\nONBUILD ARG «PIP_TRUSTED_HOST=b»', fixed: 'FROM a\n' },
  ],
});
