// Inputs → records on an open shelf, one transaction an article, in the order of the inputs. What adding and watching share.
import type { Input } from "../document/inputs.ts";
import type { Added, Shelf } from "../store/types.ts";
import type { Coded, Coding } from "./coding.ts";
import { mapInOrder } from "./in-order.ts";

/** `again` is there where a later try may succeed. */
export type Kept = { readonly input: string } & (
  | { readonly outcome: Added }
  | { readonly outcome: "failed"; readonly failure: string; readonly again?: true }
);

/** @throws ShelfError, ModelError */
export async function* keep(inputs: AsyncIterable<Input>, shelf: Shelf, coding: Coding, cores: number): AsyncGenerator<Kept> {
  type Result = (Coded | { readonly failure: string; readonly again?: true } | { readonly known: true }) & { readonly input: string };

  async function code(input: Input): Promise<Result> {
    if ("failure" in input) return input;
    // What an earlier run finished is not coded again.
    if (await shelf.holds(input.document)) return { input: input.input, known: true };
    return { input: input.input, ...(await coding.code(input.document)) };
  }

  for await (const result of mapInOrder(inputs, 2 * cores, code)) {
    const { input } = result;
    if ("failure" in result) yield { ...result, outcome: "failed" };
    else yield { input, outcome: "known" in result ? "known" : await shelf.add(result.record) };
  }
}

/** How many of each outcome there were, as one line. */
export interface Count {
  readonly new: number;
  readonly version: number;
  readonly known: number;
  readonly failed: number;
}

export const countLine = (path: string, count: Count): string =>
  `${path}: ${count.new} added, ${count.version} as a new version, ${count.known} there already, ${count.failed} failed\n`;
