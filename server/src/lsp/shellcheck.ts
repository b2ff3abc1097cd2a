import {
  type ShellcheckAnswers,
  type ShellcheckComment,
  type ShellcheckRequest,
  shellcheckRequests,
} from '../language';
import type { OpenDocument } from './documents';
import type { Host } from './host';
import { RAL } from './library';

/** ShellCheck is asked when nobody has typed for so long: each key in a RUN makes another script. */
const pauseMs = 300;
/** So many run at once. */
const mostRunning = 2;
/** So many answers are remembered, by script. */
const mostKnown = 2000;

interface Waiting {
  readonly document: OpenDocument;
  readonly path: string;
}

/**
 * Asks the real ShellCheck about the scripts of open documents, behind everything else: what it says arrives later, and holds
 * until a script changes.
 */
export class Shellcheck {
  /** Undefined for scripts that it could not read: they are not asked about again. */
  private readonly known = new Map<string, readonly ShellcheckComment[] | undefined>();
  /** The same for scripts that are the same objects as before: nearly all are, from one keystroke to the next. */
  private readonly atHand = new WeakMap<ShellcheckRequest, readonly ShellcheckComment[]>();
  private hasSpoken = false;
  private readonly waiting = new Map<string, Waiting>();
  private readonly running = new Map<string, AbortController>();
  private timer: { dispose(): void } | undefined;

  constructor(
    private readonly ask: Host['shellcheck'],
    /** Called when there is something new to say of a document. */
    private readonly onAnswer: (uri: string) => void,
  ) {}

  /** What is known so far, for a lint; undefined where that is nothing: most machines have no ShellCheck. */
  answers(path: string): ShellcheckAnswers | undefined {
    if (!this.hasSpoken) return undefined;
    return (request) => {
      const seen = this.atHand.get(request);
      if (seen) return seen;
      const key = keyOf(path, request);
      const comments = this.known.get(key);
      if (!comments) return undefined;
      // asked for again: the last to be forgotten
      this.known.delete(key);
      this.known.set(key, comments);
      this.atHand.set(request, comments);
      return comments;
    };
  }

  /** A document was checked: what is not known of its scripts is asked once nobody types. */
  want(document: OpenDocument, path: string): void {
    if (!this.ask) return;
    this.waiting.set(document.uri, { document, path });
    this.timer?.dispose();
    this.timer = RAL().timer.setTimeout(() => this.start(), pauseMs);
  }

  /** A document was closed, or is not to be checked: nothing of it is asked any more. */
  forget(uri: string): void {
    this.waiting.delete(uri);
    this.running.get(uri)?.abort();
    this.running.delete(uri);
  }

  private start(): void {
    for (const [uri, { document, path }] of [...this.waiting]) {
      if (this.running.size >= mostRunning && !this.running.has(uri)) break;
      this.waiting.delete(uri);
      this.running.get(uri)?.abort();
      const control = new AbortController();
      this.running.set(uri, control);
      this.run(document, path, control.signal).then(() => {
        if (this.running.get(uri) === control) this.running.delete(uri);
        if (this.waiting.size > 0) this.start();
      });
    }
  }

  /** One script after the other; told together. */
  private async run({ uri, file }: OpenDocument, path: string, signal: AbortSignal): Promise<void> {
    let news = false;
    for (const request of shellcheckRequests(file)) {
      const key = keyOf(path, request);
      if (this.known.has(key)) continue;
      const comments = await this.ask?.(request, path, signal);
      if (signal.aborted) break;
      this.remember(key, comments);
      news ||= comments !== undefined;
    }
    if (news) this.onAnswer(uri);
  }

  private remember(key: string, comments: readonly ShellcheckComment[] | undefined): void {
    this.hasSpoken ||= comments !== undefined;
    this.known.set(key, comments);
    if (this.known.size <= mostKnown) return;
    const [oldest] = this.known.keys();
    this.known.delete(oldest!);
  }
}

const keyOf = (path: string, { dialect, script }: ShellcheckRequest): string => `${path}\n${dialect}\n${script}`;
