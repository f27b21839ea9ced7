// Rows of the shelf → a picture on standard output, as one SVG document.
import { drawBalance } from "../picture/balance.ts";
import { drawPositions } from "../picture/positions.ts";
import { drawTimeline } from "../picture/timeline.ts";
import type { BalanceRow, PositionRow, TimelineRow } from "../picture/types.ts";
import type { Answer, Value } from "../store/types.ts";
import type { Effects } from "./effects.ts";

type Picture = "timeline" | "positions" | "dyads";

/** @param pair the two codes, for dyads */
export async function writePicture(
  picture: Picture,
  answer: Answer,
  { out, err }: Pick<Effects, "out" | "err">,
  pair: readonly [string, string] = ["", ""],
): Promise<void> {
  const all = await objectsOf(answer);
  // A month or a year is no place on a line of days; what is only said is no deed.
  const rows = all.filter((row) => (picture === "timeline" ? row.day !== null : picture !== "dyads" || row.events !== 0));
  if (picture === "timeline" && rows.length < all.length)
    await err.write(
      `readout: timeline: ${all.length - rows.length} dated to a month or a year only, and not drawn: leave --svg out to list them\n`,
    );
  const drawn = {
    timeline: () => drawTimeline(rows as unknown as TimelineRow[]),
    positions: () => drawPositions(rows as unknown as PositionRow[]),
    dyads: () => drawBalance(rows as unknown as BalanceRow[], pair),
  }[picture]();
  await out.write(drawn);
}

async function objectsOf({ columns, groups }: Answer): Promise<Record<string, Value>[]> {
  const objects: Record<string, Value>[] = [];
  for await (const rows of groups) for (const row of rows) objects.push(Object.fromEntries(row.map((cell, at) => [columns[at]!, cell])));
  return objects;
}
