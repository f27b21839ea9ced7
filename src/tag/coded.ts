// An act as the model reads it → as the codebook has it, where it leaves no choice: what is yet to come, and both sides of talks. Pure.
import { YET_TO_COME } from "../codebook.ts";
import type { Act } from "./types.ts";

/** @param word the trigger's first word @param sentence its words */
export const asCoded = (act: Act, word: string, sentence: string): Act => onGround(together(ahead(act), word), sentence);

const BOMB = /\b(?:bomb(?:s|ings?|ed)?|explosions?|blasts?|grenades?|explosives?|landmines?|mines?)\b/i;
/** What a bomb from the air is told with. */
const AIR =
  /\b(?:air|aerial|air-?(?:strikes?|raids?|force)|aircrafts?|(?:war)?planes?|jets?|helicopters?|drones?|missiles?|rockets?|sort(?:ie|ies)|barrel bombs?|bombers?|bombard(?:s|ed|ing|ments?)?|carpet|cluster|NATO|coalition|strikes?|dropped|pilots?|skies|sky)\b/i;

/** "A series of bomb attacks": nothing in the sentence flies. */
const onGround = (act: Act, sentence: string): Act =>
  act.type === "ASSAULT" && act.modes.includes("aerial") && BOMB.test(sentence) && !AIR.test(sentence)
    ? { ...act, modes: ["explosives"] }
    : act;

/** What both sides do alike. A visit, a call and a reception have a guest and a host. */
const TALKS =
  /^(?:meet|meets|met|meeting|talk(?:s|ed|ing)?|negotiat(?:e|es|ed|ing|ions?)|discuss(?:es|ed|ing|ions?)?|confer(?:s|red|ring)?|consult(?:s|ed|ing|ations?)?|summit|sat|sit|sits|sitting|bargain(?:s|ed|ing)?|haggled?|conversed?|dialogue|round)$/i;

/** "Will meet" is AGREE, "will withdraw" CONCEDE. */
function ahead(act: Act): Act {
  const type = YET_TO_COME[act.type];
  if (!type || !act.auxiliary.includes("future") || act.auxiliary.length > 1) return act;
  return { ...act, type, modes: [], auxiliary: [] };
}

/** Of talks all are actors, on whichever side the model puts them. */
function together(act: Act, word: string): Act {
  if (act.type !== "CONSULT" || !TALKS.test(word) || act.modes.some((mode) => mode !== "multilateral")) return act;
  return { ...act, arguments: act.arguments.map((one) => (one.role === "recipient" ? { ...one, role: "actor" } : one)) };
}
