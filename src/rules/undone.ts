// An act's trigger in its sentence → how the sentence tells the deed: as done, as somebody's accusation, as planned, feared or left undone, or as content of another act that is no deed of its own. Pure.

import { type Auxiliary, TYPES } from "../codebook.ts";
import { isOff } from "../grammar/trace.ts";
import { climb, headIn, kidsBy, markOf, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import type { Act } from "../tag/types.ts";
import type { Rule } from "./rule.ts";

/**
 * What stands over a deed. `aux`: it is told with that auxiliary mode; `accused`: the word at `by` charges somebody with it, and `known` where it is sure that it happened
 * ("accused of *the* murder"); `denied`: the subject of the word at `by` is said to have had no part in it, whoever did it; `dropped`: it is no deed at all. `rule` says so.
 */
export type Telling = { readonly rule: Rule } & (
  | { readonly kind: "aux"; readonly aux: Auxiliary }
  | { readonly kind: "accused"; readonly by: number; readonly known: boolean }
  | { readonly kind: "denied"; readonly by: number }
  | { readonly kind: "dropped" }
);

/** How a word takes the deed: "to do", "doing", "that they do", the deed as its object, or a preposition. */
interface Frame extends Rule {
  readonly words: ReadonlySet<string>;
  readonly links: RegExp;
  readonly telling: Auxiliary | "accused" | "denied" | "dropped";
}

/** The first that fits tells. */
const FRAMES: readonly Frame[] = [
  {
    name: "telling.accused-of",
    telling: "accused",
    links: /^(?:of|for|with|over|that|in|to)$/,
    words: formsOf("accusing"),
    why: "what somebody is charged with is told by whoever charges him",
    fires: "Togo accused Ghana of attacking its villages.",
    spares: "Ghana attacked the villages of Togo.",
  },
  {
    name: "telling.accusation",
    telling: "accused",
    links: /^(?:of|that|over)$/,
    words: formsOf("accusations"),
    why: "what an accusation tells is told by whoever makes it",
    fires: "Togo repeated its accusations that Ghana attacked a village.",
    spares: "Ghana attacked a village in Togo.",
  },
  {
    name: "telling.blamed",
    telling: "accused",
    links: /^(?:object)$/,
    words: formsOf("blaming"),
    why: "who blames somebody for a deed tells that he did it",
    fires: "Togo blamed the attack on Ghana.",
    spares: "Ghana attacked Togo.",
  },
  {
    name: "telling.failed-to",
    telling: "negation",
    links: /^(?:to)$/,
    words: formsOf("failing-to"),
    why: "what somebody failed or refused to do was not done",
    fires: "Togo failed to withdraw its troops from Ghana.",
    spares: "Togo withdrew its troops from Ghana.",
  },
  {
    name: "telling.refrained",
    telling: "negation",
    links: /^(?:from)$/,
    words: formsOf("refraining"),
    why: "what somebody refrained from was not done",
    fires: "Togo refrained from attacking Ghana.",
    spares: "Togo attacked Ghana.",
  },
  {
    name: "telling.short-of",
    telling: "negation",
    links: /^(?:of)$/,
    words: formsOf("stopping-short"),
    why: "what somebody stopped short of was not done",
    fires: "Togo stopped short of condemning Ghana.",
    spares: "Togo condemned Ghana.",
  },
  {
    name: "telling.avoided-doing",
    telling: "negation",
    links: /^(?:doing)$/,
    words: formsOf("avoiding"),
    why: "what somebody avoided doing was not done",
    fires: "Togo avoided condemning Ghana.",
    spares: "Togo condemned Ghana.",
  },
  {
    name: "telling.denied-that",
    telling: "negation",
    links: /^(?:that)$/,
    words: formsOf("denying"),
    why: "what is denied is told as not done",
    fires: "Togo denied that its army had attacked Ghana.",
    spares: "Togo said that its army had attacked Ghana.",
  },
  {
    name: "telling.denied",
    telling: "denied",
    links: /^(?:doing|object)$/,
    words: formsOf("disclaiming"),
    why: "who denies a deed is told not to have done it",
    fires: "Togo denied attacking the village in Ghana.",
    spares: "Togo admitted attacking the village in Ghana.",
  },
  {
    name: "telling.kept-from",
    telling: "dropped",
    links: /^(?:from)$/,
    words: formsOf("preventing"),
    why: "what somebody was kept from was not done",
    fires: "Togo prevented the rebels from attacking the city.",
    spares: "The rebels attacked the city in Togo.",
  },
  {
    name: "telling.averted",
    telling: "dropped",
    links: /^(?:object)$/,
    words: formsOf("averting"),
    why: "what was averted did not come about",
    fires: "Police in Togo foiled an attack on the embassy of Ghana.",
    spares: "Rebels in Togo carried out an attack on the embassy of Ghana.",
  },
  {
    name: "telling.banned",
    telling: "dropped",
    links: /^(?:object)$/,
    words: formsOf("banning"),
    why: "what is banned is not done by whoever bans it",
    fires: "Togo banned protests in the capital.",
    spares: "Residents of Togo held protests in the capital.",
  },
  {
    name: "telling.ban-on",
    telling: "dropped",
    links: /^(?:on)$/,
    words: formsOf("bans"),
    why: "what a ban is on is not done by whoever bans it",
    fires: "Togo imposed a ban on protests in the capital.",
    spares: "Residents of Togo held protests in the capital.",
  },
  {
    name: "telling.risk-of",
    telling: "dropped",
    links: /^(?:of|to|for)$/,
    words: formsOf("risks"),
    why: "what there is a risk or a plot of was not done",
    fires: "The minister spoke of the risk of attacks on Togo.",
    spares: "The minister spoke of the attacks on Togo.",
  },
  {
    name: "telling.threatened-to",
    telling: "dropped",
    links: /^(?:to)$/,
    words: formsOf("threatening-or-bidding"),
    why: "what is threatened, forbidden or tried for is not done by that",
    fires: "Togo threatened to attack Ghana.",
    spares: "Togo attacked Ghana.",
  },
  {
    name: "telling.asked-to",
    telling: "dropped",
    links: /^(?:to)$/,
    words: formsOf("asking-for"),
    why: "what somebody is asked or offered to do is not done by that",
    fires: "Togo urged Ghana to release the prisoners.",
    spares: "Ghana released the prisoners.",
  },
  {
    name: "telling.demanded-that",
    telling: "dropped",
    links: /^(?:that)$/,
    words: formsOf("demanding-that"),
    why: "what is demanded is not done by that",
    fires: "Togo demanded that Ghana release the prisoners.",
    spares: "Togo said that Ghana released the prisoners.",
  },
  {
    name: "telling.called-for",
    telling: "dropped",
    links: /^(?:for)$/,
    words: formsOf("calling-for"),
    why: "what is called for is not done by that",
    fires: "Togo called for talks with Ghana.",
    spares: "Togo held talks with Ghana.",
  },
  {
    name: "telling.ended",
    telling: "historical",
    links: /^(?:object)$/,
    words: formsOf("ending"),
    why: "what somebody ends he did before",
    fires: "The union in Togo ended its strike.",
    spares: "The union in Togo began its strike.",
  },
  {
    name: "telling.expected",
    telling: "hypothetical",
    links: /^(?:to|that)$/,
    words: formsOf("expecting"),
    why: "what is hoped, feared or expected is not told as done",
    fires: "Togo is expected to attack Ghana.",
    spares: "Togo attacked Ghana.",
  },
  {
    name: "telling.considered",
    telling: "hypothetical",
    links: /^(?:doing)$/,
    words: formsOf("considering"),
    why: "what somebody considers doing is not done",
    fires: "Togo is considering attacking Ghana.",
    spares: "Togo is attacking Ghana.",
  },
  {
    name: "telling.contemplated",
    telling: "hypothetical",
    links: /^(?:doing|object)$/,
    words: formsOf("contemplating"),
    why: "what is only thought of or proposed is not done",
    fires: "Togo proposed sanctions against Ghana.",
    spares: "Togo imposed sanctions against Ghana.",
  },
  {
    name: "telling.warned-of",
    telling: "hypothetical",
    links: /^(?:of)$/,
    words: formsOf("warning-of"),
    why: "what somebody warns of is not done",
    fires: "Togo warned of attacks by Ghana.",
    spares: "Togo suffered attacks by Ghana.",
  },
  {
    name: "telling.planned",
    telling: "future",
    links: /^(?:to|object)$/,
    words: formsOf("planning"),
    why: "what is planned is yet to come",
    fires: "Togo plans to attack Ghana.",
    spares: "Togo attacked Ghana.",
  },
  {
    name: "telling.vowed",
    telling: "future",
    links: /^(?:to)$/,
    words: formsOf("vowing"),
    why: "what is vowed or due is yet to come",
    fires: "Togo vowed to attack Ghana.",
    spares: "Togo attacked Ghana.",
  },
  {
    name: "telling.plans-for",
    telling: "future",
    links: /^(?:for|of)$/,
    words: formsOf("plans-for"),
    why: "what there are plans for is yet to come",
    fires: "Togo announced plans for a protest against Ghana.",
    spares: "Togo held a protest against Ghana.",
  },
];

const NO_PART: Rule = {
  name: "telling.no-part",
  why: "who had no part in a deed is told not to have done it",
  fires: "Togo had no part in the attack on Ghana.",
  spares: "Togo had a part in the attack on Ghana.",
};
const INSTEAD: Rule = {
  name: "telling.instead-of",
  why: "what is left for something else was not done",
  fires: "Togo sent aid instead of attacking Ghana.",
  spares: "Togo sent aid after attacking Ghana.",
};
const REJECTED: Rule = {
  name: "telling.rejected-claim",
  why: "who rejects a claim is told not to have done what it says",
  fires: "Togo rejected claims of killing civilians in Ghana.",
  spares: "Togo repeated claims of killings by soldiers in Ghana.",
};
const NO_EVIDENCE: Rule = {
  name: "telling.no-evidence",
  why: "what there is no evidence for may not have been done",
  fires: "There is no evidence that Togo attacked Ghana.",
  spares: "There is evidence that Togo attacked Ghana.",
};
const UNMET: Rule = {
  name: "telling.unmet",
  why: "a condition that nobody has met is no deed",
  fires: "Togo will not stop until Ghana withdraws its troops.",
  spares: "Togo stopped when Ghana withdrew its troops.",
};
const COUNTERFACTUAL: Rule = {
  name: "telling.counterfactual",
  why: "what would have been was not",
  fires: "The deal would have released the prisoners held by Togo.",
  spares: "The deal released the prisoners held by Togo.",
};
const SAID_NOT: Rule = {
  name: "telling.said-not",
  why: "what is told with “not” or “no” was not done",
  fires: "No troops of Togo attacked Ghana.",
  spares: "Troops of Togo attacked Ghana.",
};
const ALLEGEDLY: Rule = {
  name: "telling.allegedly",
  why: "what was allegedly done may not have been",
  fires: "Soldiers of Togo allegedly shot a farmer in Ghana.",
  spares: "Soldiers of Togo shot a farmer in Ghana.",
};
const PLANNED: Rule = {
  name: "telling.planned-before",
  why: "a planned deed is yet to come",
  fires: "Residents spoke about the planned protest against Togo.",
  spares: "Residents spoke about the protest against Togo.",
};
const ALLEGED: Rule = {
  name: "telling.alleged-before",
  why: "an alleged or feared deed may not have been done",
  fires: "Residents spoke about the alleged attack by Togo on a village.",
  spares: "Residents spoke about the attack by Togo on a village.",
};

/** All rules of this file, for docs, tests and measures. */
export const TELLING: readonly Rule[] = [
  ...FRAMES,
  NO_PART,
  INSTEAD,
  REJECTED,
  NO_EVIDENCE,
  UNMET,
  COUNTERFACTUAL,
  SAID_NOT,
  ALLEGEDLY,
  PLANNED,
  ALLEGED,
];

/** Words that set a noun's deed apart: "the *planned* protest". */
const BEFORE = { planned: formsOf("planned"), alleged: formsOf("alleged") };

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
  if (found?.kind === "denied" && quad % 2 === 1) return tree.tokens[trigger]!.upos === "NOUN" ? null : aux("negation", found.rule);
  if (found?.kind !== "aux") return found;
  // What one ends one has done; talks are held all the same.
  if (found.aux === "historical") return quad >= 3 && tree.tokens[trigger]!.upos === "NOUN" ? found : null;
  // "Will not accept" is itself the rejection.
  const itself = found.aux === "negation" ? act.type === "REJECT" : AHEAD.test(act.type);
  return itself ? null : found;
}

