// Inputs → records on an open shelf, one transaction an article, in the order of the inputs. What adding and watching share.
import type { Input } from "../document/inputs.ts";
import type { Added, Shelf } from "../store/types.ts";
import type { Coded, Coding } from "./coding.ts";
import { mapInOrder } from "./in-order.ts";

/** `again` is there where a later try may succeed; `note` tells what was passed over in an article that is kept. */
export type Kept = { readonly input: string; readonly note?: string | undefined } & (
  | { readonly outcome: Added; readonly isDated: boolean }
  | { readonly outcome: "failed"; readonly failure: string; readonly again?: true }
);

/** @throws ShelfError, ModelError */
export async function* keep(inputs: AsyncIterable<Input>, shelf: Shelf, coding: Coding, cores: number): AsyncGenerator<Kept> {
  type Result = (Coded | { readonly failure: string; readonly again?: true } | { readonly known: true }) & {
    readonly input: string;
    readonly note?: string | undefined;
    readonly isDated?: boolean;
  };

  async function code(input: Input): Promise<Result> {
    if ("failure" in input) return input;
    // What an earlier run finished is not coded again.
    const told = { input: input.input, note: input.note, isDated: input.document.published !== null };
    if (await shelf.holds(input.document)) return { ...told, known: true };
    return { ...told, ...(await coding.code(input.document)) };
  }

  for await (const result of mapInOrder(inputs, 2 * cores, code)) {
    const { input, note, isDated = false } = result;
    if ("failure" in result) yield { ...result, outcome: "failed" };
    else yield { input, note, isDated, outcome: "known" in result ? "known" : await shelf.add(result.record) };
  }
}

/** How many of each outcome there were, as one line. */
export interface Count {
  readonly new: number;
  readonly version: number;
  readonly known: number;
  readonly failed: number;
  /** Of the others, those without a date of publication. */
  readonly undated: number;
}

export const noCount = (): { -readonly [Name in keyof Count]: number } => ({ new: 0, version: 0, known: 0, failed: 0, undated: 0 });

export const countLine = (path: string, { undated, ...count }: Count): string =>
  `${path}: ${count.new} added, ${count.version} as a new version, ${count.known} there already, ${count.failed} failed${undated > 0 ? `; ${undated} without a date` : ""}\n`;
