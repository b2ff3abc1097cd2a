import type {
  ParameterInformation,
  SignatureHelp,
  SignatureHelpParams,
  SignatureInformation,
} from 'vscode-languageserver';
import { loadReference } from '../language';
import { type Signature, signatureHelp } from '../language/features';
import type { Client } from './client';
import { type AnyHandler, handler } from './handler';

/** The request for the syntax of what is being written. */
export const signatures: readonly AnyHandler[] = [
  handler<SignatureHelpParams, SignatureHelp | null>({
    method: 'textDocument/signatureHelp',
    empty: null,
    async answer({ client, settings, document }, { textDocument, position }) {
      const open = document(textDocument);
      if (!open) return null;
      const { locale } = await settings.of(open.uri);
      const offset = open.file.source.offsetAt(position);
      const help = signatureHelp(open.file, offset, await loadReference(locale));
      if (!help) return null;
      return {
        signatures: help.signatures.map((signature) => information(signature, client)),
        activeSignature: help.active,
        // where no parameter is meant, one that is not there: clients take a missing one for the first
        activeParameter: help.parameter ?? Math.max(...help.signatures.map(({ parameters }) => parameters.length)),
      };
    },
  }),
];

function information({ label, documentation, parameters }: Signature, { can }: Client): SignatureInformation {
  const markup = (value: string) => ({ kind: can.markdownSignature ? 'markdown' : 'plaintext', value }) as const;
  return {
    label,
    ...(documentation !== '' && { documentation: markup(documentation) }),
    parameters: parameters.map(
      ({ at, documentation: about }): ParameterInformation => ({
        label: can.labelOffsets ? [at.start, at.end] : label.slice(at.start, at.end),
        ...(about !== undefined && { documentation: markup(about) }),
      }),
    ),
  };
}
