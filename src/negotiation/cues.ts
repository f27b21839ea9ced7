// A word of a tree → the stance that it tells ("demanded", "its refusal", "a protest against") and the token of what is wanted or refused. Who takes the stand is holders.ts.
import type { Event } from "../events/types.ts";
import {
  auxiliariesOf,
  firstMarkOf,
  isNegated,
  keyIn,
  keysOf,
  kidIn,
  kidsBy,
  relOf,
  saysNo,
  stemIn,
  type Tree,
  wordIn,
} from "../grammar/tree.ts";
import { stemsOf } from "../grammar/words.ts";
import { conditionOf, eventsAt, isUnreal, statementsBy, type Told } from "./evidence.ts";
import { ownerOf } from "./holders.ts";
import { complementOf, isStand, pointsBack, topOf } from "./issues.ts";
import type { Stance } from "./types.ts";
import { ADJECTIVES, BY_EVENT, NOUNS, REACTS, VERBS } from "./wordlists.ts";

/** What is wanted or refused: a passive's subject, the verb's complement, else the head of what the statement that it introduces says. */
export function askedAt(told: Told, tree: Tree, at: number, passive: number | undefined): number {
  const verb = tree.tokens[at]!.upos === "VERB";
  if (verb && passive !== undefined) return passive;
  const refused = verb ? refusedAt(tree, at, eventsAt(told, tree, at)) : -1;
  const complement = refused >= 0 ? refused : complementOf(tree, at);
  // "Declined *the ministry's request* to hand over": the trees hang the clause on the verb.
  if (complement < 0 && !verb && isAnswered(tree, at))
    return kidsBy(tree, tree.tokens[at]!.head, "xcomp").find((kid) => kid > at && firstMarkOf(tree, kid) === "to") ?? -1;
  if (complement >= 0 || !verb) return complement;
  const [part] = statementsBy(told, tree, at).flatMap(({ content }) => content);
  const head = part ? topOf(tree, part) : -1;
  // "Asked if", "asked what": a question.
  const asks = kidIn(tree, head, "questions");
  return head > at && !asks && /NOUN|VERB|ADJ/.test(tree.tokens[head]!.upos) ? head : -1;
}

