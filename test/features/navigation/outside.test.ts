/** What files beside a Dockerfile name in it. */
import { describe, expect, it } from 'vitest';
import type { OutsideName } from '../../../server/src/language/features/namedOutside';
import { outsideDefinition } from '../../../server/src/language/features/outsideDefinition';
import { outsideHover } from '../../../server/src/language/features/outsideHover';
import { loadReference } from '../../../server/src/language/knowledge/reference/load';
import { locales } from '../../../server/src/language/locale/locale';
import { Dockerfile } from '../../../server/src/language/model/dockerfile';
import { nowhere } from '../../../server/src/language/model/surroundings';

const text = `ARG VERSION=22
FROM node:$VERSION AS Build
ARG TOKEN
ENV MODE=x
RUN npm ci
FROM golang AS tools
FROM nginx
COPY --from=build /app /srv
COPY --from=tools /x /y
COPY --from=build /b /c
`;
const file = Dockerfile.parse(text);
const stage = (name: string): OutsideName => ({ kind: 'stage', name });
const argument = (name: string): OutsideName => ({ kind: 'argument', name });

describe('definition', () => {
  it.each<[OutsideName, string, string]>([
    [stage('build'), 'Build', 'FROM node:$VERSION AS Build'],
    [stage('BUILD'), 'Build', 'FROM node:$VERSION AS Build'],
    [stage('2'), 'nginx', 'FROM nginx'],
    [argument('VERSION'), 'VERSION', 'VERSION=22'],
    [argument('TOKEN'), 'TOKEN', 'TOKEN'],
  ])('%j', (named, name, target) => {
    const found = outsideDefinition(file, named)!;
    expect(text.slice(found.name.start, found.name.end)).toBe(name);
    expect(text.slice(found.target.start, found.target.end)).toBe(target);
  });

  it.each([stage('none'), stage('3'), stage(''), argument('MODE'), argument('version'), argument('HTTP_PROXY')])(
    'none of %j',
    (named) => expect(outsideDefinition(file, named)).toBeUndefined(),
  );

  it('of a name that two stages have, the one that is built', () => {
    const twice = Dockerfile.parse('FROM a AS x\nFROM b AS X\n');
    expect(outsideDefinition(twice, stage('x'))?.target.start).toBe(12);
  });
});

describe.each(locales)('hover (%s)', (locale) => {
  const said = async (named: OutsideName, of = file) => outsideHover(of, named, await loadReference(locale), nowhere);

  it('tells what a stage is, who uses it and what it takes', async () => {
    const build = await said(stage('build'));
    for (const part of ['`Build`', '`node:$VERSION`', '8, 10']) expect(build).toContain(part);
    const last = await said(stage('2'));
    for (const part of ['`nginx`', '`build`, `tools`']) expect(last).toContain(part);
  });

  it('tells an argument’s default and its uses', async () => {
    const version = await said(argument('VERSION'));
    for (const part of ['`22`', '`VERSION`']) expect(version).toContain(part);
    expect(version).toMatch(locale === 'ko' ? /2번째 줄에서 써요/ : /Used in line 2\./);
    expect(await said(argument('TOKEN'))).toContain((await loadReference(locale)).variable.unused);
  });

  it('says what is not there', async () => {
    const { stage: texts, variable, predefinedArgs } = await loadReference(locale);
    expect(await said(stage('none'))).toBe(texts.noTarget('none', ['Build', 'tools']));
    expect(await said(stage('none'), Dockerfile.parse('FROM a'))).toBe(texts.noTarget('none', []));
    expect(await said(argument('MODE'))).toBe(variable.noArg('MODE'));
    expect(await said(argument('HTTP_PROXY'))).toBe(predefinedArgs.HTTP_PROXY);
  });
});
