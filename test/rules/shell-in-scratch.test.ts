import { shellInScratch } from '../../server/src/language/lint/rules/shell-in-scratch';
import { testRule } from '../support/testRule';

testRule(shellInScratch, {
  good: [
    'FROM scratch\nADD rootfs.tar.xz /\nCMD bash',
    'FROM scratch\nCOPY --from=b / /\nRUN x',
    'FROM scratch\nCOPY --from=b /out /\nCMD x',
    'FROM scratch\nCOPY busybox /bin/sh\nRUN x',
    'FROM scratch\nCOPY app /app\nCMD ["/app"]',
    'FROM scratch\nRUN ["/app"]',
    'FROM alpine\nRUN x',
  ],
  bad: [
    { code: 'FROM scratch\n«RUN» mkdir /x', message: /has no \/bin\/sh/ },
    { code: 'FROM scratch\nCOPY --from=b /go/bin/app /app\n«CMD» /app', message: /shell form of CMD/ },
    { code: 'FROM scratch AS x\nCOPY app /\nCOPY ca.crt /etc/ssl/\n«ENTRYPOINT» /app --port 80' },
  ],
});
