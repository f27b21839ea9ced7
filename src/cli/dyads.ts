// `readout dyads`: what codes did to each other, by month → rows, or a picture of two of them.
import { queryOf } from "../store/ask.ts";
import type { Query } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { UsageError } from "./errors.ts";
import { filtersOf } from "./filters.ts";
import type { RowFormat } from "./options.ts";
import { writePicture } from "./pictures.ts";
import { writeRows } from "./rows.ts";
import { tellUndated } from "./undated.ts";

const shown = ["month", "source", "target", "events", "cooperation", "conflict", "mean_score", "only_said", "not_so"];

/** @param codes none, one that takes part, or two that do @throws UsageError, ShelfError */
export async function dyads(options: Readonly<Record<string, string>>, codes: readonly string[], effects: Effects): Promise<number> {
  const { actor: _, limit, ...filters } = options;
  const asked = filtersOf(filters);
  const query = between(queryOf("dyads_monthly", asked), codes, filtersOf(limit === undefined ? {} : { limit }).limit);
  if ("svg" in options && codes.length !== 2)
    throw new UsageError("--svg", `draws two actors, but --actor names ${codes.length}: give both, as in --actor UKR --actor RUS`);
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "read");
  try {
    const answer = await shelf.ask(query);
    if ("svg" in options) await writePicture("dyads", answer, effects, [codes[0]!, codes[1]!]);
    else await writeRows(answer, options.as as RowFormat | undefined, shown, effects);
    await tellUndated("dyads_monthly", "events", asked, shelf, effects);
  } finally {
    await shelf.close();
  }
  return 0;
}

/** The rows of one code, or those between two, both ways. */
function between({ sql, ...query }: Query, codes: readonly string[], limit: number | undefined): Query {
  if (codes.length > 2) throw new UsageError("--actor", `names ${codes.length} actors: give two at most`);
  for (const code of codes)
    if (!/^[A-Z]{3}$/.test(code)) throw new UsageError("--actor", `“${code}” is no code: give one as in UKR, which readout actors tells`);
  const [one, two] = codes;
  const where = [
    ...(one === undefined
      ? []
      : [two === undefined ? "(source = $one OR target = $one)" : "(source = $one AND target = $two OR source = $two AND target = $one)"]),
  ];
  return {
    ...query,
    sql: `FROM (\n${sql}\n)${where.length > 0 ? `\nWHERE ${where}` : ""}\nORDER BY month, source, target${limit === undefined ? "" : `\nLIMIT ${limit}`}`,
    params: { ...query.params, ...(one !== undefined && { one }), ...(two !== undefined && { two }) },
  };
}
