import { userInScratch } from '../../server/src/language/lint/rules/user-in-scratch';
import { testRule } from '../support/testRule';

testRule(userInScratch, {
  good: [
    'FROM scratch\nUSER 1000:1000',
    'FROM scratch\nCOPY --from=b /etc/passwd /etc/passwd\nUSER app',
    'FROM scratch\nCOPY passwd.minimal /etc/\nUSER app',
    'FROM scratch\nADD rootfs.tar /\nUSER app',
    'FROM scratch\nUSER $UID',
    'FROM alpine\nUSER app',
  ],
  bad: [
    { code: 'FROM scratch\nCOPY app /app\nUSER «nonroot»\nCMD ["/app"]', message: /which number `nonroot` is/ },
    { code: 'FROM scratch\nCOPY app /app\nUSER «app:1000»' },
  ],
});
