// One thing at a time: a connection has one transaction, which nothing else may get into.

export interface Turns {
  /** Does the work when all before it is done. After `end` it neither begins nor answers. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for what was begun. */
  end(): Promise<void>;
}

export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  return {
    async take(work) {
      const mine = last.then(async () => (ended ? null : { done: await work() }));
      // What comes too late to begin must not keep the end waiting.
      last = mine.catch(() => {});
      const result = await mine;
      return result === null ? new Promise(() => {}) : result.done;
    },
    async end() {
      ended = true;
      await last;
    },
  };
}
