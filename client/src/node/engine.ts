/** Runs the container CLI for the commands: finds it, shows progress that can be cancelled, explains failures. */
import { basename } from 'node:path';
import { type Progress, ProgressLocation, window } from 'vscode';
import type { Server } from '../common/server';
import { setting } from '../common/settings';
import { cliKind, execute, findCli, type Outcome } from './docker/docker';
import type { Invocation } from './docker/invocation';
import { reportFailure, reportNoCli } from './failureMessages';
import type { OutputTerminal } from './terminal';
import { requireTrust } from './ui';

/** How a call is shown while it runs. */
export interface Showing {
  /** Title of the progress notification. */
  readonly title: string;
  readonly terminal?: OutputTerminal;
  /** Called with the output; what it returns replaces the text beside the title. */
  readonly onOutput?: (text: string) => string | undefined;
}

/** The CLI of one command run. */
export class Engine {
  private constructor(
    readonly server: Server,
    readonly cli: string,
  ) {}

  /** The engine, if the folder is trusted and a CLI is there; else the user has been told what to do. */
  static find(server: Server): Engine | undefined {
    if (!requireTrust()) {
      return undefined;
    }
    const configured = setting('docker.path', undefined, '').trim();
    const cli = findCli(configured);
    if (cli === undefined) {
      reportNoCli(configured);
      return undefined;
    }
    return new Engine(server, cli);
  }

  /** `docker`, `podman` or `nerdctl`. */
  get kind(): ReturnType<typeof cliKind> {
    return cliKind(this.cli);
  }

  /** The name that the user knows the CLI by. */
  get name(): string {
    return basename(this.cli);
  }

  /** Runs something short without showing it. */
  quiet(invocation: Invocation): Promise<Outcome> {
    this.server.output.debug(`${this.name} ${invocation.args.join(' ')}`);
    return execute(this.cli, invocation);
  }

  /** The output of something short, or undefined after the user was told why it failed. */
  async ask(invocation: Invocation): Promise<string | undefined> {
    const outcome = await this.quiet(invocation);
    if (outcome.code !== 0) {
      this.report(outcome);
      return undefined;
    }
    return outcome.stdout;
  }

  /** Runs something that takes its time, under a notification with a cancel button. */
  async run(invocation: Invocation, showing: Showing): Promise<Outcome> {
    this.server.output.info(`${this.name} ${invocation.args.join(' ')}`);
    return this.progress(showing.title, async (progress, signal, cancel) => {
      showing.terminal?.begin(this.name, invocation.args, cancel);
      const outcome = await execute(this.cli, invocation, {
        signal,
        onOutput: (text) => {
          showing.terminal?.write(text);
          const message = showing.onOutput?.(text);
          if (message !== undefined) {
            progress.report({ message });
          }
        },
      });
      showing.terminal?.end(outcome.code === 0, outcome.cancelled);
      return outcome;
    });
  }

  /** Shows a notification with a cancel button while `work` runs. */
  progress<T>(
    title: string,
    work: (progress: Progress<{ message?: string }>, signal: AbortSignal, cancel: () => void) => Promise<T>,
  ): Promise<T> {
    const abort = new AbortController();
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return Promise.resolve(
      window.withProgress(options, async (progress, token) => {
        const listening = token.onCancellationRequested(() => abort.abort());
        try {
          return await work(progress, abort.signal, () => abort.abort());
        } finally {
          listening.dispose();
        }
      }),
    );
  }

  /** Tells the user why a call failed and what to do; nothing for one that the user cancelled. */
  report(outcome: Outcome, about?: { readonly registry?: string }): void {
    if (!outcome.cancelled) {
      this.server.output.error(`${this.name}: ${outcome.startError ?? outcome.stderr.trim()}`);
      reportFailure(this, outcome, about?.registry);
    }
  }

  /** A real terminal with the CLI in it, for what asks questions or never ends. */
  openTerminal(name: string, invocation: Invocation): void {
    window.createTerminal({ name, shellPath: this.cli, shellArgs: [...invocation.args] }).show();
  }
}
