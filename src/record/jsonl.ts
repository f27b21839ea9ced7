// ReadoutRecord → one line of JSON, for programs.
import { arrange } from "./arrange.ts";
import type { ReadoutRecord } from "./types.ts";

/** One line that ends in a line feed, keys in the contract's order. */
export const writeJsonl = (record: ReadoutRecord): string => `${JSON.stringify(arrange(record))}\n`;
