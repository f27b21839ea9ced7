// Inputs → records on an open shelf, those that are ready together in one transaction, in the order of the inputs. What adding and watching share.
import type { Input } from "../document/inputs.ts";
import type { Document } from "../document/types.ts";
import type { Added, Shelf } from "../store/types.ts";
import { batches } from "./batches.ts";
import type { Coded, Coding } from "./coding.ts";
import { mapInOrder } from "./in-order.ts";

/** `again` is there where a later try may succeed; `note` tells what was passed over in an article that is kept. */
export type Kept = { readonly input: string; readonly note?: string | undefined } & (
  | { readonly outcome: Added | "mended"; readonly isDated: boolean }
  | { readonly outcome: "failed"; readonly failure: string; readonly again?: true }
);

/** @param day of those that have no date of their own @throws ShelfError, ModelError */
export async function* keep(inputs: AsyncIterable<Input>, shelf: Shelf, coding: Coding, cores: number, day?: string): AsyncGenerator<Kept> {
  type Result = (
    | (Coded & { readonly key?: number })
    | { readonly failure: string; readonly again?: true }
    | { readonly known: true; readonly isDated: boolean }
  ) & {
    readonly input: string;
    readonly note?: string | undefined;
    readonly isDated?: boolean;
  };

  async function code(input: Input): Promise<Result> {
    if ("failure" in input) return input;
    // What an earlier run finished is not coded again.
    const document = datedBy(input.document, day);
    const told = { input: input.input, note: input.note, isDated: document.published !== null };
    const held = await shelf.holds(document);
    if (held === null) return { ...told, ...(await coding.code(document)) };
    return held.better === null ? { ...told, ...held, known: true } : { ...told, key: held.key, ...(await coding.code(held.better)) };
  }

  for await (const group of batches(mapInOrder(inputs, 2 * cores, code), most, linger)) {
    const records = group.flatMap((result) => ("record" in result && result.key === undefined ? [result.record] : []));
    const added = records.length === 0 ? [] : await shelf.addAll(records);
    let at = 0;
    for (const result of group) {
      const { input, note, isDated = false } = result;
      if ("failure" in result) yield { ...result, outcome: "failed" };
      else if ("known" in result) yield { input, note, isDated, outcome: "known" };
      else if (result.key === undefined) yield { input, note, isDated, outcome: added[at++]! };
      else {
        await shelf.recode(result.key, result.record, true);
        yield { input, note, isDated, outcome: "mended" };
      }
    }
  }
}

/** An article without a date takes the one that was given for all, and is filed under it. */
export const datedBy = (document: Document, day: string | undefined): Document =>
  day === undefined || document.published !== null ? document : { ...document, published: day, dated: { from: "given", confidence: 1 } };

/** Articles of one transaction, and milliseconds that the first of them waits for the others: so much is coded again after a kill. */
const most = 32;
const linger = 500;

/** How many of each outcome there were, as one line. */
export interface Count {
  readonly new: number;
  readonly version: number;
  readonly known: number;
  /** There already, and now with a better date, title, address or publisher. */
  readonly mended: number;
  readonly failed: number;
  /** Of the others, those without a date of publication. */
  readonly undated: number;
}

export const noCount = (): { -readonly [Name in keyof Count]: number } => ({
  new: 0,
  version: 0,
  known: 0,
  mended: 0,
  failed: 0,
  undated: 0,
});

/** What Ctrl-C leaves to be done. */
export const goesOn = ({ new: added, version, known, mended }: Count): string =>
  added + version + known + mended > 0 ? "the same command goes on from here" : "the same command begins again";

export const countLine = (path: string, { undated, ...count }: Count): string =>
  `${path}: ${count.new} added, ${count.version} as a new version, ${count.known} there already, ${count.mended > 0 ? `${count.mended} with a better date or name, ` : ""}${count.failed} failed${undated > 0 ? `; ${undated} without a date` : ""}\n`;
