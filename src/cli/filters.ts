// Options of the command line → the filters of a question.
import type { Filters } from "../store/types.ts";
import { UsageError } from "./errors.ts";

/** @throws UsageError for a number that is none */
export function filtersOf(options: Readonly<Record<string, string>>): Filters {
  const { actor, type, since, until, outlet, issue } = options;
  for (const [name, value] of Object.entries({ actor, outlet }))
    if (value !== undefined && !/[\p{L}\p{N}]/u.test(value))
      throw new UsageError(`--${name}`, `“${value}” holds no word: give a code or a name`);
  if (since !== undefined && until !== undefined && since > until)
    throw new UsageError("--until", `${until} is before --since ${since}: swap them`);
  const given = { actor, type, since, until, outlet, issue, minConfidence: confidence(options), limit: limit(options) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function confidence({ "min-confidence": text }: Readonly<Record<string, string>>): number | undefined {
  if (text === undefined) return undefined;
  if (!/^(?:\d+|\d*\.\d+)$/.test(text) || Number(text) > 1)
    throw new UsageError("--min-confidence", `“${text}” is no share: give a number from 0 to 1, as in 0.8`);
  return Number(text);
}

function limit({ limit: text }: Readonly<Record<string, string>>): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError("--limit", `“${text}” is no number of rows: give a whole number from 1`);
  return Number(text);
}
