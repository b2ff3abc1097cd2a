import { expect, it } from 'vitest';
import type { SignatureHelp } from 'vscode-languageserver-protocol';
import { able, LanguageServer, type Options } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';

const help = async (options: Options, text: string, character: number): Promise<SignatureHelp | null> => {
  const server = await LanguageServer.start(options);
  try {
    expect(server.initialized.capabilities.signatureHelpProvider?.triggerCharacters).toContain(' ');
    await server.open(uri, text);
    return await server.connection.sendRequest<SignatureHelp | null>('textDocument/signatureHelp', {
      textDocument: { uri },
      position: { line: 1, character },
    });
  } finally {
    await server.stop();
  }
};

it('gives the forms of an instruction, in words of the client’s language', async () => {
  const found = await help({ locale: 'ko' }, 'FROM a\nCOPY x ', 7);
  expect(found).toMatchObject({ activeSignature: 0, activeParameter: 2 });
  expect(found?.signatures.map(({ label }) => label)).toEqual([
    'COPY [OPTIONS] <src> ... <dest>',
    'COPY [OPTIONS] ["<src>", ... "<dest>"]',
  ]);
  expect(found?.signatures[0]?.parameters?.map(({ label }) => label)).toEqual(['[OPTIONS]', '<src> ...', '<dest>']);
  expect(found?.signatures[0]?.documentation).toMatchObject({
    kind: 'plaintext',
    value: expect.stringMatching(/[가-힣]/),
  });
});

it('names places and writes Markdown for a client that knows them, and no parameter where none is meant', async () => {
  const signatureInformation = {
    documentationFormat: ['markdown' as const],
    parameterInformation: { labelOffsetSupport: true },
  };
  const textDocument = { ...able.textDocument, signatureHelp: { signatureInformation } };
  const found = await help({ capabilities: { ...able, textDocument } }, 'FROM a\nHEALTHCHECK ', 12);
  expect(found?.signatures[0]).toMatchObject({
    documentation: { kind: 'markdown' },
    parameters: [{ label: [12, 21], documentation: { kind: 'markdown' } }, { label: [26, 35] }],
  });
  expect(found?.activeParameter).toBe(2);
});

it('says nothing where there is nothing to say', async () => {
  expect(await help({}, 'FROM a\n# COPY ', 7)).toBeNull();
});
