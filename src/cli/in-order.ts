// Many things to do at once → their results in the order of the things, with no more under way than asked for.

/**
 * Results come as soon as they and all before them are ready, even while the source makes wait.
 * @param width how many may be under way, at least 1
 * @param work where it rejects, the results before it still come, then the error
 */
export async function* mapInOrder<From, To>(
  source: AsyncIterable<From>,
  width: number,
  work: (from: From) => Promise<To>,
): AsyncGenerator<To> {
  const iterator = source[Symbol.asyncIterator]();
  const under: Promise<To>[] = [];
  let next: Promise<IteratorResult<From>> | null = null;
  let ended = false;
  try {
    for (;;) {
      if (!ended && under.length < width) {
        next ??= iterator.next();
        const first = await (under.length === 0 ? next : Promise.race([next, settled(under[0]!)]));
        if (first !== null) {
          next = null;
          if (first.done) ended = true;
          else {
            const result = work(first.value);
            // It is thrown when its turn comes; until then, or after an earlier error, nobody else listens.
            result.catch(() => {});
            under.push(result);
          }
          continue;
        }
      }
      const oldest = under.shift();
      if (oldest === undefined) return;
      yield await oldest;
    }
  } finally {
    // Not awaited: a source that waits for input would hold the program up.
    next?.catch(() => {});
    iterator.return?.()?.catch(() => {});
  }
}

const settled = (result: Promise<unknown>): Promise<null> =>
  result.then(
    () => null,
    () => null,
  );
