// Options of the command line → the filters of a question.
import type { Filters } from "../store/types.ts";
import { UsageError } from "./errors.ts";

/** @throws UsageError for a number that is none */
export function filtersOf(options: Readonly<Record<string, string>>): Filters {
  const { actor, type, since, until, outlet, issue, reality } = options;
  const saidBy = options["said-by"];
  for (const [name, value] of Object.entries({ actor, outlet, "said-by": saidBy }))
    if (value !== undefined && !/[\p{L}\p{N}]/u.test(value))
      throw new UsageError(`--${name}`, `“${value}” holds no word: give a code or a name`);
  if (since !== undefined && until !== undefined && since > until)
    throw new UsageError("--until", `${until} is before --since ${since}: swap them`);
  if ("undated" in options && (since ?? until) !== undefined)
    throw new UsageError("--undated", "cannot go with --since and --until: give one of them");
  const within = "undated" in options ? "undated" : undefined;
  const given = {
    actor,
    type,
    since,
    until,
    outlet,
    issue,
    reality,
    saidBy,
    within,
    minConfidence: confidence(options),
    limit: limit(options),
  };
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
