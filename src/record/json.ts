// ReadoutRecord → one JSON value over many lines, for people who look at a record itself.
import { arrange } from "./arrange.ts";
import type { ReadoutRecord } from "./types.ts";

/** Indented JSON that ends in a line feed, keys in the contract's order. */
export const writeJson = (record: ReadoutRecord): string => `${JSON.stringify(arrange(record), null, 2)}\n`;
