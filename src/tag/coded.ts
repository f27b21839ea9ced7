// An act as the model reads it → as the codebook has it, where it leaves no choice: what is yet to come, and both sides of talks. Pure.

import { YET_TO_COME } from "../codebook.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act } from "./types.ts";

/** @param word the trigger's first word @param sentence its words */
export const asCoded = (act: Act, word: string, sentence: string): Act =>
  lightened(onGround(inWords(asMet(together(ahead(act), word), word), word, sentence), sentence), word, sentence);

/** What a clash is fought with, or by whom. */
const FORCE =
  /\b(?:polic\w*|troops?|soldiers?|rebels?|militants?|militias?|gunm[ae]n|protest[eo]rs?|demonstrators?|rioters?|fighters?|forces?|army|guards?|kill\w*|dead|deaths?|injur\w*|wound\w*|hurt|shots?|shoot\w*|fir(?:e|ed|ing)|stones?|gas|weapons?|armed|deadly|violen\w*|fans|gangs?|gangsters|residents|villagers|herders|farmers|insurgents?|crowds?|streets?|border)\b/i;

/** "The parties clashed *over* the budget": with words, where nothing in the sentence tells of force. */
const inWords = (act: Act, word: string, sentence: string): Act =>
  act.type === "ASSAULT" &&
  /^(?:clash|spar)(?:|es|s|ed|red|ing|ring)$/i.test(word) &&
  /\bover\b/i.test(sentence) &&
  !FORCE.test(sentence.slice(0, sentence.lastIndexOf(" over "))) &&
  !/\b(?:kill|injur|wound|shot|dead)/i.test(sentence)
    ? { ...act, type: "ACCUSE", modes: ["disapprove"] }
    : act;

/** What weighs on others, and how one takes some of it away. */
const BURDEN =
  /\b(?:tariffs?|(?:import|customs|export) dut(?:y|ies)|sanctions?|embargo(?:es)?|quotas?|restrictions?|curbs?|levy|levies|surcharges?|blockade)\b/i;
const EASES = formsOf("easing");

/** "Will *halve* its tariff": a burden that is lightened is none that is laid on. */
const lightened = (act: Act, word: string, sentence: string): Act =>
  act.type === "SANCTION" && EASES.has(word.toLowerCase()) && BURDEN.test(sentence)
    ? { ...act, type: "CONCEDE", modes: [], auxiliary: act.auxiliary.filter((aux) => aux !== "future") }
    : act;

const BOMB = /\b(?:bombs?|explosions?|blasts?|grenades?|explosives?|landmines?|mines?)\b/i;
/** What a bomb from the air is told with. */
const AIR =
  /\b(?:air|aerial|air-?(?:strikes?|raids?|force)|aircrafts?|(?:war)?planes?|jets?|helicopters?|drones?|missiles?|rockets?|sort(?:ie|ies)|barrel bombs?|bombers?|bombard(?:s|ed|ing|ments?)?|carpet|cluster|NATO|coalition|strikes?|dropped|pilots?|skies|sky)\b/i;

/** "A series of bomb attacks": nothing in the sentence flies. */
const onGround = (act: Act, sentence: string): Act =>
  act.type === "ASSAULT" && act.modes.includes("aerial") && BOMB.test(sentence) && !AIR.test(sentence)
    ? { ...act, modes: ["explosives"] }
    : act;

/** What both sides do alike. A visit, a call and a reception have a guest and a host. */
const TALKS = formsOf("talks-alike");

/** "Will meet" is AGREE, "will withdraw" CONCEDE. */
function ahead(act: Act): Act {
  const type = YET_TO_COME[act.type];
  if (!type || !act.auxiliary.includes("future") || act.auxiliary.length > 1) return act;
  return { ...act, type, modes: [], auxiliary: [] };
}

/** A visit has a host: where both sides are actors, they met. */
const asMet = (act: Act, word: string): Act =>
  /^(?:audience|reception|ceremony|session|summit|conference|meeting|talks?|met|meets?)$/i.test(word) &&
  act.type === "CONSULT" &&
  act.modes.includes("visit") &&
  act.arguments.filter(({ role }) => role === "actor").length > 1 &&
  act.arguments.every(({ role }) => role !== "recipient")
    ? { ...act, modes: act.modes.filter((mode) => mode !== "visit") }
    : act;

/** Of talks all are actors, on whichever side the model puts them. */
function together(act: Act, word: string): Act {
  if (act.type !== "CONSULT" || !TALKS.has(word.toLowerCase()) || act.modes.some((mode) => mode !== "multilateral")) return act;
  return { ...act, arguments: act.arguments.map((one) => (one.role === "recipient" ? { ...one, role: "actor" } : one)) };
}
