// A line of an article that is shown → why it is so. Reads the article again, so the line is looked for by its place, not by its id alone. Pure but for what it asks.
import type { ReadoutRecord } from "../../src/record/types.ts";
import { overlaps, type Span } from "../../src/span.ts";
import type { Why } from "../../src/why/types.ts";

/** Reads an article and tells why of all that an id names. @param tell is told in words what is being done */
export type AskWhy = (
  document: ReadoutRecord["document"],
  of: string,
  signal: AbortSignal,
  tell: (doing: string) => void,
) => Promise<Why[]>;

/** A line as the page shows it: an event or a statement. */
export interface Line {
  readonly id: string;
  readonly subject: "event" | "statement";
  readonly at: Span;
  /** Index of its sentence. */
  readonly sentence: number;
}

export interface Told {
  readonly why: readonly Why[];
  /** False where the article as it is read now has no such line: then why tells of its sentence. */
  readonly same: boolean;
}

/** An older program or a correction may have numbered the line otherwise: then its sentence is asked about. */
export async function whyOfLine(
  ask: AskWhy,
  { document }: ReadoutRecord,
  line: Line,
  signal: AbortSignal,
  tell: (doing: string) => void,
): Promise<Told> {
  const why = await ask(document, line.id, signal, tell).catch((trouble: unknown) => {
    // Answered, but not with a line of that number.
    if ((trouble as { status?: number }).status === 422) return [];
    throw trouble;
  });
  const own = why.filter(({ subject, at }) => subject === line.subject && overlaps(at, line.at));
  if (own.length > 0) return { why: own, same: true };
  const beside = await ask(document, `s${line.sentence + 1}`, signal, tell);
  return { why: beside.filter(({ subject }) => subject === "sentence"), same: false };
}
