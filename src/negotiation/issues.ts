// A place in a tree → the issue that is demanded, refused or promised there: its words, its place, and what it is compared by.

import { isInflected, isParticipial, stem } from "../grammar/stems.ts";
import {
  above,
  coreIn,
  familyOf,
  firstMarkOf,
  isInfinitive,
  isNegated,
  kidIn,
  kidsBy,
  relOf,
  stemIn,
  type Tree,
  wordIn,
} from "../grammar/tree.ts";
import { formsOf, keysOf, stemsOf } from "../grammar/words.ts";
import { hull, overlaps, type Span, slice } from "../span.ts";
import { tidy } from "../tidy.ts";
import { LABEL_WORDS } from "./types.ts";
import { LEADING, NOUNS } from "./wordlists.ts";

export interface Issue extends Span {
  readonly label: string;
  /** Families and stems of its content words, without its subject and without places. */
  readonly words: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Family or stem of its head. */
  readonly head: string;
}

/** Stems, or pairs of stems, to their families. */
const families = new Map([...keysOf("families")].map(([entry, family]) => [entry.split(" ").map(stem).join(" "), family]));

/** Relations that lead out of the phrase. */
const outside = new Set(["advcl", "parataxis", "punct", "discourse", "vocative", "dep", "list", "expl"]);
const openEnd = /^(?:ADP|DET|CCONJ|SCONJ|PART|AUX|PUNCT)$/;

/** What a phrase is grown from. */
interface Seed {
  readonly tree: Tree;
  readonly at: number;
  /** Whether a clause's own subject belongs to the label. */
  readonly subject: boolean;
  /** Whether a "not" is left out. */
  readonly fold: boolean;
  readonly clause: boolean;
  /** An infinitive begins at its "to": what hangs on it before that belongs to another word. -1 where there is none. */
  readonly to: number;
}

/** The words of an issue: those that its label tells, those within it that it does not tell, and who is urged to do it. */
interface Reach {
  readonly kept: Set<number>;
  readonly silent: Set<number>;
  readonly urged: readonly number[];
}

/**
 * The clause or noun phrase that hangs on `at`, at most `LABEL_WORDS` words.
 * @param subject whether a clause's own subject belongs to the label ("*Ukraine* give up Donetsk")
 * @param fold whether a "not" is left out, because the stance already tells it ("Russia must *not* …" is opposed)
 * @returns null where only a pronoun or nothing is left
 */
export function issueAt(tree: Tree, at: number, subject: boolean, fold = false): Issue | null {
  const there = thereAt(tree, at);
  if (there >= 0) return issueAt(tree, there, subject, fold);
  const clause = /VERB|AUX/.test(tree.tokens[at]!.upos) || kidsBy(tree, at, "cop", "nsubj").length > 0;
  const to = kidsBy(tree, at, "mark").find((kid) => tree.words[kid] === "to" && kid < at) ?? -1;
  const reach = reachOf({ tree, at, subject, fold, clause, to });
  const { kept, silent, urged } = reach;
  const { whole, ...ends } = edgesOf(tree, at, reach);
  // The noun without the clause that narrows it would be another issue.
  if (kidsBy(tree, at, "acl").some((kid) => kept.has(kid) && narrows(tree, at, kid) && Math.min(...saysOf(tree, kid)) > ends.last))
    return null;
  // What goes on beyond the label is not to read as if it ended there.
  const cut =
    ends.last < whole || [...kept].some((here) => here > ends.last && tree.tokens[here]!.head >= 0 && isTorn(tree, at, here, ends.last));
  // "*Needs to stop*": without its subject an inflected verb is no whole clause; "should reflect" leaves "reflect".
  const owns =
    subject && kidsBy(tree, at, "aux").length === 0 ? kidsBy(tree, at, "nsubj", "csubj").filter((kid) => kept.has(kid) && kid < at) : [];
  if (owns.some((kid) => kid < ends.first)) return null;
  const [first, last] = bracketed(tree, ends.first, ends.last, at);
  const told = range(first, last).filter((here) => !silent.has(here));
  const numbers = told.filter((here) => tree.tokens[here]!.upos !== "PUNCT");
  if (numbers.length === 1 && stemIn(tree, at, "light-verbs")) return null;
  // "$50 million" is headed by its sign.
  if (!numbers.some((here) => /NOUN|PROPN|VERB|SYM/.test(tree.tokens[here]!.upos))) return null;
  // "giving up much of anything", "nothing": a pronoun for an object names no issue.
  const label = labelOf(tree, told) + (cut ? "…" : "");
  if (!/\p{L}{3}/u.test(label)) return null;
  return { ...hull(range(first, last).map((here) => tree.tokens[here]!)), label, ...contentOf(tree, numbers, at, urged) };
}

