// Bytes of JSONL → one object a line, or what is wrong with the line, with its number.

export type Line =
  | { readonly number: number; readonly value: Readonly<Record<string, unknown>>; readonly failure?: undefined }
  | { readonly number: number; readonly failure: string };

/** Blank lines are passed over but counted; lines end in LF or CR LF, the last one in nothing too. */
export async function* jsonLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 0;
  // Pieces of a line that goes over several chunks, joined once at its end.
  let begun: string[] = [];
  for await (const chunk of bytes) {
    const [first, ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    begun.push(first!);
    for (const other of others) {
      number++;
      const line = lineOf(begun.join(""), number);
      if (line) yield line;
      begun = [other];
    }
  }
  const line = lineOf(begun.join("") + decoder.decode(), number + 1);
  if (line) yield line;
}

function lineOf(text: string, number: number): Line | null {
  if (text.trim() === "") return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { number, value: value as Record<string, unknown> };
  } catch {
    return { number, failure: "is no JSON: write one object a line" };
  }
  return { number, failure: "is JSON, but no object: write one object a line" };
}

/** The line's id as the user gave it, or its number. */
export const idOf = ({ number, value }: { number: number; value: Readonly<Record<string, unknown>> }): string | number =>
  typeof value.id === "string" || typeof value.id === "number" ? value.id : String(number);
