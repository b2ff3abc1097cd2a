/** What a test waits for: a condition, looked at again whenever something happens. */
export class News {
  private readonly waiting = new Set<() => void>();

  /** Something happened. */
  told(): void {
    for (const check of [...this.waiting]) check();
  }

  /** Waits until a condition holds. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((done) => {
      const check = () => {
        if (!holds()) return;
        this.waiting.delete(check);
        done();
      };
      this.waiting.add(check);
      check();
    });
  }
}
