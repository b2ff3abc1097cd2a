import { constants } from 'node:os';
import { describe, expect, it } from 'vitest';
import { COMMANDS, knownCommand, knownServer, SERVERS } from '../../server/src/language/knowledge/commands';
import { DIRECTIVES, directiveName } from '../../server/src/language/knowledge/directives';
import {
  MOUNT_KEYS,
  MOUNT_TYPES,
  mountKey,
  mountReference,
  mountType,
} from '../../server/src/language/knowledge/mounts';
import { OPERATORS, operator, redirectOperator } from '../../server/src/language/knowledge/operators';
import { PACKAGE_MANAGERS, packageManager } from '../../server/src/language/knowledge/packageManagers';
import { knownPort, PORTS } from '../../server/src/language/knowledge/ports';
import { PREDEFINED_ARGS, predefinedArg } from '../../server/src/language/knowledge/predefinedArgs';
import { parseSignal, SIGNALS } from '../../server/src/language/knowledge/signals';

/** Names that every object has: a look-up by name must not find them. */
const INHERITED = ['', 'constructor', '__proto__', 'toString', 'hasOwnProperty'];

describe('look-ups', () => {
  it.each(INHERITED)('find nothing under %j', (name) => {
    for (const find of [
      knownCommand,
      knownServer,
      directiveName,
      mountKey,
      mountType,
      operator,
      packageManager,
      predefinedArg,
      parseSignal,
    ])
      expect(find(name), find.name).toBeUndefined();
  });
});

describe('signals', () => {
  it('have the numbers of Linux', () => {
    if (process.platform !== 'linux') return;
    for (const [name, number] of Object.entries(SIGNALS)) {
      const known = (constants.signals as Record<string, number | undefined>)[`SIG${name}`];
      // CLD is an old name that Node does not list
      if (name !== 'CLD') expect(known, name).toBe(number);
    }
  });

  it('are read as the engine reads them', () => {
    expect(parseSignal('SIGTERM')).toEqual({ name: 'TERM', number: 15 });
    expect(parseSignal('sigquit')).toEqual({ name: 'QUIT', number: 3 });
    expect(parseSignal('WINCH')).toEqual({ name: 'WINCH', number: 28 });
    expect(parseSignal('9')).toEqual({ name: 'KILL', number: 9 });
    expect(parseSignal('6')).toEqual({ name: 'ABRT', number: 6 });
    expect(parseSignal('SIGRTMIN+3')).toEqual({ name: 'RTMIN+3', number: 37 });
    expect(parseSignal('RTMAX-14')).toEqual({ name: 'RTMAX-14', number: 50 });
    expect(parseSignal('37')).toEqual({ name: 'RTMIN+3', number: 37 });
    expect(parseSignal('99')).toEqual({ name: undefined, number: 99 });
  });

  it.each(['0', 'SIGFOO', 'RTMIN+16', 'RTMIN+0', 'RTMAX-15', 'RTMIN-1', '$SIG', 'SIG SIGTERM'])('refuse %j', (text) => {
    expect(parseSignal(text)).toBeUndefined();
  });
});

