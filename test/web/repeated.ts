// A record → the record of the same article many times over, as one long text, for pages that must bear it.
import type { ReadoutRecord } from "../../src/record/types.ts";

export function repeated(record: ReadoutRecord, times: number): ReadoutRecord {
  const { text } = record.document;
  const sentences = record.sentences.length;
  const copies = Array.from({ length: times }, (_, n) => moved(record, n * (text.length + 2), n * sentences, n) as ReadoutRecord);
  const all = <Key extends keyof ReadoutRecord>(key: Key) => copies.flatMap((copy) => (copy[key] ?? []) as readonly unknown[]);
  return {
    ...record,
    document: { ...record.document, text: Array.from({ length: times }, () => text).join("\n\n") },
    ...Object.fromEntries(
      (["sentences", "actors", "events", "statements", "commitments", "reactions", "responses", "promotions"] as const).map((key) => [
        key,
        all(key),
      ]),
    ),
    // Their `earlier` counts from the first of all.
    positions: copies.flatMap(({ positions }, n) =>
      positions.map((each) => ({ ...each, earlier: each.earlier === null ? null : each.earlier + n * record.positions.length })),
    ),
  };
}

/** Places and ids of a copy. */
function moved(value: unknown, by: number, sentences: number, n: number): unknown {
  if (typeof value === "string") return /^[aes]\d+$/.test(value) ? `${value}${"0".repeat(3)}${n}` : value;
  if (Array.isArray(value)) return value.map((each) => moved(each, by, sentences, n));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if ((key === "start" || key === "end") && typeof each === "number") return [key, each + by];
      if (key === "sentence" && typeof each === "number") return [key, each + sentences];
      return [key, moved(each, by, sentences, n)];
    }),
  );
}
