import { expect, it } from 'vitest';
import { nearName } from '../../server/src/language/model/nearName';

it.each<[string, readonly string[], string | undefined]>([
  ['pakage.json', ['src', 'package-lock.json', 'package.json'], 'package.json'],
  ['Package.json', ['package.json'], 'package.json'],
  ['scr', ['srv', 'src'], 'src'],
  ['config.yml', ['config.yaml'], 'config.yaml'],
  ['entrypoint', ['entrypont', 'entrypoints'], 'entrypont'],
  ['Makefil', ['Makefile'], 'Makefile'],
  // others of their own, not the same misspelt
  ['app.js', ['app.ts', 'api.js'], undefined],
  ['nginx-v2.conf', ['nginx-v1.conf', 'nginx-v10.conf'], undefined],
  ['srv', ['src'], undefined],
  ['main.py', ['mine.py'], undefined],
  ['a', ['b', ''], undefined],
  ['', ['a'], undefined],
])('%j of %j is %j', (name, options, expected) => {
  expect(nearName(name, options)).toBe(expected);
});
