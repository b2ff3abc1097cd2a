import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesFolder } from '../../scripts/generated';
import { type ConfigLayer, type ResolvedConfig, resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import type { AnyRule } from '../../server/src/language/lint/rule';
import { rules } from '../../server/src/language/lint/rules';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere } from '../../server/src/language/model/surroundings';
import { ownFiles } from '../support/dockerfiles';
import { corpus, stress } from '../support/shared';

const root = resolve(import.meta.dirname, '../..');
const around = {
  ...nowhere,
  today: '2026-11-24',
  context: { paths: [], complete: false, ignore: '*\n!src\n', ignorePath: '.dockerignore' },
};

/** A rule as it is asked of everything. */
const everywhere = (rule: AnyRule): AnyRule => ({
  ...rule,
  commands: undefined,
  notes: undefined,
  mentions: undefined,
  needs: undefined,
});

const declares = (rule: AnyRule): boolean =>
  [rule.commands, rule.notes, rule.mentions, rule.needs].some((each) => each !== undefined);

/** The examples and the settings of a rule's page. */
const pages = rules.map(({ id }) => {
  const page = readFileSync(join(root, pagesFolder('en'), `${id}.md`), 'utf8');
  const settings = /^```json\n([\s\S]*?)^```$/m.exec(page)?.[1];
  return {
    layer: JSON.parse(settings ?? '{}') as ConfigLayer,
    texts: [...page.matchAll(/^```dockerfile .*\n([\s\S]*?)^```$/gm)].map((match) => match[1]!),
  };
});

/** The same instructions behind ONBUILD, but for FROM. */
const behindOnbuild = (text: string): string => text.replace(/^(?!FROM)[A-Z]+ /gm, 'ONBUILD $&');

const examples = pages.flatMap(({ texts }) => texts.flatMap((text) => [text, behindOnbuild(text)]));
const files = [...ownFiles, ...stress.map((file) => file.text), ...corpus.map((file) => file.text)];

/** What is found, in the order of the text; of equal places in that of the rules. */
const findings = (config: ResolvedConfig, text: string): readonly string[] =>
  createLinter(config)
    .lint(Dockerfile.parse(text), around)
    .map((each) => `${each.rule} ${each.at.start}-${each.at.end} ${each.message('en')} ${each.aliases}`);

describe('rules that say what they are about', () => {
  const layers: ConfigLayer[] = [
    { preset: 'all' },
    ...pages.map(({ layer }) => layer),
    { rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const])) },
  ];
  const asDeclared = resolveConfig(rules, layers);
  const ofAll = resolveConfig(rules.map(everywhere), layers);

  it.each([
    ['the examples on their pages', examples],
    ['whole files', files],
  ])('miss nothing in %s', (_, texts) => {
    const missed = texts.flatMap((text) => {
      const found = findings(asDeclared, text);
      const expected = findings(ofAll, text);
      return found.join('\n') === expected.join('\n')
        ? []
        : [expected.filter((each) => !found.includes(each)).join('\n') || text];
    });
    expect(missed).toEqual([]);
  });

  it('each find something in these texts, so that it would be missed', () => {
    const seen = new Set(
      [...examples, ...files].flatMap((text) => findings(ofAll, text).map((each) => each.split(' ', 1)[0])),
    );
    const unseen = rules.filter((rule) => declares(rule) && !seen.has(rule.id)).map(({ id }) => id);
    expect(unseen).toEqual([]);
  });
});
