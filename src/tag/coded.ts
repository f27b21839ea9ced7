// An act as the model reads it → as the codebook has it, where it leaves no choice: what is yet to come, and both sides of talks. Pure.
import { YET_TO_COME } from "../codebook.ts";
import type { Act } from "./types.ts";

export const asCoded = (act: Act): Act => together(ahead(act));

/** "Will meet" is AGREE, "will withdraw" CONCEDE. */
function ahead(act: Act): Act {
  const type = YET_TO_COME[act.type];
  if (!type || !act.auxiliary.includes("future") || act.auxiliary.length > 1) return act;
  return { ...act, type, modes: [], auxiliary: [] };
}

/** Of talks all are actors, whom the model puts on either side; only who visits, calls or mediates does it to somebody. */
function together(act: Act): Act {
  if (act.type !== "CONSULT" || act.modes.some((mode) => mode !== "multilateral")) return act;
  return { ...act, arguments: act.arguments.map((one) => (one.role === "recipient" ? { ...one, role: "actor" } : one)) };
}
