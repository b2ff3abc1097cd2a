/** Every string that the client or the manifest shows exists in both languages, and none is left over. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The first arguments of all `l10n.t(…)` calls; a call whose first argument is no plain literal is an error. */
function extractStrings(source: string, file: string): string[] {
  return [...source.matchAll(/\bl10n\s*\.t\(\s*/g)].map((call) => {
    const literal = /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*[,)]/.exec(
      source.slice(call.index + call[0].length),
    );
    if (literal === null) {
      throw new Error(`${file}: l10n.t needs a plain string: ${source.slice(call.index, call.index + 80)}`);
    }
    return (literal[1] ?? literal[2] ?? '').replace(/\\(.)/g, '$1');
  });
}

const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, 'client/src', file), 'utf8') }));
const used = [...new Set(sources.flatMap(({ file, text }) => extractStrings(text, file)))].sort();
const korean: Record<string, string> = json('l10n/bundle.l10n.ko.json');

const placeholders = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();
const icons = (text: string) => text.match(/\$\([\w-]+\)/g) ?? [];
const HANGUL = /[가-힣]/;

test('the extractor reads calls as formatted, and refuses what it cannot read', () => {
  expect(extractStrings(`l10n.t('a'); l10n.t(\n  "it's {0}",\n x); l10n.t('b\\'c', 1)`, 'x')).toEqual([
    'a',
    "it's {0}",
    "b'c",
  ]);
  expect(() => extractStrings('l10n.t(`a ${b}`)', 'x')).toThrow('plain string');
  expect(() => extractStrings("l10n.t('a' + b)", 'x')).toThrow('plain string');
});

test('the Korean bundle has exactly the strings that the client uses', () => {
  expect(used.length).toBeGreaterThan(50);
  expect(Object.keys(korean).sort()).toEqual(used);
});

test('Korean strings keep placeholders and icons, and are Korean', () => {
  for (const [english, text] of Object.entries(korean)) {
    expect(placeholders(text), english).toEqual(placeholders(english));
    expect(icons(text), english).toEqual(icons(english));
    if (/[a-z]/i.test(english.replace(/\{\d+\}/g, ''))) {
      expect(text, english).toMatch(HANGUL);
    }
  }
});

test('the client shows no text that is not looked up', () => {
  for (const { file, text } of sources) {
    const bare = /(?:show(?:Information|Warning|Error)Message|\b(?:inform|warn|complain))\(\s*['"`]/.exec(text);
    expect(bare?.[0], file).toBeUndefined();
  }
});

const manifest = readFileSync(join(root, 'package.json'), 'utf8');
const english: Record<string, string> = json('package.nls.json');
const englishKo: Record<string, string> = json('package.nls.ko.json');

test('the manifest and its two string files have the same keys', () => {
  const asked = [...new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]))].sort();
  expect(asked.length).toBeGreaterThan(30);
  expect(Object.keys(english).sort()).toEqual(asked);
  expect(Object.keys(englishKo).sort()).toEqual(asked);
});

test('links, code and settings in the manifest’s strings are the same in both languages', () => {
  const marks = (text: string) => (text.match(/\(command:[\w.]+\)|`[^`\s]+`|\*\*[^*]+\*\*/g) ?? []).sort();
  for (const key of Object.keys(english)) {
    expect(marks(englishKo[key] ?? ''), key).toEqual(marks(english[key] ?? ''));
  }
});

test('every command of menus, walkthrough and lenses is contributed', () => {
  const contributes = JSON.parse(manifest).contributes;
  const commands = new Set<string>(contributes.commands.map((c: { command: string }) => c.command));
  const submenus = new Set<string>(contributes.submenus.map((s: { id: string }) => s.id));
  for (const [menu, items] of Object.entries<{ command?: string; submenu?: string }[]>(contributes.menus)) {
    for (const item of items) {
      expect(
        item.command ? commands.has(item.command) : submenus.has(item.submenu ?? ''),
        `${menu}: ${item.command ?? item.submenu}`,
      ).toBe(true);
    }
  }
  for (const text of Object.values(english)) {
    for (const link of text.matchAll(/\(command:([\w.]+)\)/g)) {
      expect(commands.has(link[1] ?? ''), link[0]).toBe(true);
    }
  }
  // the server names these, too
  const byConstant = ['slipway.explainRule', 'slipway.fixAll', 'slipway.newDockerignore'];
  const registered = sources.flatMap(({ text }) =>
    [...text.matchAll(/^\s*'(slipway\.\w+)': /gm)].map((match) => match[1]),
  );
  for (const command of commands) {
    expect([...registered, ...byConstant], command).toContain(command);
  }
});

test('the walkthrough’s pages exist in both languages', () => {
  for (const strings of [english, englishKo]) {
    for (const [key, file] of Object.entries(strings).filter(([name]) => name.endsWith('.media'))) {
      expect(existsSync(join(root, file)), `${key}: ${file}`).toBe(true);
    }
  }
});