/** "Had no part in", "denied any role in", "was not involved in": who is told to have kept out of a deed. */
function aloof(tree: Tree, trigger: number): Telling | null {
  const share = isOff(NO_PART.name) ? -1 : shareIn(tree, trigger);
  if (share < 0) return null;
  const { words, tokens } = tree;
  const has = relOf(tree, share) === "obj" ? tokens[share]!.head : share;
  if (words[share] === "nothing" || isDenied(tree, share) || isDenied(tree, has)) return { kind: "denied", by: has, rule: NO_PART };
  const found = above(tree, share) ?? (has === share ? null : above(tree, has));
  return found?.kind === "aux" && found.aux === "negation" ? { kind: "denied", by: has, rule: found.rule } : found;
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
    if (/^(?:instead of|rather than|without)$/.test(markOf(tree, at)) && words[at]!.endsWith("ing") && !isOff(INSTEAD.name))
      return aux("negation", INSTEAD);
    const link = linkOf(tree, at);
    const taken = link === null ? undefined : FRAMES.find((one) => one.links.test(link) && one.words.has(words[up]!) && !isOff(one.name));
    // "Planned the attack" that happened; "planned an attack" may be all that they did.
    if (taken && link === "object" && !/^(?:accused|denied|dropped|historical)$/.test(taken.telling) && isDefinite(tree, at)) return null;
    // "Rejected claims of killing": his own deed; "claims that its troops killed": theirs.
    if (link !== null && CLAIM.has(words[up]!) && /^(?:of|that)$/.test(link) && isRejected(tree, up) && !isOff(REJECTED.name))
      return { kind: "denied", by: link === "that" ? at : tokens[up]!.head, rule: REJECTED };
    if (/^(?:of|that)$/.test(link ?? "") && EVIDENCE.has(words[up]!) && isDenied(tree, up) && !isOff(NO_EVIDENCE.name))
      return aux("hypothetical", NO_EVIDENCE);
    if (taken) return toldBy(tree, taken, up, trigger);
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

const aux = (mode: Auxiliary, rule: Rule): Telling => ({ kind: "aux", aux: mode, rule });

function toldBy(tree: Tree, rule: Frame, by: number, trigger: number): Telling | null {
  const { telling } = rule;
  if (telling === "accused") return { kind: "accused", by, known: isDefinite(tree, trigger), rule };
  if (telling === "dropped") return { kind: "dropped", rule };
  // "Did not deny killing" owns up to nothing yet.
  if (telling === "denied") return isDenied(tree, by) ? aux("hypothetical", rule) : { kind: "denied", by, rule };
  if (!isDenied(tree, by)) return aux(telling, rule);
  // "Has no plans to", but "did not fail to".
  return telling === "negation" ? null : aux("negation", rule);
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
  const tells = (rule: Rule, holds: boolean): boolean => holds && !isOff(rule.name);
  if (tells(UNMET, isUnmet(tree, trigger))) return aux("hypothetical", UNMET);
  if (tells(COUNTERFACTUAL, isCounterfactual(tree, trigger))) return aux("hypothetical", COUNTERFACTUAL);
  if (tells(SAID_NOT, isDenied(tree, trigger) || kidsBy(tree, trigger, "nsubj").some((kid) => isDenied(tree, kid))))
    return aux("negation", SAID_NOT);
  for (const kid of kids(trigger)) {
    if (tells(ALLEGEDLY, words[kid] === "allegedly")) return aux("hypothetical", ALLEGEDLY);
    if (relOf(tree, kid) !== "amod") continue;
    if (tells(PLANNED, BEFORE.planned.has(words[kid]!))) return aux("future", PLANNED);
    if (tells(ALLEGED, BEFORE.alleged.has(words[kid]!))) return aux("hypothetical", ALLEGED);
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
