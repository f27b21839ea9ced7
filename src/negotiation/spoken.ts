// What somebody says → the stands that his words take: "we will not …", "Russia must …", "giving up territory is a nonstarter".

import type { Actor } from "../actors/types.ts";
import { actingSubject } from "../grammar/subjects.ts";
import {
  auxiliariesOf,
  coreIn,
  firstMarkOf,
  isNegated,
  keyIn,
  keysOf,
  kidIn,
  kidsBy,
  saysNo,
  stemIn,
  type Tree,
  wordIn,
} from "../grammar/tree.ts";
import { formsOf, says, stemsOf } from "../grammar/words.ts";
import { byId, inSentence } from "../kept.ts";
import { holds, slice } from "../span.ts";
import {
  conditionOf,
  eventsAt,
  evidenceAt,
  isParty,
  isUnreal,
  partiesOf,
  type Stand,
  sayerAt,
  statementsOver,
  type Told,
} from "./evidence.ts";
import { isUnsure, meantAt } from "./holders.ts";
import { complementOf, type Issue, issueAt, issuesBeside, thereAt } from "./issues.ts";
import { actorsAt } from "./named.ts";
import { LABEL_WORDS, type Stance } from "./types.ts";
import { verdictOf } from "./wordlists.ts";

/** "Giving up territory is a nonstarter": the speaker's stand on the subject. */
export function verdictAt(told: Told, tree: Tree, at: number): Stand[] {
  const verdict = verdictOf(tree, at);
  const open = verdict === "open";
  const stance = open ? "demands" : verdict;
  const is = kidsBy(tree, at, "cop").length > 0 && /ADJ|NOUN/.test(tree.tokens[at]!.upos);
  if (!stance || !(is || isNeeded(tree, at))) return [];
  const [subject] = kidsBy(tree, at, "csubj", "nsubj");
  if (subject === undefined || /PRON|DET/.test(tree.tokens[subject]!.upos)) return [];
  // "*No* option is off the table": open, and not refused.
  if (saysNo(tree, subject)) return [];
  const statement = statementsOver(told, tree, at)[0] ?? statementsOver(told, tree, subject)[0];
  const source = statement?.source?.actor;
  if (!statement || !source || partiesOf(told, [source]).length === 0) return [];
  if (open && !(isNegated(tree, at) || isNegated(tree, tree.tokens[at]!.head))) return [];
  const negated = (!open && isNegated(tree, at)) || tree.kids(at).some((kid) => tree.words[kid] === "longer");
  const bare = issueAt(tree, subject, false);
  const issue = bare && withGerund(tree, bare, tree.tokens[at]!.head);
  if (!issue || (negated && stance !== "supports")) return [];
  const outer = statementsOver(told, tree, at)[1]?.source ?? null;
  const said_by = outer && outer.actor !== source ? outer : null;
  return [
    {
      actor: source,
      issue,
      stance: negated ? "opposes" : stance,
      said_by,
      evidence: [statement.id],
      at: tree.tokens[at]!.start,
      past: false,
    },
  ];
}

/** "*Leaving* the pact was …": trees err here, what stands at once before the subject and is called the head of its verdict is its own verb. */
function withGerund(tree: Tree, issue: Issue, head: number): Issue {
  const gerund = tree.tokens[head];
  const next = tree.tokens[head + 1];
  if (gerund?.upos !== "VERB" || !/ing$/.test(tree.words[head]!) || next?.start !== issue.start) return issue;
  const label = `${slice(tree.text, gerund)} ${issue.label}`.split(" ").slice(0, LABEL_WORDS).join(" ");
  return { ...issue, label, start: gerund.start, words: new Set([...issue.words, tree.stems[head]!]) };
}

