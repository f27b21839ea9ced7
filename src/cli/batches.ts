// A stream of things → groups of them, each sent on when it is full or when the source makes wait.

/** Groups of 1 to `most` things in order; what is at hand goes on together, so that a slow source is answered at once. */
export async function* batches<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]();
  let group: T[] = [];
  let next = iterator.next();
  try {
    for (;;) {
      const waited = group.length === 0 ? await next : await Promise.race([next, soon()]);
      if (waited === null) {
        yield group;
        group = [];
        continue;
      }
      if (waited.done) break;
      group.push(waited.value);
      next = iterator.next();
      if (group.length === most) {
        yield group;
        group = [];
      }
    }
    if (group.length > 0) yield group;
  } finally {
    next.catch(() => {});
    iterator.return?.()?.catch(() => {});
  }
}

const soon = (): Promise<null> => new Promise((resolve) => setImmediate(() => resolve(null)));
