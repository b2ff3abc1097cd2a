interface Running<T> {
  readonly answer: Promise<T | undefined>;
  readonly control: AbortController;
  waiting: number;
}

interface Kept<T> {
  readonly value: T | undefined;
  readonly until: number;
}

/** What could not be looked up is not asked for again at each key. */
const failedMs = 30_000;

/**
 * Answers that take long, by key: kept for a while, the ones last asked for longest; who asks for the same at the same time
 * shares the work, which ends when nobody waits for it any more.
 */
export class Lookups<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly running = new Map<string, Running<T>>();

  /** @param keepMs how long an answer holds */
  constructor(
    private readonly most: number,
    private readonly keepMs: number,
    private readonly now: () => number,
  ) {}

  /** The answer for a key; undefined where there is none, or where the one who asks does not want it any more. */
  async get(
    key: string,
    signal: AbortSignal,
    load: (signal: AbortSignal) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const kept = this.kept.get(key);
    if (kept && kept.until > this.now()) {
      this.keep(key, kept);
      return kept.value;
    }
    if (signal.aborted) return undefined;
    const run = this.running.get(key) ?? this.start(key, load);
    run.waiting++;
    return new Promise((done) => {
      const leave = () => {
        if (--run.waiting === 0) this.stop(key, run);
        done(undefined);
      };
      signal.addEventListener('abort', leave, { once: true });
      run.answer.then((value) => {
        signal.removeEventListener('abort', leave);
        done(value);
      });
    });
  }

  private start(key: string, load: (signal: AbortSignal) => Promise<T | undefined>): Running<T> {
    const control = new AbortController();
    const answer = load(control.signal).then((value) => {
      if (control.signal.aborted) return undefined;
      this.running.delete(key);
      this.keep(key, { value, until: this.now() + (value === undefined ? failedMs : this.keepMs) });
      return value;
    });
    const run = { answer, control, waiting: 0 };
    this.running.set(key, run);
    return run;
  }

  private stop(key: string, run: Running<T>): void {
    run.control.abort();
    this.running.delete(key);
  }

  private keep(key: string, kept: Kept<T>): void {
    // the last to be forgotten
    this.kept.delete(key);
    this.kept.set(key, kept);
    if (this.kept.size <= this.most) return;
    const [oldest] = this.kept.keys();
    this.kept.delete(oldest!);
  }
}
