// An act's trigger in its sentence → how the sentence tells the deed: as done, as somebody's accusation, as planned, feared or left undone, or as content of another act that is no deed of its own. Pure.

import { type Auxiliary, TYPES } from "../codebook.ts";
import { climb, headIn, kidsBy, markOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act } from "../tag/types.ts";

/**
 * What stands over a deed. `aux`: it is told with that auxiliary mode; `accused`: the word at `by` charges somebody with it, and `known` where it is sure that it happened
 * ("accused of *the* murder"); `denied`: the subject of the word at `by` is said to have had no part in it, whoever did it; `dropped`: it is no deed at all.
 */
export type Telling =
  | { readonly kind: "aux"; readonly aux: Auxiliary }
  | { readonly kind: "accused"; readonly by: number; readonly known: boolean }
  | { readonly kind: "denied"; readonly by: number }
  | { readonly kind: "dropped" };

/** How a word takes the deed: "to do", "doing", "that they do", the deed as its object, or a preposition. */
interface Frame {
  readonly words: RegExp;
  readonly links: RegExp;
  readonly telling: Auxiliary | "accused" | "denied" | "dropped";
}

const frame = (telling: Frame["telling"], links: string, words: string): Frame => ({
  telling,
  links: new RegExp(`^(?:${links})$`),
  words: new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`),
});

const FRAMES: readonly Frame[] = [
  frame(
    "accused",
    "of|for|with|over|that|in|to",
    "accus(?:e|es|ed|ing) charg(?:es|ed|ing) suspect(?:|s|ed|ing) alleg(?:e|es|ed|ing) blam(?:e|es|ed|ing)",
  ),
  frame("accused", "of|that|over", "accusations? allegations? suspicions?"),
  frame("accused", "object", "blam(?:e|es|ed|ing)"),
  frame("negation", "to", "fail(?:|s|ed|ing) failure unable refus(?:e|es|ed|ing) refusal declin(?:e|es|ed|ing)"),
  frame("negation", "from", "refrain(?:|s|ed|ing) abstain(?:|s|ed|ing) desist(?:|s|ed|ing)"),
  frame("negation", "of", "short stop(?:s|ped|ping)"),
  frame("negation", "doing", "avoid(?:|s|ed|ing)"),
  frame("negation", "that", "den(?:y|ies|ied|ying)"),
  frame("denied", "doing|object", "den(?:y|ies|ied|ying) disclaim(?:|s|ed|ing) disavow(?:|s|ed|ing)"),
  frame(
    "dropped",
    "from",
    "prevent(?:|s|ed|ing) stop(?:|s|ped|ping) ban(?:|s|ned|ning) bar(?:|s|red|ring) block(?:|s|ed|ing) prohibit(?:|s|ed|ing) discourag(?:e|es|ed|ing) dissuad(?:e|es|ed|ing) deter(?:|s|red|ring) forbid(?:|s) forbade forbidden keep(?:|s|ing) kept",
  ),
  frame(
    "dropped",
    "object",
    "prevent(?:|s|ed|ing) avert(?:|s|ed|ing) avoid(?:|s|ed|ing) foil(?:|s|ed|ing) thwart(?:|s|ed|ing) forestall(?:|s|ed|ing)",
  ),
  frame("dropped", "object", "ban(?:|s|ned|ning) prohibit(?:|s|ed|ing) outlaw(?:|s|ed|ing) forbid(?:|s) forbade forbidden"),
  frame("dropped", "on", "bans?"),
  frame("dropped", "of|to|for", "risks? dangers? threats? plots? possibility likelihood prospects?"),
  frame("dropped", "to", "threaten(?:|s|ed|ing) forbid(?:|s) forbade forbidden bids?"),
  frame(
    "dropped",
    "to",
    "call(?:|s|ed|ing) appeal(?:|s|ed|ing) demand(?:|s|ed|ing) request(?:|s|ed|ing) offers? proposals? invitations? urg(?:e|es|ed|ing) ask(?:|s|ed|ing) implor(?:e|es|ed|ing) plead(?:|s|ed|ing) press(?:|es|ed|ing) petition(?:|s|ed|ing)",
  ),
  frame("dropped", "that", "demand(?:|s|ed|ing) request(?:|s|ed|ing) urg(?:e|es|ed|ing)"),
  frame("dropped", "for", "call(?:|s|ed|ing) appeal(?:|s|ed|ing) demands?"),
  frame(
    "historical",
    "object",
    "end(?:|s|ed|ing) suspend(?:|s|ed|ing) halt(?:|s|ed|ing) cancel(?:|s|ed|led|ing|ling) abandon(?:|s|ed|ing)",
  ),
  frame("hypothetical", "to|that", "expect(?:|s|ed|ing) hop(?:e|es|ed|ing) want(?:|s|ed|ing) wish(?:|es|ed|ing) likely fear(?:|s|ed|ing)"),
  frame("hypothetical", "doing", "consider(?:|s|ed|ing)"),
  frame(
    "hypothetical",
    "doing|object",
    "fear(?:|s|ed|ing) contemplat(?:e|es|ed|ing) mull(?:|s|ed|ing) propos(?:e|es|ed|ing) threaten(?:|s|ed|ing)",
  ),
  frame("hypothetical", "of", "fears? warn(?:|s|ed|ing) warnings?"),
  frame("future", "to|object", "plan(?:|s|ned|ning) prepar(?:e|es|ed|ing) intend(?:|s|ed|ing)"),
  frame("future", "to", "intentions? vow(?:|s|ed|ing) pledg(?:e|es|ed|ing) promis(?:e|es|ed|ing) scheduled due"),
  frame("future", "for|of", "plans? planning preparations?"),
];

/** Words that set a noun's deed apart: "the *planned* protest". */
const BEFORE: readonly (readonly [RegExp, Auxiliary])[] = [
  [/^(?:planned|upcoming|forthcoming|scheduled)$/, "future"],
  [
    /^(?:alleged|perceived|supposed|purported|rumou?red|feared|possible|potential|proposed|threatened|averted|would-be|hypothetical)$/,
    "hypothetical",
  ],
];

/** Verbs that only carry the deed that is their object: "to *stage* a protest", "to *hold* talks". */
const CARRIERS = formsOf("carrying-verbs");

/** A part in a deed: whose part it was, his deed it was, and who had none, did not do it. */
const SHARE = formsOf("shares-in-deeds");
const SHARING = formsOf("sharing-in-deeds");

/** What may be rejected by him of whom it is told. */
const CLAIM = formsOf("claims-rejected");
const REJECTING = formsOf("rebutting");

/** What there may be none of for a deed that somebody is suspected of. */
const EVIDENCE = formsOf("evidence");

/** Types that look ahead by themselves: to expect talks is to have agreed on them. */
const AHEAD = /^(?:AGREE|THREATEN|REQUEST|REJECT)$/;

/** @returns null where the sentence tells the deed as done, or where nothing but the model tells how. */
export function tellingOf(act: Act, tree: Tree): Telling | null {
  const trigger = headIn(tree, act.trigger);
  if (trigger < 0) return null;
  const { quad } = TYPES[act.type];
  const found = (quad === 4 ? aloof(tree, trigger) : null) ?? above(tree, trigger) ?? beside(tree, trigger);
  // Words are denied by denying what they say: the accusation that somebody denies was made.
  if (found?.kind === "denied" && quad % 2 === 1) return tree.tokens[trigger]!.upos === "NOUN" ? null : aux("negation");
  if (found?.kind !== "aux") return found;
  // What one ends one has done; talks are held all the same.
  if (found.aux === "historical") return quad >= 3 && tree.tokens[trigger]!.upos === "NOUN" ? found : null;
  // "Will not accept" is itself the rejection.
  const itself = found.aux === "negation" ? act.type === "REJECT" : AHEAD.test(act.type);
  return itself ? null : found;
}

/** "Had no part in", "denied any role in", "was not involved in": who is told to have kept out of a deed. */
function aloof(tree: Tree, trigger: number): Telling | null {
  const share = shareIn(tree, trigger);
  if (share < 0) return null;
  const { words, tokens } = tree;
  const has = relOf(tree, share) === "obj" ? tokens[share]!.head : share;
  if (words[share] === "nothing" || isDenied(tree, share) || isDenied(tree, has)) return { kind: "denied", by: has };
  const found = above(tree, share) ?? (has === share ? null : above(tree, has));
  return found?.kind === "aux" && found.aux === "negation" ? { kind: "denied", by: has } : found;
}

/** The word for a part that the deed hangs on, or that stands beside it: "played no *role* in …" hangs on either; -1 for none. */
function shareIn(tree: Tree, trigger: number): number {
  const { words, tokens } = tree;
  const up = tokens[trigger]!.head;
  if (up < 0 || !/^(?:in|for|with)$/.test(markOf(tree, trigger))) return -1;
  if (SHARE.has(words[up]!) || SHARING.has(words[up]!)) return up;
  // "Nothing to do with".
  const noun = words[up] === "do" && words[tokens[up]!.head] === "nothing" ? tokens[up]!.head : -1;
  // "Allegations of *involvement* in".
  return noun >= 0 ? noun : (kidsBy(tree, up, "obj", "nmod").find((kid) => kid < trigger && SHARE.has(words[kid]!)) ?? -1);
}

/** The nearest word that takes the deed as its content, up through what shares it with the deed. */
function above(tree: Tree, trigger: number): Telling | null {
  const { tokens, words } = tree;
  const seen = new Set<number>();
  for (let at = hostOf(tree, trigger); at >= 0 && !seen.has(at); ) {
    seen.add(at);
    const up = tokens[at]!.head;
    if (up < 0) return null;
    if (/^(?:instead of|rather than|without)$/.test(markOf(tree, at)) && words[at]!.endsWith("ing")) return aux("negation");
    const link = linkOf(tree, at);
    const taken = link === null ? undefined : FRAMES.find((one) => one.links.test(link) && one.words.test(words[up]!));
    // "Planned the attack" that happened; "planned an attack" may be all that they did.
    if (taken && link === "object" && !/^(?:accused|denied|dropped|historical)$/.test(taken.telling) && isDefinite(tree, at)) return null;
    // "Rejected claims of killing": his own deed; "claims that its troops killed": theirs.
    if (link !== null && CLAIM.has(words[up]!) && /^(?:of|that)$/.test(link) && isRejected(tree, up))
      return { kind: "denied", by: link === "that" ? at : tokens[up]!.head };
    if (/^(?:of|that)$/.test(link ?? "") && EVIDENCE.has(words[up]!) && isDenied(tree, up)) return aux("hypothetical");
    if (taken) return tell(tree, taken, up, trigger);
    // "Killing … and burning", "helping to carry out", "staging a protest": one content.
    const relation = relOf(tree, at);
    const shared =
      relation === "conj"
        ? at > up && (isBare(tree, at) || sharesTo(tree, at, up))
        : relation === "xcomp" || (relation === "obj" && CARRIERS.has(words[up]!));
    if (!shared) return null;
    at = up;
  }
  return null;
}

/** "Charged with *attacking* officers": trees take the gerund for an adjective of its object, which then hangs where the gerund should. */
function hostOf(tree: Tree, at: number): number {
  const { tokens, words } = tree;
  const noun = tokens[at]!.head;
  const opens = relOf(tree, at) === "amod" && /ing$/.test(words[at]!) && kidsBy(tree, noun, "case", "mark").includes(at - 1);
  return opens ? noun : at;
}

const aux = (mode: Auxiliary): Telling => ({ kind: "aux", aux: mode });

function tell(tree: Tree, { telling }: Frame, by: number, trigger: number): Telling | null {
  if (telling === "accused") return { kind: "accused", by, known: isDefinite(tree, trigger) };
  if (telling === "dropped") return { kind: "dropped" };
  // "Did not deny killing" owns up to nothing yet.
  if (telling === "denied") return isDenied(tree, by) ? aux("hypothetical") : { kind: "denied", by };
  if (!isDenied(tree, by)) return aux(telling);
  // "Has no plans to", but "did not fail to".
  return telling === "negation" ? null : aux("negation");
}

const isRejected = (tree: Tree, claim: number): boolean =>
  relOf(tree, claim) === "obj" && REJECTING.has(tree.words[tree.tokens[claim]!.head]!);

const isDenied = (tree: Tree, at: number): boolean =>
  tree.kids(at).some((kid) => kid < at && /^(?:not|n't|never|no)$/.test(tree.words[kid]!) && tree.words[kid + 1] !== "only");

const isDefinite = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.upos === "NOUN" &&
  tree.kids(at).some((kid) => tree.tokens[kid]!.deprel === "nmod:poss" || /^(?:the|this|that|these|those)$/.test(tree.words[kid]!));

/** Without a subject or a tense of its own, so that it goes on with the clause before it. */
const isBare = (tree: Tree, at: number): boolean =>
  kidsBy(tree, at, "nsubj", "aux", "mark", "case").length === 0 && (tree.tokens[at]!.upos !== "VERB" || /ing$/.test(tree.words[at]!));

/** "To pull out and *boycott*": an infinitive that goes on from one with "to" before it. */
const sharesTo = (tree: Tree, at: number, up: number): boolean =>
  markOf(tree, up) === "to" &&
  tree.tokens[at]!.upos === "VERB" &&
  kidsBy(tree, at, "nsubj", "aux", "mark", "case").length === 0 &&
  !/(?:ed|s)$/.test(tree.words[at]!);

/** How the word above takes the one at `at`, as FRAMES has it. */
function linkOf(tree: Tree, at: number): string | null {
  const { tokens, words } = tree;
  const relation = relOf(tree, at);
  const mark = markOf(tree, at);
  if (/^(?:xcomp|ccomp|advcl|acl|obl|nmod|csubj|amod)$/.test(relation) && mark !== "") return mark;
  if (/^(?:xcomp|ccomp)$/.test(relation)) {
    const gerund = /ing$/.test(words[at]!) || kidsBy(tree, at, "aux", "cop").some((kid) => /^(?:having|being)$/.test(words[kid]!));
    return gerund ? "doing" : relation === "ccomp" && /^(?:VERB|AUX|ADJ)$/.test(tokens[at]!.upos) ? "that" : null;
  }
  const taken = relation === "obj" || tokens[at]!.deprel === "nsubj:pass";
  return taken && tokens[at]!.upos === "NOUN" ? "object" : null;
}

/** What stands with the trigger itself: "no talks", "the planned protest", "allegedly shot", "no agreement was reached". */
function beside(tree: Tree, trigger: number): Telling | null {
  const { words, kids } = tree;
  if (isUnmet(tree, trigger) || isCounterfactual(tree, trigger)) return aux("hypothetical");
  if (isDenied(tree, trigger) || kidsBy(tree, trigger, "nsubj").some((kid) => isDenied(tree, kid))) return aux("negation");
  for (const kid of kids(trigger)) {
    if (words[kid] === "allegedly") return aux("hypothetical");
    const before = relOf(tree, kid) === "amod" ? BEFORE.find(([word]) => word.test(words[kid]!)) : undefined;
    if (before) return aux(before[1]);
  }
  return null;
}

const AHEAD_OF = formsOf("ahead-of");

/** "Would not stop until the rebels *withdrew*": a condition that nobody has met. */
function isUnmet(tree: Tree, trigger: number): boolean {
  const clause = climb(tree, trigger, /^(?:xcomp|conj|obj|nsubj)$/).find((at) => relOf(tree, at) === "advcl") ?? -1;
  const host = clause < 0 ? -1 : tree.tokens[clause]!.head;
  if (host < 0 || !/^(?:until|unless|only after|before|if|provided)$/.test(markOf(tree, clause))) return false;
  return kidsBy(tree, host, "aux").some((kid) => AHEAD_OF.has(tree.words[kid]!));
}

/** "A text that *would have committed* them": it has not. */
const isCounterfactual = (tree: Tree, trigger: number): boolean => {
  const helpers = kidsBy(tree, trigger, "aux").map((kid) => tree.words[kid]!);
  return helpers.some((word) => /^(?:would|could|might|should)$/.test(word)) && helpers.includes("have");
};
