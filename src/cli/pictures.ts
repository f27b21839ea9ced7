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
  { out }: Pick<Effects, "out">,
  pair: readonly [string, string] = ["", ""],
): Promise<void> {
  const rows = await objectsOf(answer);
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
