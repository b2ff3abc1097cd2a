import { OPERATORS, operator, redirectOperator } from '../../knowledge/operators';
import type { ControlText, OperatorText } from '../../knowledge/reference/types';
import { commandsOf } from '../../model/commands';
import type { ShellOperatorCursor } from '../../model/cursor';
import { hasErrexit, hasPipefail, interpreterOf } from '../../shell/dialect';
import { type Ask, block, bullets, type Page } from './page';
import { inForceOf } from './shell';

/** `&&`, `;`, `|`, `>`: what it does, what follows after success and after failure, what that means for a build. */
export function aboutOperator(ask: Ask, cursor: ShellOperatorCursor): Page {
  const { text, redirect, site } = cursor;
  const known = redirect ? redirectOperator(redirect.descriptor, text, redirect.target) : operator(text);
  if (!known) return [];
  const { labels, operators, servers } = ask.reference;
  const about: OperatorText | ControlText = operators[known];
  const runs = site.instruction.keyword === 'RUN';
  const options = optionsAt(ask, cursor);
  const note =
    options.pipefail && known.startsWith('|') && known !== '||'
      ? ask.reference.shell.pipefail
      : options.errexit && known === ';'
        ? ask.reference.shell.errexit
        : undefined;
  const starts = site.instruction.keyword === 'CMD' || site.instruction.keyword === 'ENTRYPOINT';
  return [
    about.summary,
    note ?? ('success' in about ? outcomes(ask, about) : undefined),
    runs && !note ? `*${labels.inRun}* — ${about.inRun}` : undefined,
    starts && known === '&' ? servers.why : undefined,
    starts && known.includes('>') && !known.includes('&') ? servers.logs : undefined,
    OPERATORS[known].bash ? labels.bashOnly : undefined,
    runs ? block(labels.example, about.example.split('\n')) : undefined,
  ];
}

const outcomes = ({ reference: { labels } }: Ask, { success, failure }: ControlText): string | undefined =>
  bullets(`**${labels.success}**: ${success}`, `**${labels.failure}**: ${failure}`);

/** Which of the shell's options change what an operator does: by SHELL, by the script's own shell, by `set` before it. */
function optionsAt({ file }: Ask, { site, script, at }: ShellOperatorCursor): { errexit: boolean; pipefail: boolean } {
  const { shell } = inForceOf(file, site);
  const interpreter = script.interpreter ?? interpreterOf(shell ?? []);
  let errexit = hasErrexit(interpreter);
  let pipefail = hasPipefail(interpreter);
  for (const command of commandsOf(script, 'sh')) {
    if (command.name !== 'set' || command.at.start + site.start > at.start) continue;
    if (command.has('-e')) errexit = true;
    for (const { text } of command.args) {
      if (text === 'errexit') errexit = true;
      if (text === '+e') errexit = false;
      if (text === 'pipefail') pipefail = true;
    }
  }
  return { errexit, pipefail };
}
