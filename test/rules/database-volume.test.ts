import { databaseVolume } from '../../server/src/language/lint/rules/database-volume';
import { testRule } from '../support/testRule';

testRule(databaseVolume, {
  good: [
    'FROM ubuntu:24.04\nVOLUME /var/lib/mysql\nCMD ["mysqld"]',
    'FROM ubuntu:24.04 AS a\nVOLUME /var/lib/mysql\nFROM a\nCMD ["mysqld"]',
    // has one
    'FROM mysql:8.4\nCMD ["mysqld", "--character-set-server=utf8mb4"]',
    // may have one
    'FROM example/mysql\nCMD ["mysqld"]',
    'FROM ubuntu:24.04\nCMD ["nginx"]',
    'FROM ubuntu:24.04\nRUN mysqld &',
  ],
  bad: [
    {
      code: 'FROM ubuntu:24.04\nRUN apt-get install -y mysql-server\nCMD ["«mysqld»"]',
      as: [],
      message:
        'What this database stores is deleted with its container. Keep the data outside: `VOLUME /var/lib/mysql` here, or `-v data:/var/lib/mysql` with `docker run`.',
    },
    { code: 'FROM alpine:3.23\nVOLUME /x\nFROM alpine:3.23\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["«postgres»"]' },
    { code: 'FROM debian:12 AS a\nFROM a\nCMD exec «/usr/bin/mongod» --bind_ip_all' },
  ],
});