describe('mounts', () => {
  it('are found by any of their names, in any case', () => {
    expect(mountKey('DST')).toBe('target');
    expect(mountKey('src')).toBe('source');
    expect(mountKey('ro')).toBe('readonly');
    expect(mountKey('tmpfs-size')).toBeUndefined();
    expect(mountType('Cache')).toBe('cache');
    expect(mountType('volume')).toBeUndefined();
  });

  it('offer no key that the builder refuses, and no name twice', () => {
    const names = Object.entries(MOUNT_KEYS).flatMap(([key, spec]) => [key, ...spec.aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const [key, spec] of Object.entries(MOUNT_KEYS)) {
      for (const type of spec.types) expect(spec.refusedBy, key).not.toContain(type);
      for (const type of spec.requiredBy ?? []) expect(spec.types, key).toContain(type);
    }
    for (const type of MOUNT_TYPES)
      expect(mountReference(type)).toMatch(/^https:\/\/docs\.docker\.com\/.+#run---mounttype/);
  });
});

describe('directives', () => {
  it('begin with # and link to their section', () => {
    expect(Object.keys(DIRECTIVES)).toEqual(['syntax', 'escape', 'check']);
    for (const [name, spec] of Object.entries(DIRECTIVES)) {
      for (const line of [...spec.forms, spec.example]) expect(line.startsWith(`# ${name}=`)).toBe(true);
      expect(spec.reference).toBe(`https://docs.docker.com/reference/dockerfile/#${name}`);
    }
    expect(directiveName('SYNTAX')).toBe('syntax');
  });
});

describe('predefined arguments', () => {
  it('have the proxies in both cases, which alone need no ARG', () => {
    for (const [name, spec] of Object.entries(PREDEFINED_ARGS)) {
      expect(spec.needsArg, name).toBe(spec.kind !== 'proxy');
      expect(spec.inFrom, name).toBe(spec.kind === 'platform');
      if (spec.kind === 'proxy') {
        expect(predefinedArg(name.toUpperCase())).toBeDefined();
        expect(predefinedArg(name.toLowerCase())).toBeDefined();
      }
    }
    expect(predefinedArg('TargetArch')).toBeUndefined();
  });
});

describe('operators', () => {
  it('are found by their sign, redirections by their parts', () => {
    expect(operator('&&')).toBe('&&');
    expect(redirectOperator('2', '>&', '1')).toBe('2>&1');
    expect(redirectOperator('', '>&', '2')).toBe('>&2');
    expect(redirectOperator('', '>&', 'log')).toBe('&>');
    expect(redirectOperator('2', '>', '/dev/null')).toBe('2>');
    expect(redirectOperator('3', '>', 'x')).toBe('>');
    expect(redirectOperator('3', '>&', '4')).toBeUndefined();
    expect(redirectOperator('2', '<', 'x')).toBe('<');
    expect(Object.keys(OPERATORS)).toEqual(expect.arrayContaining(['&&', '||', ';', '|', '>', '&']));
  });
});

describe('commands and servers', () => {
  it('are found behind a path', () => {
    expect(knownCommand('/usr/bin/curl')).toBe('curl');
    expect(knownCommand('[')).toBe('[');
    expect(knownServer('/usr/sbin/php-fpm8.2')).toBe('php-fpm');
    expect(knownServer('php-fpmx')).toBeUndefined();
    expect(Object.keys(COMMANDS).length).toBeGreaterThanOrEqual(80);
  });

  it.each(Object.entries(SERVERS))(
    '%s: what keeps it in front is in the proposed command, what detaches it is not',
    (name, spec) => {
      expect(spec.foreground.length).toBeGreaterThan(0);
      const [, ...words] = spec.foreground;
      // a proposal by another program (apache2ctl, pm2-runtime, postgres) is not judged by the flags of this one
      if (spec.foreground[0]?.endsWith(name) !== true) return;
      for (const word of words) expect(spec.detaches, name).not.toContain(word);
      if (spec.byDefault === 'background')
        expect(
          words.some((word) => spec.stays.some((flag) => word === flag || (flag.includes(' ') && word.includes(flag)))),
        ).toBe(true);
    },
  );
});

describe('package managers', () => {
  it.each(Object.entries(PACKAGE_MANAGERS))('%s: paths are absolute, subcommands do not overlap', (_, spec) => {
    for (const path of [...spec.leftovers, ...spec.cacheMounts.map((mount) => mount.target)])
      expect(path).toMatch(/^\/[^*]+$/);
    const roles = [...spec.install, ...spec.refresh, ...spec.upgrade, ...spec.remove, ...(spec.notEnough ?? [])];
    expect(new Set(roles).size).toBe(roles.length);
    for (const flag of [...spec.assumeYes, ...spec.valueFlags]) expect(flag).toMatch(/^-/);
  });

  it('are found behind a path and with a version', () => {
    expect(packageManager('/usr/bin/apt-get')).toBe('apt-get');
    expect(packageManager('pip3.11')).toBe('pip3');
    expect(packageManager('apt-getx')).toBeUndefined();
  });
});

describe('ports', () => {
  it('are port numbers with a service', () => {
    for (const [port, service] of Object.entries(PORTS)) {
      expect(Number(port)).toBeGreaterThan(0);
      expect(Number(port)).toBeLessThan(65536);
      expect(service).not.toBe('');
    }
    expect(knownPort(5432)).toBe(5432);
    expect(knownPort(5433)).toBeUndefined();
  });
});
