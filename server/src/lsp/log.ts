import type { Connection } from 'vscode-languageserver';

/** So many different messages are remembered; a server runs for days. */
const mostRemembered = 1000;

/** Writes to the client's log, each thing once: what fails on one keystroke fails on the next one, too. */
export class Log {
  private readonly seen = new Set<string>();

  constructor(private readonly connection: Pick<Connection, 'console'>) {}

  /** What went wrong while doing `what`. */
  error(what: string, error: unknown): void {
    const text = `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    if (this.isNew(`${what}: ${error instanceof Error ? error.message : String(error)}`)) {
      this.connection.console.error(text);
    }
  }

  /** Something the user should set right. */
  warn(text: string): void {
    if (this.isNew(text)) this.connection.console.warn(text);
  }

  private isNew(key: string): boolean {
    if (this.seen.has(key)) return false;
    if (this.seen.size >= mostRemembered) this.seen.clear();
    this.seen.add(key);
    return true;
  }
}
