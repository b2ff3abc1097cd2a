import { checksumSpacing } from '../../server/src/language/lint/rules/checksum-spacing';
import { testRule } from '../support/testRule';

testRule(checksumSpacing, {
  good: [
    'FROM alpine\nRUN echo "$SUM  a.tgz" | sha256sum -c -',
    'FROM alpine\nRUN echo "$SUM *a.tgz" | sha256sum -c -',
    'FROM debian\nRUN echo "$SUM a.tgz" | sha256sum -c -',
    'FROM alpine\nRUN apk add --no-cache coreutils && echo "$SUM a.tgz" | sha256sum -c -',
    'FROM alpine\nRUN echo "a b" | sha256sum',
  ],
  bad: [
    {
      code: 'FROM alpine\nRUN x && echo «"$SUM a.tgz"» | sha256sum -c -',
      fixed: 'FROM alpine\nRUN x && echo "$SUM  a.tgz" | sha256sum -c -',
      message: /sha256sum/,
    },
    {
      code: "FROM python:3-alpine\nONBUILD RUN echo «'0a /tmp/a'» | md5sum -c",
      fixed: "FROM python:3-alpine\nONBUILD RUN echo '0a  /tmp/a' | md5sum -c",
    },
  ],
});
