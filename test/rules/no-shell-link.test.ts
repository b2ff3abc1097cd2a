import { noShellLink } from '../../server/src/language/lint/rules/no-shell-link';
import { testRule } from '../support/testRule';

testRule(noShellLink, {
  good: ['FROM a:1\nRUN ln -sf /bin/true /sbin/initctl', 'FROM a:1\nRUN ln -s a b && x /bin/sh'],
  bad: [
    {
      code: 'FROM a:1\nRUN «ln -sfv /bin/bash /bin/sh»\nRUN x',
      fixed: 'FROM a:1\nSHELL ["/bin/bash", "-c"]\nRUN x',
      as: ['DL4005'],
    },
    { code: 'FROM a:1\nRUN rm /bin/sh && «ln -s /bin/bash /bin/sh»', as: ['DL4005'] },
    {
      code: 'FROM a:1\nonbuild run «ln -s /bin/bash /bin/sh»',
      fixed: 'FROM a:1\nonbuild shell ["/bin/bash", "-c"]',
    },
    { code: 'FROM a:1\nRUN «sudo ln -s bash /bin/sh»', as: [] },
  ],
});
