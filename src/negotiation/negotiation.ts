// Tagged, Cast and Coded → Negotiation: who stands where, who moved, what was promised, how it was taken, what came of it. Reads no files.
import type { Cast } from "../actors/types.ts";
import type { Coded } from "../events/types.ts";
import type { Tagged } from "../tag/types.ts";
import { commitmentsOf } from "./commitments.ts";
import { toldOf } from "./evidence.ts";
import { outcomesOf } from "./outcomes.ts";
import { positionsOf } from "./positions.ts";
import { reactionsOf } from "./reactions.ts";
import type { Negotiation } from "./types.ts";

export function negotiationOf(tagged: Tagged, cast: Cast, coded: Coded): Negotiation {
  const told = toldOf(tagged, cast, coded);
  const positions = positionsOf(told);
  return { positions, commitments: commitmentsOf(told, positions), ...reactionsOf(told), outcomes: outcomesOf(told) };
}
