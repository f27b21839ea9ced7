// A question that leaves out what has no date → how many rows those are, told on standard error.
import { leavesUndated, undatedQueryOf } from "../store/ask.ts";
import type { Filters, Shelf } from "../store/types.ts";
import type { Effects } from "./effects.ts";

/** @param command that lists them with --undated */
export async function tellUndated(
  file: string,
  command: string,
  filters: Filters,
  shelf: Shelf,
  { err }: Pick<Effects, "err">,
): Promise<void> {
  if (!leavesUndated(file, filters) || filters.within === "undated") return;
  const { groups } = await shelf.ask(undatedQueryOf(file, filters));
  let count = 0;
  for await (const [row] of groups) count = row?.[0] as number;
  if (count > 0)
    await err.write(
      `readout: undated: ${count} ${count === 1 ? "row has" : "rows have"} no date and ${count === 1 ? "is" : "are"} not here: readout ${command} --undated lists ${count === 1 ? "it" : "them"}\n`,
    );
}
