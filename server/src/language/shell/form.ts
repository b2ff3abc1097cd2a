import type { Span } from '../text/span';
import type * as Tree from './tree';

/**
 * All that a script says, with its words as they are written: two scripts that give the same differ in nothing but the blanks
 * between their words. Undefined where the script was not understood as a whole.
 */
export function shellForm(tree: Tree.ShellTree): string | undefined {
  if (tree.deferred || tree.errors.length > 0) return undefined;
  const writer = new FormWriter(tree.text);
  writer.list(tree.body);
  for (const { start, end } of tree.comments) writer.said.push(tree.text.slice(start, end).trimEnd());
  return JSON.stringify(writer.said);
}

class FormWriter {
  readonly said: string[] = [];

  constructor(private readonly text: string) {}

  list({ entries }: Tree.List): void {
    this.said.push('list');
    for (const { pipeline, operator, background } of entries) {
      this.said.push(pipeline.negated ? 'not' : '', this.slice(pipeline.timed));
      for (const command of pipeline.commands) this.command(command);
      for (const { text } of pipeline.operators) this.said.push(text);
      this.said.push(operator?.text ?? '', background ? 'background' : '');
    }
    this.said.push('end');
  }

  private command(command: Tree.ShellCommand): void {
    this.said.push(command.kind);
    // read as expressions, not as words
    if (command.kind === 'test' || command.kind === 'arithmetic') this.said.push(this.slice(command.at));
    if (command.kind === 'simple') for (const { at } of command.assignments) this.said.push(this.slice(at));
    for (const { raw } of command.words) this.said.push('word', raw);
    for (const { at, body } of command.redirects) {
      this.said.push('redirect', this.slice(at), this.slice(body?.at), this.slice(body?.closing));
    }
    if (command.kind === 'simple') return;
    for (const { text } of command.keywords) this.said.push('keyword', text);
    for (const { role, list } of command.parts) {
      this.said.push(role);
      this.list(list);
    }
  }

  private slice(span: Span | undefined): string {
    return span ? this.text.slice(span.start, span.end) : '';
  }
}
