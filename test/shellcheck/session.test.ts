// The real ShellCheck behind a running server: our own findings first, then what it says.
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { LanguageServer, type Options, pushOnly } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const path = process.env.PATH!;

let server: LanguageServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
const start = async (options: Options = {}): Promise<LanguageServer> => {
  server = await LanguageServer.start({ path, ...options });
  return server;
};

const idOf = ({ message }: Diagnostic): string | undefined => /ShellCheck (SC\d{4})/.exec(String(message))?.[1];
const shell = (items: readonly Diagnostic[]) => items.filter((item) => idOf(item) !== undefined);

/** The findings once ShellCheck has spoken. */
async function answered(text: string, options: Options = {}): Promise<Diagnostic[]> {
  const { refreshes } = await start(options);
  await server!.open(uri, text);
  await server!.findings(uri);
  await server!.until(() => server!.refreshes > refreshes);
  return server!.findings(uri);
}

describe('the real ShellCheck', () => {
  it('speaks after our own findings, which it replaces, at the words of the Dockerfile', async () => {
    const text = 'FROM debian:13\nRUN set -e; \\\n  # why\n  cat "é😀" $1 \\\n    `date`\n';
    await start();
    await server!.open(uri, text);
    const own = await server!.findings(uri);
    expect(own.map(({ code }) => code)).toContain('no-backticks');
    expect(shell(own)).toEqual([]);
    await server!.until(() => server!.refreshes > 0);
    const real = await server!.findings(uri);
    const found = shell(real).map((item) => [idOf(item), item.code, item.range.start, item.range.end]);
    expect(found.sort()).toEqual([
      ['SC2006', 'no-backticks', { line: 4, character: 4 }, { line: 4, character: 10 }],
      ['SC2046', 'quote-substitution', { line: 4, character: 4 }, { line: 4, character: 10 }],
      ['SC2086', 'quote-variable', { line: 3, character: 12 }, { line: 3, character: 14 }],
    ]);
    expect(real.filter(({ code }) => code === 'no-backticks')).toHaveLength(1);
  });

  it('says what no rule of ours knows, with its own page', async () => {
    const [foreign] = shell(await answered('FROM debian:13\nRUN echo a     b\n'));
    expect(foreign).toMatchObject({
      code: 'SC2291',
      codeDescription: { href: 'https://www.shellcheck.net/wiki/SC2291' },
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 16 } },
    });
  });

  it('takes the stage’s ARG and ENV for set and for one word, and the shell of SHELL', async () => {
    const variables = await answered('FROM debian:13\nARG a\nENV B="x y"\nRUN echo $a $B $c\n');
    expect(new Set(shell(variables).map(({ range }) => range.start.character))).toEqual(new Set([15]));
    await server!.stop();
    const bash = await answered('FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN [[ -f x ]] && cd $y; true\n');
    const ids = shell(bash).map(idOf);
    expect(ids).toContain('SC2086');
    expect(ids).not.toContain('SC3010');
  });

  it('fixes as it proposes, where the words stand', async () => {
    await answered('FROM debian:13\nRUN echo a; \\\n  cd /x; ls $1\n');
    const actions = await server!.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 2, character: 13 }, end: { line: 2, character: 13 } },
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ title }) => title === 'Fix as ShellCheck proposes (SC2086)');
    const [edit] = fix?.edit?.documentChanges ?? [];
    expect(edit && 'edits' in edit ? edit.edits : []).toEqual([
      { range: { start: { line: 2, character: 12 }, end: { line: 2, character: 12 } }, newText: '"' },
      { range: { start: { line: 2, character: 14 }, end: { line: 2, character: 14 } }, newText: '"' },
    ]);
  });

  it('is silenced by hadolint’s comments, by its own in heredocs, and by settings', async () => {
    const rules = { SC2164: 'off', 'no-backticks': 'off' };
    const text =
      'FROM debian:13\n# hadolint ignore=SC2086\nRUN echo $1; cd /x; echo `ls`\nRUN <<E\n# shellcheck disable=SC2086\necho $1\nE\n';
    const said = shell(await answered(text, { settings: () => ({ rules }) })).map(idOf);
    expect(said).toEqual(['SC2046']);
  });

  it('reaches clients to which findings are pushed', async () => {
    await start({ capabilities: pushOnly });
    await server!.open(uri, 'FROM debian:13\nRUN echo $1\n');
    const real = () => server!.published.find(({ diagnostics }) => shell(diagnostics).length > 0);
    await server!.until(() => real() !== undefined);
    expect(real()?.version).toBe(1);
  });

  it('answers for a script that was typed anew', async () => {
    await answered('FROM debian:13\nRUN echo "$1"\n');
    const before = server!.refreshes;
    const at = { line: 1, character: 9 };
    await server!.change(uri, 2, [{ range: { start: at, end: at }, text: '$2 ' }]);
    await server!.findings(uri);
    await server!.until(() => server!.refreshes > before);
    expect(shell(await server!.findings(uri)).map(({ range }) => range.start)).toEqual([at]);
  });
});

describe('no ShellCheck is started', () => {
  /** The server is idle long enough to have started one when another document has its answer. */
  const untouched = async (options: Options) => {
    await start(options);
    await server!.open(uri, 'FROM debian:13\nRUN echo $1\n');
    await server!.findings(uri);
  };

  it('in a folder that is not trusted, until it is', async () => {
    await untouched({ options: { trusted: false } });
    expect(server!.refreshes).toBe(0);
    await server!.connection.sendNotification('slipway/trustGranted');
    await server!.until(() => server!.refreshes > 0);
    await server!.findings(uri);
    const { refreshes } = server!;
    await server!.until(() => server!.refreshes > refreshes);
    expect(shell(await server!.findings(uri))).toHaveLength(1);
  });

  it('where the setting says so, until it does not', async () => {
    let enable = 'off';
    await untouched({ settings: () => ({ shellcheck: { enable } }) });
    expect(server!.refreshes).toBe(0);
    enable = 'auto';
    await server!.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server!.until(() => server!.refreshes > 0);
    await server!.findings(uri);
    const { refreshes } = server!;
    await server!.until(() => server!.refreshes > refreshes);
    expect(shell(await server!.findings(uri))).toHaveLength(1);
  });

  it('where the program is none: our own findings stay', async () => {
    await untouched({ settings: () => ({ shellcheck: { path: '/nowhere/shellcheck' } }) });
    expect((await server!.findings(uri)).map(({ code }) => code)).toContain('quote-variable');
  });
});
