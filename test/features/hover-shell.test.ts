import { describe } from 'vitest';
import type { OPERATORS } from '../../server/src/language/knowledge/operators';
import { en } from '../../server/src/language/knowledge/reference/en';
import { ko } from '../../server/src/language/knowledge/reference/ko';
import { testHover } from '../support/hovers';

describe('the shell', () => {
  /** A script with the operator behind the cursor, and how the operator stands there. */
  const scripts: Readonly<Record<keyof typeof OPERATORS, readonly [script: string, about: string]>> = {
    '&&': ['a ‸&& b', '&&'],
    '||': ['a ‸|| b', '||'],
    ';': ['a ‸; b', ';'],
    '|': ['a ‸| b', '|'],
    '|&': ['a ‸|& b', '|&'],
    '&': ['a ‸& b', '&'],
    '!': ['‸! a', '!'],
    '()': ['‸(a)', '('],
    '{}': ['‸{ a; }', '{'],
    '$()': ['echo ‸$(a)', '$('],
    '>': ['a ‸> b', '>'],
    '>>': ['a ‸>> b', '>>'],
    '>|': ['a ‸>| b', '>|'],
    '<': ['a ‸< b', '<'],
    '<<': ['<<E\nb ‸<<X\nX\nE', '<<'],
    '<<-': ['<<E\nb ‸<<-X\nX\nE', '<<-'],
    '<<<': ['a ‸<<< b', '<<<'],
    '2>': ['a ‸2> b', '2>'],
    '2>>': ['a ‸2>> b', '2>>'],
    '2>&1': ['a ‸2>&1', '2>&1'],
    '>&2': ['a ‸>&2', '>&2'],
    '&>': ['a ‸&> b', '&>'],
    '&>>': ['a ‸&>> b', '&>>'],
  };
  for (const [token, [script, about]] of Object.entries(scripts)) {
    const said = (reference: typeof en) => {
      const { summary, inRun, ...rest } = reference.operators[token as keyof typeof OPERATORS];
      return [summary, inRun, ...('success' in rest ? [rest.success, rest.failure] : [])];
    };
    testHover(token, `FROM a\nRUN ${script}`, about, { en: said(en), ko: said(ko) });
  }
  testHover('pipefail by SHELL', 'FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a ‸| b', '|', {
    en: [en.shell.pipefail, { not: 'forgotten' }],
    ko: [ko.shell.pipefail, { not: '잊혀요' }],
  });
  testHover('set -e before', 'FROM a\nRUN set -eu; a‸; b', ';', {
    en: [en.shell.errexit, { not: 'forgotten' }],
    ko: [ko.shell.errexit, { not: '잊혀요' }],
  });
  testHover('set -e behind', 'FROM a\nRUN a‸; set -e; b', ';', {
    en: [{ not: en.shell.errexit }],
    ko: [{ not: ko.shell.errexit }],
  });
  testHover('in CMD: nothing of builds', 'FROM a\nCMD a ‸& b', '&', {
    en: [en.servers.why, { not: '*In a build*' }],
    ko: [ko.servers.why, { not: '*빌드에서는*' }],
  });
  testHover('a log file in CMD', 'FROM a\nCMD a ‸>> /var/log/a', '>>', {
    en: [en.servers.logs],
    ko: [ko.servers.logs],
  });
  testHover('a command', 'FROM a\nRUN cu‸rl x', 'curl', { en: [en.commands.curl], ko: [ko.commands.curl] });
  testHover('by its path', 'FROM a\nRUN /usr/bin/cu‸rl x', '/usr/bin/curl', {
    en: [en.commands.curl],
    ko: [ko.commands.curl],
  });
  testHover('what runs it', 'FROM a\nRUN su‸do curl x', 'sudo', {
    en: [en.commands.sudo, { not: en.commands.curl }],
    ko: [ko.commands.sudo, { not: ko.commands.curl }],
  });
  testHover('what is run', 'FROM a\nRUN sudo cu‸rl x', 'curl', { en: [en.commands.curl], ko: [ko.commands.curl] });
  testHover('its arguments', 'FROM a\nRUN curl ‸x', undefined);
  testHover('a command nobody knows', 'FROM a\nRUN fo‸o x', undefined);
  testHover('services', 'FROM a\nCMD ser‸vice nginx start', 'service', {
    en: [en.servers.manager, en.servers.why],
    ko: [ko.servers.manager, ko.servers.why],
  });
  testHover('a server, its port, its address', 'FROM a\nCMD ["guni‸corn", "app:app"]', '"gunicorn"', {
    en: ['listens on port `8000`', 'listens on `127.0.0.1`', en.shell.execForm],
    ko: ['`8000`', '`127.0.0.1`', ko.shell.execForm],
  });
  testHover('behind an init', 'FROM a\nENTRYPOINT ["tini", "--", "ng‸inx"]', '"nginx"', {
    en: ['goes to the background'],
    ko: ['백그라운드'],
  });
  testHover('sent to the background by a flag', 'FROM a\nCMD ["redis-‸server", "--daemonize"]', '"redis-server"', {
    en: ['`CMD ["redis-server"]`'],
    ko: ['`CMD ["redis-server"]`'],
  });
  testHover('a log that is the output', 'FROM a\nRUN ln -sf /dev/std‸out /x', '/dev/stdout', {
    en: [en.servers.standardStream],
    ko: [ko.servers.standardStream],
  });
  testHover('of a build it is not the container’s', 'FROM a\nRUN echo > /dev/std‸out', undefined);
  testHover('of CMD it is', 'FROM a\nCMD a > /dev/std‸err', '/dev/stderr', {
    en: [en.servers.standardStream],
    ko: [ko.servers.standardStream],
  });
  testHover('the program of SHELL', 'FROM a\nSHELL ["/bin/‸bash", "-c"]', '"/bin/bash"', {
    en: [en.commands.bash],
    ko: [ko.commands.bash],
  });
  testHover('CMD of HEALTHCHECK', 'FROM a\nHEALTHCHECK C‸MD x', 'CMD', {
    en: ['Run by `/bin/sh -c`'],
    ko: ['`/bin/sh -c`'],
  });
  testHover('PowerShell is not read as sh', 'FROM a\nSHELL ["pwsh", "-c"]\nRUN a &‸& b', undefined);
});