/** The stance that a word itself tells, whoever takes it. */
export function cueAt(tree: Tree, at: number, events: readonly Event[]): Stance | null {
  const { upos, head } = tree.tokens[at]!;
  const word = tree.stems[at]!;
  const keys = keysOf(tree, at);
  const first = (table: ReadonlyMap<string, Stance>): Stance | null => keys.map((key) => table.get(key)).find((stance) => stance) ?? null;
  if (upos === "VERB" && wantsWith(tree, at)) return "offers";
  // "Would like the troops to leave", not "likes".
  if (upos === "VERB" && word === "lik") return auxiliariesOf(tree, at).some((aux) => /^(?:would|'d)$/.test(aux)) ? "demands" : null;
  // "Would consider a truce if …": offered, on terms.
  if (upos === "VERB" && word === "consider")
    return auxiliariesOf(tree, at).some((aux) => /^(?:would|could|'d)$/.test(aux)) && conditionOf(tree, at) >= 0 ? "offers" : null;
  // "Held out *for* more", not "held out hope".
  if (upos === "VERB" && word === "hold" && tree.words[at + 1] === "out") return tree.words[at + 2] === "for" ? "demands" : null;
  if (upos === "VERB" && isPrepared(tree, at)) return "offers";
  if (upos === "VERB")
    return first(VERBS) ?? (events.length > 0 ? byEvent(first(BY_EVENT), events) : null) ?? cueByObject(tree, at, keys, events);
  if (upos === "ADJ") return kidsBy(tree, at, "xcomp", "advcl", "ccomp", "obl").length > 0 ? first(ADJECTIVES) : null;
  // A noun tells a stand where its verb only utters it ("repeated its demand"), not where the verb judges it ("rejected the demand").
  const none = head >= 0 && /^ha[vsd]/.test(tree.stems[head]!) && isNegated(tree, at);
  const judged = head >= 0 && /^(?:obj|obl)$/.test(relOf(tree, at)) && !stemIn(tree, head, "uttering") && !none;
  // But whose it is has it, whatever becomes of it, unless he himself drops it: "rejected *Iran's* demand for".
  const dropped = head >= 0 && keyIn(tree, head, "dropping");
  if (upos !== "NOUN") return null;
  // "A condition *for talks*" does not want the talks.
  if (/^condition$/.test(word) && kidsBy(tree, at, "nmod", "acl").some((kid) => firstMarkOf(tree, kid) === "for")) return null;
  // "Its stance *on drilling*" may be any.
  if (/^(?:stances?|positions?)$/.test(tree.words[at]!) && (wordIn(tree, at + 1, "topical") || /^towards?$/.test(tree.words[at + 1] ?? "")))
    return null;
  // "Stressed the *need* for talks".
  if (stemsOf("needs").has(word) && relOf(tree, at) === "obj" && head >= 0 && stemIn(tree, head, "stressing")) return "demands";
  // "Has no intention of leaving": an offer that is denied.
  if (stemsOf("wills").has(word) && none && saysNo(tree, at)) return "offers";
  // "Made no promise to": nothing is promised, and nothing refused.
  if (NOUNS.get(word) === "offers" && saysNo(tree, at)) return interestAt(tree, at);
  return (judged && (ownerOf(tree, at) < 0 || dropped) ? null : NOUNS.get(word)) ?? interestAt(tree, at) ?? protestAt(tree, at, events);
}

/** "Is *prepared* to hold a vote": trees take it for a passive. */
export const isPrepared = (tree: Tree, at: number): boolean =>
  tree.words[at] === "prepared" &&
  kidIn(tree, at, "being", "aux", "cop") &&
  kidsBy(tree, at, "xcomp", "advcl").some((kid) => firstMarkOf(tree, kid) === "to");

/** "Blocked the text" refuses it where it was coded so; a road is blocked, too. */
const byEvent = (stance: Stance | null, events: readonly Event[]): Stance | null =>
  stance !== "rejects" || events.some(({ type }) => type === "REJECT") ? stance : null;

/** "Wants to *work with* its neighbours": what cannot be done alone is offered. */
export const wantsWith = (tree: Tree, at: number): boolean =>
  tree.stems[at] === "want" &&
  kidsBy(tree, at, "obj", "iobj").length === 0 &&
  kidsBy(tree, at, "xcomp").some(
    (kid) => stemIn(tree, kid, "together") && kidsBy(tree, kid, "obl").some((it) => firstMarkOf(tree, it) === "with"),
  );

/** "Voiced its interest in *receiving* aid": only where it is voiced, and what for is told. */
function interestAt(tree: Tree, at: number): Stance | null {
  const { head } = tree.tokens[at]!;
  if (tree.stems[at] !== "interest" || head < 0 || !stemIn(tree, head, "uttering")) return null;
  const aim = complementOf(tree, at);
  if (aim < 0 || tree.tokens[aim]!.upos !== "VERB") return null;
  return "supports";
}

/** "A protest *against* the closure", "a rally *for* peace". */
function protestAt(tree: Tree, at: number, events: readonly Event[]): Stance | null {
  if (tree.tokens[at]!.upos !== "NOUN" || !events.some(({ type }) => type === "PROTEST")) return null;
  const marks = kidsBy(tree, at, "nmod", "obl").map((kid) => firstMarkOf(tree, kid));
  return marks.includes("against") ? "opposes" : null;
}

/** A verb that takes a stand only by what it is about: "denounced the *plan*", and a refusal in any words of what was asked ("turned a blind eye to this *demand*"). */
function cueByObject(tree: Tree, at: number, keys: readonly string[], events: readonly Event[]): Stance | null {
  const taken = keys.map((key) => REACTS.get(key)).find((it) => it);
  const object = kidsBy(tree, at, "obj").find((kid) => kid > at);
  if (tree.stems[at] === "claim" && object !== undefined && stemIn(tree, object, "claimed-goods")) return "demands";
  if ((taken === "supports" || taken === "opposes") && object !== undefined && stemIn(tree, object, "plans")) return taken;
  // "Welcomed *expanding* trade": what is done so is wanted.
  const doing = kidsBy(tree, at, "xcomp", "ccomp").find((kid) => kid > at);
  if (tree.stems[at] === "welcom" && object === undefined && doing !== undefined && isDoing(tree, doing)) return "supports";
  if (/^(?:defend|justifi|uphold)$/.test(tree.stems[at]!) && events.some(({ type }) => type === "SUPPORT")) return "supports";
  return refusedAt(tree, at, events) >= 0 ? "rejects" : null;
}

const isDoing = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.upos === "VERB" && /ing$/.test(tree.words[at]!) && kidsBy(tree, at, "det", "mark", "nsubj").length === 0;

/** "Rejected *Iran's demand*": made, or it could not be rejected. */
export const isAnswered = (tree: Tree, at: number): boolean => {
  const { head, upos } = tree.tokens[at]!;
  if (upos !== "NOUN" || head < 0 || relOf(tree, at) !== "obj" || ownerOf(tree, at) < 0 || isUnreal(tree, head)) return false;
  return /^(?:rejects|opposes|accepts)$/.test(VERBS.get(tree.stems[head]!) ?? "");
};

/** "The demand" after a verb that a coded refusal rests on; -1 where there is none. */
function refusedAt(tree: Tree, at: number, events: readonly Event[]): number {
  if (kidsBy(tree, at, "xcomp", "ccomp").length > 0) return -1;
  if (!events.some(({ type, trigger }) => type === "REJECT" && trigger.start === tree.tokens[at]!.start)) return -1;
  return kidsBy(tree, at, "obj", "obl").find((kid) => kid > at && isStand(tree, kid) && pointsBack(tree, kid)) ?? -1;
}
