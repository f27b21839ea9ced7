// A stream of things → groups of them, each sent on when it is full or when the source makes wait.

/**
 * Groups of 1 to `most` things in order; what is at hand goes on together, so that a slow source is answered at once.
 * @param linger milliseconds that the first of a group waits for others; left out: it waits for none
 */
export async function* batches<T>(source: AsyncIterable<T>, most: number, linger?: number): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]();
  let group: T[] = [];
  let next = iterator.next();
  let late: Late = soon();
  try {
    for (;;) {
      const waited = group.length === 0 ? await next : await Promise.race([next, linger === undefined ? soon().came : late.came]);
      if (waited === null) {
        yield group;
        group = [];
        continue;
      }
      if (waited.done) break;
      if (group.length === 0 && linger !== undefined) {
        late.forget();
        late = after(linger);
      }
      group.push(waited.value);
      next = iterator.next();
      if (group.length === most) {
        yield group;
        group = [];
      }
    }
    if (group.length > 0) yield group;
  } finally {
    late.forget();
    next.catch(() => {});
    iterator.return?.()?.catch(() => {});
  }
}

interface Late {
  readonly came: Promise<null>;
  /** Lets a process end that waits for nothing else. */
  forget(): void;
}

const soon = (): Late => ({ came: new Promise((resolve) => setImmediate(() => resolve(null))), forget: () => {} });

function after(milliseconds: number): Late {
  let timer: NodeJS.Timeout | undefined;
  const came = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  return { came, forget: () => clearTimeout(timer) };
}
