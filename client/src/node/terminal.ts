/** A terminal that shows what a call prints. Ctrl+C in it, or closing it, cancels the call. */
import { EventEmitter, l10n, type Pseudoterminal, type Terminal, ThemeIcon, window } from 'vscode';

const open = new Map<string, OutputTerminal>();

export class OutputTerminal {
  readonly #written = new EventEmitter<string>();
  readonly #terminal: Terminal;
  /** What was written before the editor opened the terminal; undefined once it did. */
  #early: string[] | undefined = [];
  #interrupt: (() => void) | undefined;

  /** The terminal of that name, a new one unless it is there and idle; shown without taking the focus. */
  static show(name: string): OutputTerminal {
    const known = open.get(name);
    const terminal = known && known.#interrupt === undefined ? known : new OutputTerminal(name);
    open.set(name, terminal);
    terminal.#terminal.show(true);
    return terminal;
  }

  private constructor(name: string) {
    const pty: Pseudoterminal = {
      onDidWrite: this.#written.event,
      open: () => {
        const early = this.#early?.join('');
        this.#early = undefined;
        if (early) {
          this.#written.fire(early);
        }
      },
      close: () => {
        if (open.get(name) === this) {
          open.delete(name);
        }
        this.#interrupt?.();
        this.#written.dispose();
      },
      handleInput: (data) => {
        if (data === '\u0003') {
          this.#interrupt?.();
        }
      },
    };
    this.#terminal = window.createTerminal({ name, pty, iconPath: new ThemeIcon('package') });
  }

  /** Heads the output with the command line, for the reader only: it can be learnt from, and copied. */
  begin(cli: string, args: readonly string[], interrupt: () => void): void {
    this.#interrupt = interrupt;
    this.write(`\u001b[1m$ ${[cli, ...args].map(quoted).join(' ')}\u001b[0m\n`);
  }

  /** Writes output as it comes. */
  write(text: string): void {
    const lines = text.replace(/\r?\n/g, '\r\n');
    if (this.#early) {
      this.#early.push(lines);
    } else {
      this.#written.fire(lines);
    }
  }

  /** Says how it ended. */
  end(ok: boolean, cancelled: boolean): void {
    this.#interrupt = undefined;
    const text = cancelled ? l10n.t('Cancelled.') : ok ? l10n.t('Done.') : l10n.t('Failed.');
    this.write(`\u001b[${ok ? 32 : 31}m${text}\u001b[0m\n\n`);
  }

  /** Brings it to the front. */
  reveal(): void {
    this.#terminal.show();
  }
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