/** "phrase": with all that hangs on it; "word": alone; "silent": within the place, and not told; "others": of a "none of", what it is of. */
type Fate = "phrase" | "word" | "silent" | "others" | "out";

/** What becomes of a word that hangs on `from`, which belongs to the issue. */
function fateOf({ tree, at, subject, fold, clause, to }: Seed, from: number, kid: number): Fate {
  const relation = relOf(tree, kid);
  const { upos, deprel } = tree.tokens[kid]!;
  const top = from === at;
  const denial: Fate = fold ? "silent" : "word";
  if (top && kid < to && !/^(?:[nc]subj|advmod)$/.test(relation)) return "out";
  if (top && /^(?:case|mark)$/.test(relation)) return relation === "mark" && upos === "PART" && subject ? "word" : "out";
  if (relation === "advmod" && /^(?:not|n't|never)$/.test(tree.words[kid]!)) return denial;
  if (relation === "det" && top && tree.words[kid] === "no") return denial;
  // "Would be allowed": the passive stays, the mood is the stance's; that of a clause within is its own ("a pact that *would* end it").
  if (relation === "aux") return !top || deprel === "aux:pass" ? "word" : "silent";
  // Trees hang "…, the ministry said" on a word of the phrase at times.
  if (relation === "fixed" && upos === "VERB") return "out";
  if (narrows(tree, from, kid) || (relation === "advcl" && kid > at && isOr(tree, kid))) return "phrase";
  if (outside.has(relation) || deprel === "acl:relcl" || (relation === "ccomp" && top && kid < at)) return "out";
  if (relation === "cop" && top) return tree.words[kid] === "be" && subject ? "word" : "silent";
  if (/^[nc]subj/.test(relation) && top) {
    if (!subject) return "out";
    // "That *none of the gas* be sold": the gas, since the stance tells the "none".
    return upos !== "PRON" ? "phrase" : /^(?:none|neither)$/.test(tree.words[kid]!) ? "others" : "out";
  }
  if (relation === "cc" && top && clause) return "silent";
  return isBesides(tree, { at, from, kid, clause }) ? "out" : "phrase";
}

/** Said besides, or another stand in its own words: "*Under the deal*, they will …", "for its part", "…, a move that …", "a settlement as well as *its demands*". */
function isBesides(tree: Tree, { at, from, kid, clause }: { at: number; from: number; kid: number; clause: boolean }): boolean {
  const relation = relOf(tree, kid);
  const mark = firstMarkOf(tree, kid);
  if (relation === "conj") {
    const acts = tree.tokens[kid]!.upos === "VERB" && (kidsBy(tree, kid, "nsubj").length > 0 || isNegated(tree, kid));
    const owned = kidsBy(tree, kid, "nmod", "det").some((own) => tree.tokens[own]!.deprel === "nmod:poss");
    return (clause && acts && !isOr(tree, kid)) || (NOUNS.has(tree.stems[kid]!) && owned);
  }
  if (relation === "obl")
    return (
      (kid < at && mark === "under" && stemIn(tree, kid, "agreements")) ||
      (tree.words[kid] === "part" && mark === "for") ||
      formsOf("circumstances").has(mark)
    );
  if (relation === "appos") return wordIn(tree, kid, "appositions");
  return relation === "advmod" && from === at && clause && kid < at - 2;
}

function reachOf(seed: Seed): Reach {
  const { tree, at, clause } = seed;
  const kept = new Set<number>([at]);
  const silent = new Set<number>();
  const keep = (here: number): void => {
    if (kept.has(here)) return;
    kept.add(here);
    take(here);
  };
  /** Without the preposition that leads to it. */
  const keepBare = (here: number): void => {
    keep(here);
    for (const mark of kidsBy(tree, here, "case")) kept.delete(mark);
  };
  const take = (from: number): void => {
    for (const kid of tree.kids(from)) {
      const fate = fateOf(seed, from, kid);
      if (fate === "phrase") keep(kid);
      else if (fate === "word") kept.add(kid);
      else if (fate === "silent") silent.add(kid);
      else if (fate === "others")
        for (const of of kidsBy(tree, kid, "nmod")) {
          keepBare(of);
          for (const here of [kid, ...kidsBy(tree, of, "case")]) silent.add(here);
        }
    }
  };
  take(at);
  const aim = aimOf(tree, at);
  if (aim >= 0) {
    keep(aim);
    for (const here of range(at, aim)) if (!kept.has(here)) silent.add(here);
  }
  const verb = tree.tokens[at]!.head;
  const beside = besideOf(seed);
  const urged = urgedOf(seed, beside);
  if (kidsBy(tree, at, "obj").length === 0) for (const kid of beside) if (kid > at && relOf(tree, kid) === "obj") keep(kid);
  for (const kid of kidsBy(tree, verb, "conj")) if (clause && kid > at && isInfinitive(tree, kid)) keep(kid);
  for (const kid of urged) keepBare(kid);
  return { kept, silent, urged };
}

/** Trees err here: an object after an infinitive is the infinitive's, and the one who is urged is its subject. */
function besideOf({ tree, at, clause }: Seed): number[] {
  const verb = tree.tokens[at]!.head;
  return clause && verb >= 0 && (/^[xc]comp$/.test(relOf(tree, at)) || isParted(tree, at))
    ? kidsBy(tree, verb, "obj", "iobj", "obl", "nsubj").filter((kid) => kid > verb || tree.tokens[kid]!.deprel === "nsubj:pass")
    : [];
}

/** Who shall do it. @param beside what hangs on the verb that asks for it */
function urgedOf({ tree, at, subject, to }: Seed, beside: readonly number[]): number[] {
  const verb = tree.tokens[at]!.head;
  const asks = stemIn(tree, verb, "asking-somebody") || tree.stems[verb] === "cal" || LEADING.has(`${tree.stems[verb]} for`);
  // "Wanted *the mayor* to resign": the object does it, except where one gives his own word.
  const done = /^(?:want|lik|need)$/.test(tree.stems[verb] ?? "") && isParticipial(tree.words[at]!);
  const wants = (to >= 0 || done) && relOf(tree, at) === "xcomp" && !stemIn(tree, verb, "promising");
  if (!subject || !(asks || wants)) return [];
  return beside
    .filter((kid) => kid < at && (asks || relOf(tree, kid) === "obj"))
    .filter((kid) => tree.tokens[kid]!.upos !== "PRON" && firstMarkOf(tree, kid) !== "by")
    .slice(-1);
}

/** First and last word of the label, which is cut where it is too long; `whole` is where it would end uncut. */
function edgesOf(tree: Tree, at: number, { kept, silent }: Reach): { first: number; last: number; whole: number } {
  const fills = (here: number): boolean =>
    kept.has(here) || silent.has(here) || (tree.tokens[here]?.upos === "PUNCT" && !/^[:;—–]$/.test(tree.words[here]!));
  let [first, last] = [at, at];
  while (fills(first - 1)) first--;
  while (fills(last + 1)) last++;
  while (first < at && (!kept.has(first) || /^(?:CCONJ|ADP|PART)$/.test(tree.tokens[first]!.upos))) first++;
  while (last > at && !kept.has(last)) last--;
  const spoken = (): number[] => range(first, last).filter((here) => !silent.has(here) && tree.tokens[here]!.upos !== "PUNCT");
  // "The country's" is one word of a label and two tokens.
  const isLong = (): boolean =>
    spoken().filter((here) => !kept.has(here - 1) || tree.tokens[here - 1]!.end < tree.tokens[here]!.start).length > LABEL_WORDS;
  const whole = last;
  while (last > at && isLong()) last--;
  // "Thinking of *either* you lose | or I win": half of a choice is another.
  const either = tree.words.lastIndexOf("either", last);
  const or = tree.words.indexOf("or", either);
  if (either > at && or > last) last = either - 1;
  while (last > at && isOpen(tree, last, kept)) last--;
  while (first < at && isLong()) first++;
  return { first, last, whole };
}

/** True for a word that a label must not end with: a preposition, a half conjunction, or one whose complement is cut ("guarantees *similar* | to Article 5"). */
function isOpen(tree: Tree, last: number, kept: ReadonlySet<number>): boolean {
  const goesOn = (kid: number): boolean => kid > last && kept.has(kid);
  const { upos } = tree.tokens[last]!;
  return (
    openEnd.test(upos) ||
    // "… as well | as": a conjunction of several words is cut whole.
    /^(?:cc|fixed)$/.test(relOf(tree, last)) ||
    wordIn(tree, last, "open-ends") ||
    (upos === "ADJ" && tree.kids(last).some(goesOn)) ||
    kidsBy(tree, last, "acl").some((kid) => goesOn(kid) && firstMarkOf(tree, kid) === "to") ||
    (upos === "VERB" && kidsBy(tree, last, "obj", "xcomp", "ccomp").some(goesOn)) ||
    // "All regional *and international* | levels": joined to a word whose noun is cut.
    above(tree, last).some((up, i, path) => goesOn(up) && path.slice(0, i).every((mid) => mid <= last && relOf(tree, mid) === "amod"))
  );
}

/** What is asked beside another thing. */
export interface Beside {
  readonly issue: Issue;
  /** True where it is asked not to be done. */
  readonly against: boolean;
}

/** "Complaints must be re-examined *or elections re-held*": either will do. */
const isOr = (tree: Tree, at: number): boolean =>
  kidsBy(tree, at, "cc").some((cc) => tree.words[cc] === "or") || tree.words[Math.min(...familyOf(tree, at))] === "or";

/** "Should stop the drills, *and work with its neighbours*", "to stay *and not to shoot*": what is asked besides, where the label of the first ends before it. */
export function issuesBeside(tree: Tree, at: number, issue: Issue): Beside[] {
  const lead = issue.label.slice(0, Math.max(0, issue.label.toLowerCase().indexOf(tree.words[at]!)));
  return familyOf(tree, at)
    .filter((here) => here !== at && tree.tokens[here]!.start >= issue.end && isAlsoAsked(tree, at, here))
    .flatMap((here) => {
      const own = issueAt(tree, here, false, true);
      const label = own && `${lead}${own.label}`;
      const whole = own && label ? { ...own, label: label.split(" ").length > LABEL_WORDS ? own.label : label } : null;
      return whole ? [{ issue: whole, against: isNegated(tree, here) }] : [];
    });
}

/** A bare verb after "and". Trees err here: they hang it on a noun, or, though a comma parts it, on a clause within. */
function isAlsoAsked(tree: Tree, at: number, here: number): boolean {
  const { upos, head } = tree.tokens[here]!;
  const [and] = kidsBy(tree, here, "cc");
  if (upos !== "VERB" || relOf(tree, here) !== "conj" || and === undefined || tree.words[and] !== "and" || isInflected(tree.words[here]!))
    return false;
  if (kidsBy(tree, here, "nsubj", "aux", "cop").length > 0) return false;
  return head === at || tree.tokens[head]!.upos !== "VERB" || tree.words[and - 1] === ",";
}

/** The range without a bracket that is left open, and with the one that opens what closes within it. */
function bracketed(tree: Tree, first: number, last: number, at: number): [number, number] {
  const found = (pattern: RegExp): number[] => range(first, last).filter((here) => pattern.test(tree.words[here]!));
  const opened = found(/^[([]$/)[0] ?? -1;
  const closed = found(/^[)\]]$/).at(-1) ?? -1;
  if (opened > at && closed < opened) return [first, opened - 1];
  return [opened < 0 && closed >= 0 && /^[([]$/.test(tree.words[first - 1] ?? "") ? first - 1 : first, last];
}

/** "Any chief *who only takes orders*": a clause without which the noun alone would say another thing. */
const narrows = (tree: Tree, at: number, kid: number): boolean =>
  tree.tokens[kid]!.deprel === "acl:relcl" &&
  tree.tokens[at]!.upos === "NOUN" &&
  kidsBy(tree, at, "det").some((det) => /^(?:an?|any|no|every)$/.test(tree.words[det]!)) &&
  kidsBy(tree, at, "amod", "nmod", "acl").every((other) => tree.tokens[other]!.deprel === "acl:relcl") &&
  Math.min(...familyOf(tree, kid)) === at + 1 &&
  saysOf(tree, kid).length > 0;

/** What follows the verb of a relative clause, without which it says nothing. */
const saysOf = (tree: Tree, verb: number): number[] =>
  kidsBy(tree, verb, "obj", "xcomp", "ccomp", "obl").filter((kid) => kid > verb && firstMarkOf(tree, kid) !== "according");

/** "Signed a pact on Monday *to open* the bridge": what is agreed or promised so, where trees hang it on the verb; -1 where there is none. */
function aimOf(tree: Tree, at: number): number {
  const { head } = tree.tokens[at]!;
  if (relOf(tree, at) !== "obj" || head < 0 || !(stemIn(tree, at, "agreements") || stemIn(tree, at, "words-given"))) return -1;
  const inside = Math.max(...familyOf(tree, at));
  const aim = kidsBy(tree, head, "advcl", "xcomp").find((kid) => kid > inside && firstMarkOf(tree, kid) === "to") ?? -1;
  // Only when and where may stand between.
  const between = aim < 0 ? [] : kidsBy(tree, head, "obl", "advmod", "punct").flatMap((kid) => familyOf(tree, kid));
  const first = aim < 0 ? -1 : kidsBy(tree, aim, "mark")[0]!;
  return range(inside + 1, first - 1).every((here) => between.includes(here) && tree.words[here] !== ",") ? aim : -1;
}

/** A word beyond the label's end whose list, or narrowing clause, begins within it. */
const isTorn = (tree: Tree, at: number, here: number, last: number): boolean => {
  const { head } = tree.tokens[here]!;
  const within = head > at && head <= last;
  if (relOf(tree, here) === "conj" && within && tree.tokens[head]!.upos !== "VERB") return true;
  return above(tree, here).some((up) => up > at && tree.tokens[up]!.head === at && narrows(tree, at, up));
};

/** "There would be *a second crossing*": what is said to be there; -1 where the clause is no such one. */
export const thereAt = (tree: Tree, at: number): number =>
  wordIn(tree, at, "being") && kidsBy(tree, at, "expl").some((kid) => tree.words[kid] === "there")
    ? (kidsBy(tree, at, "nsubj").find((kid) => kid > at) ?? -1)
    : -1;

/** The issue in the first quotation between two tokens, as it is worded there ("*stop fighting now*" in "let's stop fighting now"). */
export function issueOver(tree: Tree, from: number, to: number): Issue | null {
  const mark = (here: number): boolean => /[“”"]/.test(slice(tree.text, tree.tokens[here]!));
  const open = range(from, to).find(mark);
  const close = open === undefined ? undefined : range(open + 1, to).find(mark);
  if (open === undefined || close === undefined) return null;
  let numbers = range(open + 1, close - 1);
  if (tree.words[numbers[0] ?? -1] === "let") numbers = numbers.slice(2);
  while (numbers.length > 0 && tree.tokens[numbers.at(-1)!]!.upos === "PUNCT") numbers = numbers.slice(0, -1);
  const [at] = numbers;
  if (at === undefined || numbers.length > LABEL_WORDS) return null;
  return { ...hull(numbers.map((here) => tree.tokens[here]!)), label: labelOf(tree, numbers), ...contentOf(tree, numbers, at) };
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function labelOf(tree: Tree, numbers: readonly number[]): string {
  let out = "";
  numbers.forEach((here, i) => {
    const before = numbers[i - 1];
    const token = tree.tokens[here]!;
    if (before !== undefined) out += tree.tokens[before]!.end < token.start || before + 1 < here ? " " : "";
    out += slice(tree.text, token);
  });
  // A lone quotation mark would be left open.
  const marks = tidy(out).replace(/^[\s"“”‘’,.;:]+|(?<![\s"“”,.;:])[\s"“”,.;:]+$/g, "");
  return marks
    .replace(/[“”"]/g, "")
    .replace(/(?<!\s)\s+,/g, ",")
    .split(" ")
    .slice(0, LABEL_WORDS)
    .join(" ");
}

function contentOf(
  tree: Tree,
  numbers: readonly number[],
  at: number,
  urged: readonly number[] = [],
): Pick<Issue, "words" | "places" | "head"> {
  const subjects = new Set([...kidsBy(tree, at, "nsubj", "csubj"), ...urged].flatMap((kid) => familyOf(tree, kid)));
  const content = numbers.filter((here) => !subjects.has(here) && /NOUN|VERB|PROPN|ADJ|NUM|ADP|ADV/.test(tree.tokens[here]!.upos));
  const words = new Set<string>();
  const places = new Set<string>();
  let head = families.get(tree.stems[at]!) ?? tree.stems[at]!;
  for (let i = 0; i < content.length; i++) {
    const here = content[i]!;
    const pair = content[i + 1] === undefined ? undefined : families.get(`${tree.stems[here]} ${tree.stems[content[i + 1]!]}`);
    if (pair) {
      words.add(pair);
      if (here === at || content[i + 1] === at) head = pair;
      i++;
      continue;
    }
    const { upos } = tree.tokens[here]!;
    if (upos === "ADP" || upos === "ADV" || upos === "PART" || upos === "DET") continue;
    if (tree.sentence.entities.some((entity) => entity.kind === "LOC" && overlaps(entity, tree.tokens[here]!))) {
      places.add(tree.words[here]!);
      continue;
    }
    if (!stemIn(tree, here, "idle-words")) words.add(families.get(tree.stems[here]!) ?? tree.stems[here]!);
  }
  if (numbers.some((here) => wordIn(tree, here, "denials"))) words.add("not");
  // To give up a place is to give up land.
  if (places.size > 0 && words.has("yield")) words.add("land");
  return { words, places, head };
}

/** True where two issues speak of the same: the words of one are all among the other's, and their places do not differ. */
export function sameIssue(a: Issue, b: Issue): boolean {
  if (a.label.toLowerCase() === b.label.toLowerCase()) return true;
  if (a.places.size > 0 && b.places.size > 0 && ![...a.places].some((place) => b.places.has(place))) return false;
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  if (small.words.size === 0) return false;
  const shared = [...small.words].filter((word) => large.words.has(word));
  if (shared.length >= 2) return shared.length === small.words.size || shared.length / (a.words.size + b.words.size - shared.length) >= 0.6;
  const [only] = shared;
  if (shared.length !== small.words.size || only === undefined || formsOf("broad-words").has(only)) return false;
  return large.words.size === 1 || large.head === only;
}

/** True where the one has no word that the other lacks, but a verb that only makes it happen: "*hold* a session" beside "a meeting of the council". */
export function saysNoMore(one: Issue, other: Issue): boolean {
  const said = [...one.words].filter((word) => !stemsOf("holding").has(word));
  return said.length > 0 && said.every((word) => other.words.has(word)) && [...one.places].every((place) => other.places.has(place));
}

/**
 * What a verb, adjective or noun asks for, refuses or supports: a token to read with `issueAt`; -1 where the sentence does not say.
 * A noun that itself names a stand is passed through: "rejected the proposal *to withdraw*".
 */
export function complementOf(tree: Tree, at: number): number {
  const noun = /NOUN|PROPN/.test(tree.tokens[at]!.upos);
  const good = (kid: number): boolean => kid > at || noun;
  // Trees err here: the clause after a verb may be called its subject.
  const late = tree.tokens[at]!.upos === "VERB" && kidsBy(tree, at, "nsubj").length > 0 ? ["csubj"] : [];
  const clauses = kidsBy(tree, at, "ccomp", "xcomp", "acl", "advcl", "obl", ...late, ...(noun ? ["parataxis"] : [])).filter(
    (kid) =>
      kid > at &&
      (!/^(?:advcl|obl)$/.test(relOf(tree, kid)) || isParted(tree, kid)) &&
      /VERB|ADJ|NOUN|PROPN/.test(tree.tokens[kid]!.upos) &&
      tree.tokens[kid]!.deprel !== "acl:relcl" &&
      !isAside(tree, at, kid) &&
      // Trees err here: in "its request, *which they rejected*" the clause is not what was requested.
      !kidsBy(tree, kid, "nsubj", "obj").some((who) => who < kid && /^(?:who|whom|which)$/.test(tree.words[who]!)) &&
      !kidIn(tree, kid, "conjunctions", "mark", "case"),
  );
  const gerunds = kidsBy(tree, at, "advcl").filter(
    (kid) => kid > at && formsOf("leading-to").has(firstMarkOf(tree, kid)) && /ing$/.test(tree.words[kid]!),
  );
  const leads = (kid: number): boolean =>
    (noun && (firstMarkOf(tree, kid) !== "to" || /^(?:opposes|supports)$/.test(NOUNS.get(tree.stems[at]!) ?? ""))) ||
    tree.tokens[at]!.upos === "ADJ" ||
    LEADING.has(`${tree.stems[at]} ${firstMarkOf(tree, kid)}`);
  // Trees err here: what follows a verb without a preposition is its object, whatever they call it.
  const bare = (kid: number): boolean =>
    kid > at &&
    tree.tokens[kid]!.deprel === "obl" &&
    firstMarkOf(tree, kid) === "" &&
    tree.tokens[kid]!.upos === "NOUN" &&
    !isTime(tree, kid);
  const objects = [...kidsBy(tree, at, "obj").filter(good), ...(noun ? [] : kidsBy(tree, at, "obl").filter(bare).slice(0, 1))];
  // "Promised Kyiv tanks": the last is what is promised.
  const object = objects.at(-1) === undefined ? undefined : termed(tree, objects.at(-1)!);
  if (object !== undefined && clauses.length === 0 && isStand(tree, object)) {
    // To reject objections to a plan is not to reject the plan.
    if (/^(?:rejects|opposes)$/.test(NOUNS.get(tree.stems[object]!) ?? "")) return -1;
    const below = complementOf(tree, object);
    if (below >= 0) return below;
  }
  const calls = tree.stems[at] === "cal" && kidsBy(tree, at, "obl", "nmod").some((kid) => firstMarkOf(tree, kid) === "on");
  const thing = object !== undefined && (tree.stems[at] === "request" || stemIn(tree, object, "things-asked"));
  if (!noun && clauses.length === 0 && !thing && (calls || stemIn(tree, at, "asking-somebody")))
    return gerunds[0] ?? kidsBy(tree, at, "obl").find((kid) => kid > at && firstMarkOf(tree, kid) === "for") ?? -1;
  const obliques = kidsBy(tree, at, "obl", "nmod").filter(
    (kid) => kid > at && (formsOf("leading-to").has(firstMarkOf(tree, kid)) || isGerund(tree, kid)) && leads(kid) && !isTime(tree, kid),
  );
  const [oblique] = obliques;

  if (clauses.length === 0 && object === undefined && oblique !== undefined && isStand(tree, oblique)) {
    const below = complementOf(tree, oblique);
    if (below >= 0) return below;
  }
  return clauses[0] ?? gerunds[0] ?? object ?? oblique ?? predicated(tree, at);
}

/** "Its condition is *that the drills end*", "its demand is *a truce*": what a noun for a stand is told to be; -1 where it is told of nothing else. */
function predicated(tree: Tree, at: number): number {
  const { head, upos } = tree.tokens[at]!;
  if (upos !== "NOUN" || !NOUNS.has(tree.stems[at]!) || head < at || !/^nsubj/.test(tree.tokens[at]!.deprel)) return -1;
  if (wordIn(tree, head, "being")) return kidsBy(tree, head, "ccomp", "xcomp").find((kid) => kid > head) ?? -1;
  const is = kidsBy(tree, head, "cop").some((kid) => kid > at && kid < head);
  return is && /NOUN|VERB/.test(tree.tokens[head]!.upos) && !isNegated(tree, head) ? head : -1;
}

/** "Agreed with the idea, *grounded* in law", "defended her, *saying* …": a participle tells of the idea, or what is done besides. */
const isAside = (tree: Tree, at: number, kid: number): boolean =>
  relOf(tree, kid) === "xcomp" &&
  firstMarkOf(tree, kid) !== "to" &&
  (/^(?:agr|concur)$/.test(tree.stems[at]!) ||
    (/ing$/.test(tree.words[kid]!) && kidsBy(tree, at, "obj").some((object) => at < object && object < kid)));

/** "No objection to the *paper* being released": trees hang the preposition on the gerund. */
const isGerund = (tree: Tree, at: number): boolean =>
  kidsBy(tree, at, "acl").some(
    (kid) => kid > at && formsOf("leading-to").has(firstMarkOf(tree, kid)) && kidsBy(tree, kid, "mark")[0]! < at,
  );

/** "Pushed for the ports *to be opened*", "*to be a free zone*": not the aim of the pushing, but what shall become of the ports. */
const isParted = (tree: Tree, at: number): boolean =>
  /^(?:advcl|obl)$/.test(relOf(tree, at)) &&
  tree.words[tree.tokens[at]!.head + 1] === "for" &&
  kidsBy(tree, at, "case", "mark").some((kid) => tree.words[kid] === "to") &&
  kidsBy(tree, at, "aux", "cop").some((kid) => /^(?:aux:pass|cop)$/.test(tree.tokens[kid]!.deprel));

/** "What they called *unsafe wards*": what the clause after "what" names. */
function termed(tree: Tree, at: number): number {
  if (tree.words[at] !== "what") return at;
  const [clause] = kidsBy(tree, at, "acl").filter((kid) => stemIn(tree, kid, "calling-so"));
  const [named] = clause === undefined ? [] : kidsBy(tree, clause, "obj", "xcomp", "obl", "nmod").filter((kid) => kid > clause);
  return named ?? at;
}

export const isStand = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.upos === "NOUN" && (NOUNS.has(tree.stems[at]!) || stemIn(tree, at, "pointers"));

/** "the demand", "it": speaks of an issue that stands elsewhere. */
export const pointsBack = (tree: Tree, at: number): boolean =>
  wordIn(tree, at, "pronouns") ||
  /^(?:so|which)$/.test(tree.words[at]!) ||
  (stemIn(tree, at, "pointers") && complementOf(tree, at) < 0 && kidsBy(tree, at, "amod", "compound").length === 0);

const isTime = (tree: Tree, at: number): boolean => wordIn(tree, at, "times") || /^\d{4}s?$/.test(tree.words[at]!);

/** The clause at the top of `of`, for the content of a statement. */
export function topOf(tree: Tree, of: Span): number {
  const at = coreIn(tree, of);
  return at >= 0 && above(tree, at).length < 40 ? at : -1;
}
