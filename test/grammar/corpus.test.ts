import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cachedVsCodeExtensions, type Embedded, loadGrammar, type Token, tokenize } from './tokenize';

const corpus = join(process.env.SLIPWAY_SHARED ?? join(import.meta.dirname, '../../../shared'), 'corpus');

interface File {
  readonly id: string;
  readonly text: string;
}
interface Parse {
  readonly id: string;
  readonly nodes?: readonly { readonly k: string; readonly s: number; readonly e: number }[];
}

const lines = <T>(name: string): T[] =>
  readFileSync(join(corpus, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const instructions =
  /^(FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)$/i;

/** The keyword that a line's first token is shown as, in upper case. */
function keywordOf(tokens: readonly Token[]): string | undefined {
  const first = tokens.find((t) => t.text.trim() !== '');
  const isKeyword = first?.scopes.some((s) =>
    /^keyword\.(other\.special-method|control\.onbuild)\.dockerfile$/.test(s),
  );
  // CMD of a HEALTHCHECK may begin a line that is not an instruction's first.
  return isKeyword && !first!.scopes.includes('meta.healthcheck.dockerfile') ? first!.text.toUpperCase() : undefined;
}

/** Instruction lines of BuildKit that are shown as something else, and other lines that are shown as instructions. */
async function differences(embedded: Embedded): Promise<{ files: number; wrong: string[] }> {
  const grammar = await loadGrammar(embedded);
  const texts = new Map(lines<File>('dev.jsonl').map((f) => [f.id, f.text]));
  const wrong: string[] = [];
  let files = 0;
  for (const { id, nodes } of lines<Parse>('dev.buildkit-parse.jsonl')) {
    const text = texts.get(id);
    if (text === undefined || nodes === undefined) continue;
    files++;
    const expected = new Map(nodes.filter((n) => instructions.test(n.k)).map((n) => [n.s, n.k.toUpperCase()]));
    tokenize(grammar, text.replace(/^\uFEFF/, '')).forEach((tokens, i) => {
      const shown = keywordOf(tokens);
      if (shown !== expected.get(i + 1)) wrong.push(`${id}:${i + 1} ${expected.get(i + 1)} is shown as ${shown}`);
    });
  }
  return { files, wrong };
}

const extensions = cachedVsCodeExtensions();
if (!existsSync(corpus)) console.warn(`SKIPPED: grammar over the corpus: no ${corpus}`);
if (extensions === undefined)
  console.warn('SKIPPED: grammar over the corpus with VS Code’s own shell grammar: no cached VS Code');

describe.skipIf(!existsSync(corpus))(
  'on real files, exactly the lines where BuildKit sees instructions begin with a keyword',
  () => {
    it('with stand-ins for the embedded languages', async () => {
      const { files, wrong } = await differences({ kind: 'stubs' });
      expect(files).toBeGreaterThan(1_400);
      expect(wrong).toEqual([]);
    }, 300_000);
    it.skipIf(extensions === undefined)(
      'with the grammars that VS Code ships',
      async () => {
        const { files, wrong } = await differences({ kind: 'shipped', extensions: extensions! });
        expect(files).toBeGreaterThan(1_400);
        expect(wrong).toEqual([]);
      },
      300_000,
    );
  },
);