/** "Patrols *are needed*": trees call it a passive. */
const isNeeded = (tree: Tree, at: number): boolean =>
  tree.words[at] === "needed" &&
  kidsBy(tree, at, "nsubj").some((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") &&
  !isUnreal(tree, at) &&
  !kidIn(tree, at, "conjunctions", "mark");

/** "Will not negotiate", "cannot cede": a refusal that the reporter tells, of whoever is the subject. */
export function refusalAt(told: Told, tree: Tree, at: number): Stand[] {
  const { upos } = tree.tokens[at]!;
  const mood = auxiliariesOf(tree, at);
  if (upos !== "VERB" || !isNegated(tree, at) || tree.asks || !kidIn(tree, at, "unwilling", "aux")) return [];
  // "Would not be sold": done by others. "Will not survive": fate, not will.
  const subject = actingSubject(tree, at);
  // What is only held back stands on terms (`termsAt`).
  if (mood.some((word) => /^(?:will|wo|would)$/.test(word)) && heldBackBy(tree, at) && stemIn(tree, at, "yielding")) return [];
  if (
    !isWilled(told, tree, at) ||
    subject < 0 ||
    stemIn(tree, at, "saying-nothing") ||
    mood.some((word) => /^(?:be|been|have)$/.test(word))
  )
    return [];
  if (
    wordIn(tree, subject, "nobody") ||
    /^(?:i|we|you)$/.test(tree.words[subject]!) ||
    isUnrealAbout(tree, at) ||
    isUnsure(told, tree, subject)
  )
    return [];
  const holders = partiesOf(told, [...new Set(meantAt(told, tree, subject))]);
  // The model may hang the refusal on its helper: "*won't* cede".
  const helpers = kidsBy(tree, at, "aux").flatMap((kid) => [kid, ...kidsBy(tree, kid, "conj")]);
  const joined = kidsBy(tree, at, "conj").filter((kid) => kid < at && tree.tokens[kid]!.upos === "AUX");
  const evidence = evidenceAt(told, tree, [at, ...helpers, ...joined]);
  // What it will not accept is refused; what else it will not do is refused as a deed.
  const accepted = stemIn(tree, at, "accepting");
  const complement = complementOf(tree, at);
  const what = accepted ? complement : at;
  const [about] = kidsBy(tree, at, "obj", "obl", "xcomp", "ccomp").filter((kid) => kid > at);
  if (what < 0 || about === undefined || evidence.length === 0 || /PRON|DET/.test(tree.tokens[about]!.upos)) return [];
  const issue = issueAt(tree, what, accepted, true);
  if (!issue) return [];
  return holders.map((actor) => toldStand(told, tree, at, { actor, issue, stance: "rejects", evidence }));
}

/** "Would block the deal unless spirits were exempt": what the subject will do, on terms. */
export function termsAt(told: Told, tree: Tree, at: number): Stand[] {
  const keys = keysOf(tree, at);
  if (tree.tokens[at]!.upos !== "VERB" || tree.asks || !keys.some((key) => stemsOf("retorting").has(key) || stemsOf("yielding").has(key)))
    return [];
  const subject = actingSubject(tree, at);
  const mood = auxiliariesOf(tree, at);
  const bound = kidIn(tree, at, "will", "aux") || (stemsOf("yielding").has(keys.at(-2) ?? keys[0]!) && mood.includes("could"));
  // "Would not negotiate until they left": it would then.
  // "Could *now* accept it": on terms that it does not tell.
  const could = mood.includes("could") && tree.kids(at).some((kid) => tree.words[kid] === "now");
  const terms = isNegated(tree, at) ? heldBackBy(tree, at) : could || hasTerms(tree, at);
  if (!bound || !terms || mood.some((word) => /^(?:be|been|have)$/.test(word)) || subject < 0) return [];
  const pronoun = tree.words[subject]!;
  if (pronoun === "you" || (pronoun !== "it" && formsOf("nobody").has(pronoun)) || isUnsure(told, tree, subject)) return [];
  const speaker = /^(?:i|we)$/.test(pronoun) ? statementsOver(told, tree, at)[0]?.source?.actor : null;
  const evidence = evidenceAt(told, tree, [at]);
  const issue = issueAt(tree, at, false);
  if (!issue || evidence.length === 0) return [];
  return partiesOf(told, speaker ? [speaker] : [...new Set(meantAt(told, tree, subject))]).map((actor) =>
    toldStand(told, tree, at, { actor, issue, stance: "conditional", evidence }),
  );
}

/** "If the airport reopened", "as soon as it names a date", "only after the release". */
const hasTerms = (tree: Tree, at: number): boolean =>
  conditionOf(tree, at) >= 0 ||
  kidsBy(tree, at, "advcl").some(
    (kid) =>
      kid > at &&
      (firstMarkOf(tree, kid) === "once" ||
        kidsBy(tree, kid, "mark", "advmod").some((word) => /^(?:soon|long|once)$/.test(tree.words[word]!))),
  ) ||
  says("on-terms", tree.words.slice(at).join(" "));

/** "Would not sign *until* …", "*unless* …", "*without* a ruling": what a refusal hangs on. */
const heldBackBy = (tree: Tree, at: number): boolean =>
  // A phrase ("without a ruling") stays in the label of what is refused.
  kidsBy(tree, at, "advcl").some((kid) => kid > at && formsOf("held-back").has(firstMarkOf(tree, kid)));

/** What one does by one's will, so that not to do it is a refusal. */
const isWilled = (told: Told, tree: Tree, at: number): boolean =>
  keyIn(tree, at, "willed") || eventsAt(told, tree, at).some(({ type }) => type === "REJECT");

/** A stand of today that the word at `at` tells, by whoever speaks there. */
const toldStand = (told: Told, tree: Tree, at: number, stand: Pick<Stand, "actor" | "issue" | "stance" | "evidence">): Stand => ({
  ...stand,
  said_by: sayerAt(told, tree, at, [stand.actor]),
  at: tree.tokens[at]!.start,
  past: false,
});

/** Its own "cannot" does not make a refusal unreal; what it hangs on may. */
function isUnrealAbout(tree: Tree, at: number): boolean {
  const able = auxiliariesOf(tree, at).some((word) => /^(?:can|ca|cannot)$/.test(word));
  const from = able ? tree.tokens[at]!.head : at;
  return from >= 0 && isUnreal(tree, from);
}

/** Trees call the "against" of "is against" a part of the "is". */
const isAgainst = (tree: Tree, at: number): boolean =>
  kidsBy(tree, at, "case", "fixed", "mark").some((kid) => tree.words[kid] === "against");

/** "Is against the new pipeline": a predicate that is itself the issue. */
export function sidedAt(told: Told, tree: Tree, at: number): Stand[] {
  if (!/NOUN/.test(tree.tokens[at]!.upos) || !isAgainst(tree, at) || kidsBy(tree, at, "cop").length === 0) return [];
  const [subject] = kidsBy(tree, at, "nsubj");
  if (subject === undefined || isNegated(tree, at) || isUnreal(tree, at) || tree.asks || isUnsure(told, tree, subject)) return [];
  const [statement] = statementsOver(told, tree, at);
  const spoken = /^(?:i|we)$/.test(tree.words[subject]!) ? statement?.source?.actor : null;
  const holders = partiesOf(told, spoken ? [spoken] : meantAt(told, tree, subject));
  const evidence = evidenceAt(told, tree, [at]);
  const issue = issueAt(tree, at, false);
  if (!issue || evidence.length === 0) return [];
  return holders.map((actor) => toldStand(told, tree, at, { actor, issue, stance: "opposes", evidence }));
}

/** A clause that somebody says, and what of it tells what he wants. */
interface Clause {
  readonly told: Told;
  readonly tree: Tree;
  readonly at: number;
  readonly subject: number;
  /** True where its subject speaks of himself or his own side. */
  readonly self: boolean;
  /** Whom its subject names. */
  readonly others: readonly (Actor | undefined)[];
  readonly passive: boolean;
  readonly negated: boolean;
  /** The infinitive behind its verb: "going *to leave*"; undefined where there is none. */
  readonly bound: number | undefined;
  /** What there is none of, -1 where the clause does not say so: "there will be *no talks*". */
  readonly none: number;
  /** The word by which it is said, -1 where it is a bare quotation. */
  readonly cue: number;
}

/** A stand that the clause takes: on which word's issue, and whether its subject belongs to the label. */
interface Will {
  readonly stance: Stance;
  readonly what: number;
  readonly whole: boolean;
}

/** "We will not …", "Russia must …": what a speaker wants or refuses, in the clause that is said. */
export function willAt(told: Told, tree: Tree, at: number, source: string, id: string): Stand[] {
  const statement = byId(told.coded.statements, id);
  const clause = clauseAt(told, tree, at, source, id);
  const will = clause && willOf(clause);
  if (!will || !isStanding(clause, will)) return [];
  const { stance, what, whole } = will;
  const issue = issueAt(tree, what, whole, true);
  if (!issue || cueIsUnreal(tree, clause.cue)) return [];
  const outer = inSentence(told.coded.statements, tree.number).find(
    (one) =>
      one.id !== id &&
      one.source &&
      one.source.actor !== source &&
      statement?.cue &&
      one.content.some((part) => holds(part, statement.cue!)),
  );
  const events = eventsAt(told, tree, at).filter(({ type }) => /^(?:REJECT|CONCEDE|REQUEST|AGREE|AID|COOPERATE)$/.test(type));
  const stand = {
    actor: source,
    stance,
    said_by: outer?.source ?? null,
    evidence: [...new Set([id, ...events.map((event) => event.id)])],
    at: tree.tokens[at]!.start,
    past: false,
  };
  const beside = stance === "demands" ? issuesBeside(tree, what, issue) : [];
  return [
    { ...stand, issue },
    ...beside.map((one) => ({ ...stand, issue: one.issue, stance: one.against ? ("opposes" as const) : stand.stance })),
  ];
}

/** Both of one country; that another person of it should do something is asked of him all the same. */
const sameState = (one: Actor, other: Actor): boolean => one.code !== null && one.code === other.code && one.code.length === 3;

/** Null where the word heads no clause of the speaker's own, or he is nobody who can take a stand. */
function clauseAt(told: Told, tree: Tree, at: number, source: string, id: string): Clause | null {
  if (at < 0 || tree.asks || !/VERB|ADJ|NOUN/.test(tree.tokens[at]!.upos)) return null;
  if (kidIn(tree, at, "conjunctions", "mark")) return null;
  const speaker = byId(told.cast.actors, source);
  // What must be done is a demand on whoever can do it.
  const passive = kidsBy(tree, at, "nsubj").find((kid) => tree.tokens[kid]!.deprel === "nsubj:pass");
  const subject = passive ?? actingSubject(tree, at);
  if (!isParty(speaker) || subject < 0) return null;
  // "Officials said the two agreed that nobody should …": whose clause it is, is told within.
  const [inner] = statementsOver(told, tree, at);
  if (inner && inner.id !== id && inner.source?.actor && inner.source.actor !== source) return null;
  const others = meantAt(told, tree, subject).map((one) => byId(told.cast.actors, one));
  const isOwn = (one: Actor | undefined): boolean =>
    one !== undefined && (one.id === source || (sameState(one, speaker!) && (one.kind !== "person" || speaker!.kind === "country")));
  const statement = byId(told.coded.statements, id);
  return {
    ...{ told, tree, at, subject, others },
    self: /^(?:i|we)$/.test(tree.words[subject]!) || others.some(isOwn),
    passive: passive !== undefined,
    negated: isNegated(tree, at),
    bound: kidsBy(tree, at, "xcomp").find((kid) => kid > at && firstMarkOf(tree, kid) === "to"),
    none: noneAt(tree, at),
    cue: statement?.cue ? coreIn(tree, statement.cue) : -1,
  };
}

function willOf({ told, tree, at, self, passive, negated, bound, none, cue }: Clause): Will | null {
  const auxiliaries = auxiliariesOf(tree, at);
  const has = (pattern: RegExp): boolean => auxiliaries.some((word) => pattern.test(word));
  const will = (stance: Stance, what = at, whole = !self): Will => ({ stance, what, whole });
  // "We expect Togo to withdraw": of others, and by who is party to it.
  const [expected] = self && tree.stems[at] === "expect" ? kidsBy(tree, at, "obj", "iobj") : [];
  if (expected !== undefined && bound !== undefined && actorsAt(tree, told.cast, expected).length > 0) return will("demands", bound, true);
  if (isCleft(tree, at)) return will("demands", at, false);
  if (none >= 0) return will("rejects", none);
  // "We are not going to …"
  if (bound !== undefined && tree.stems[at] === "go") return self && negated ? will("rejects", bound) : null;
  if (bound !== undefined && /^(?:have|has|needs?)$/.test(tree.words[at]!)) return !self && !negated && !passive ? will("demands") : null;
  if (self && !passive && !negated && has(/^(?:will|'ll)$/)) {
    // "We will strike unless …": a threat or an offer, on terms.
    if (conditionOf(tree, at) >= 0) return will("conditional");
    return eventsAt(told, tree, at).some(({ type }) => /^(?:AGREE|AID|COOPERATE|CONCEDE)$/.test(type)) ? will("offers") : null;
  }
  if (self && negated && kidIn(tree, at, "unwilling", "aux") && tree.tokens[at]!.upos === "VERB") {
    // "We cannot fulfil our duty": unable, not unwilling.
    const unable = has(/^(?:can|ca|cannot)$/) && !isWilled(told, tree, at);
    return unable ? null : will(heldBackBy(tree, at) ? "conditional" : "rejects");
  }
  // "Must have been": a guess.
  if (!self && has(/^(?:must|should|ought)$/) && !has(/^(?:have|'ve)$/)) return will(negated ? "opposes" : "demands");
  return !self && negated && has(/^(?:can|ca|could)$/) && cue >= 0 && stemIn(tree, cue, "stressing") ? will("opposes") : null;
}

/** False for a phrase that takes no stand, and for one of whom nobody knows who it is. */
function isStanding({ tree, subject, self, others, none }: Clause, { stance, what }: Will): boolean {
  const pronoun = tree.words[subject]!;
  if (!self && pronoun === "you") return false;
  if (none < 0 && formsOf("anybody").has(pronoun) && others.length === 0) return false;
  // "We must not forget": a phrase, not a stand.
  if (stemIn(tree, what, "saying-nothing") && stance !== "demands") return false;
  // "We will not be rushed" alone tells no issue, "be rushed into a vote" does.
  const pressed =
    stemIn(tree, what, "pressing") &&
    kidsBy(tree, what, "obl", "xcomp", "advcl").some((kid) => kid > what) &&
    kidsBy(tree, what, "aux").some((kid) => tree.tokens[kid]!.deprel === "aux:pass");
  return stance !== "rejects" || none >= 0 || pressed || complementOf(tree, what) >= 0;
}

/** "What we need is *a truce*": the speaker's demand, though trees may call the "what" the subject. */
function isCleft(tree: Tree, at: number): boolean {
  const [what] = kidsBy(tree, at, "nsubj", "csubj");
  if (what === undefined || kidsBy(tree, at, "cop").length === 0 || isNegated(tree, at)) return false;
  const wants = (word: number): boolean => tree.stems[word] === "need" || stemIn(tree, word, "wanting-done");
  const verb = wants(what) ? what : (kidsBy(tree, what, "acl")[0] ?? -1);
  const first = Math.min(what, verb);
  const asks = tree.words[first] === "what" || tree.words[verb - 2] === "what";
  return asks && wants(verb) && kidsBy(tree, verb, "nsubj").some((kid) => /^(?:we|i)$/.test(tree.words[kid]!));
}

/** What a speaker says there will or can be none of: "no talks", "no question of a vote"; -1 where the clause is no such one. */
function noneAt(tree: Tree, at: number): number {
  const there = thereAt(tree, at);
  const none = there >= 0 && saysNo(tree, there);
  // "There is no question of *reopening* it".
  if (none && tree.words[there] === "question")
    return kidsBy(tree, there, "acl", "nmod").find((kid) => kid > there && firstMarkOf(tree, kid) === "of") ?? -1;
  // "No winners" is foreseen, "no peace without justice" a view; talks and concessions are given or withheld.
  const given = none && stemIn(tree, there, "granted") && !tree.words.slice(there).includes("without");
  return given && auxiliariesOf(tree, at).some((word) => /^(?:will|'ll|shall)$/.test(word)) ? there : -1;
}

const cueIsUnreal = (tree: Tree, cue: number): boolean => cue >= 0 && stemIn(tree, cue, "not-vouching");
