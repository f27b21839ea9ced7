// Bytes of standard input → whole lines of it, each at once; one of more than `most` bytes is passed over and told, not held.

const feed = 10;

/** @param long told of each line that is passed over; awaited */
export async function* messageLines(
  source: AsyncIterable<Uint8Array>,
  most: number,
  long: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  // Of the line that has not ended yet. Whoever takes pieces of it would search them all again at each.
  let parts: Uint8Array[] = [];
  let length = 0;
  async function* ended(): AsyncGenerator<Uint8Array> {
    if (length > most) await long();
    else if (length > 0) yield Buffer.concat(parts);
    parts = [];
    length = 0;
  }
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > most) parts = [];
    else parts.push(part);
  };
  for await (const piece of source) {
    const end = piece.lastIndexOf(feed) + 1;
    if (end === 0) {
      keep(piece);
      continue;
    }
    const first = piece.indexOf(feed) + 1;
    keep(piece.subarray(0, first));
    yield* ended();
    // Whole lines within one piece are handed on together: a piece is short.
    if (end > first) yield piece.subarray(first, end);
    if (end < piece.length) keep(piece.subarray(end));
  }
  yield* ended();
}
