// Trees, cast and coded events → who stands where on which issue, in text order. An opponent's ascription keeps its `said_by`.

import type { Event } from "../events/types.ts";
import { isParticipial } from "../grammar/stems.ts";
import { actingSubject } from "../grammar/subjects.ts";
import { type Effect, isOff, note } from "../grammar/trace.ts";
import {
  auxiliariesOf,
  firstMarkOf,
  isDenied,
  isNegated,
  kidIn,
  kidsBy,
  nounSpan,
  relOf,
  saysNo,
  stemIn,
  type Tree,
  wordIn,
} from "../grammar/tree.ts";
import { formsOf, stemsOf } from "../grammar/words.ts";
import { byId, firstThat, inSentence } from "../kept.ts";
import { partsOf } from "../parts.ts";
import type { Rule } from "../rules/rule.ts";
import { holds, overlaps, type Span } from "../span.ts";
import { calledAt } from "./attitudes.ts";
import { askedAt, cueAt, isAnswered, isPrepared, wantsWith } from "./cues.ts";
import {
  conditionOf,
  eventsAt,
  evidenceAt,
  isOld,
  isParty,
  isUnreal,
  type Stand,
  sayerAt,
  statementsOver,
  type Told,
  treeAt,
} from "./evidence.ts";
import { holdersAt } from "./holders.ts";
import { complementOf, type Issue, isStand, issueAt, issuesBeside, pointsBack, sameIssue, saysNoMore, topOf } from "./issues.ts";
import { actorsAt } from "./named.ts";
import { STANDS } from "./rules.ts";
import { type Change, changesIn } from "./shifts.ts";
import { refusalAt, sidedAt, termsAt, verdictAt, willAt } from "./spoken.ts";
import { LABEL_WORDS, type Position, type Stance } from "./types.ts";
import { NAMED, NOUNS } from "./wordlists.ts";

/** Stands of the same or the sentence before: one side takes no more in two sentences. */
const mostBeside = 20;

/** Of the stands and issues before one, the nearest so many are looked through for one like it: more than any article tells. */
const mostCompared = 300;

/** @returns positions with `earlier` set; issues that are the same share the label that says most. */
export function positionsOf(told: Told): Position[] {
  const stands: Stand[] = [];
  const changes: Change[] = [];
  for (const trees of partsOf(told.trees)) {
    const lately = stands.slice(-mostCompared);
    const found = told.within(trees.length, () => takenIn(told, trees, lately));
    stands.push(...found.stands);
    changes.push(...found.changes);
  }
  // What was held "originally" and what took its place is not told stands no longer.
  const changed = new Set(changes.flatMap(({ replaced, newer }) => [replaced, newer]));
  const isHeld = (stand: Stand): boolean => !stand.over || changed.has(stand);
  const held = stands.filter(isHeld);
  for (const stand of stands) if (!isHeld(stand)) noteOf(STANDS.over, "dropped", stand);
  return joined(told, held, changes);
}

/** What the next sentences tell. @param before the stands before them */
function takenIn(told: Told, trees: readonly Tree[], before: readonly Stand[]): { stands: readonly Stand[]; changes: readonly Change[] } {
  const stands = [...before];
  const changes: Change[] = [];
  for (const tree of trees) {
    const lately = stands.slice(-mostCompared);
    const own = standsIn(told, tree, lately);
    const moved = changesIn(told, tree, own, lately);
    // A stand that is told as given up is not also a stand that is taken.
    for (const stand of own)
      if (moved.some((change) => isGivenUp(stand, change))) noteOf(STANDS.dropped, "dropped", stand);
      else stands.push(stand);
    // What a sentence moves from is one of these, or its own.
    for (const change of moved) {
      for (const stand of [change.replaced, change.newer]) if (!stands.includes(stand)) stands.push(stand);
      changes.push(change);
    }
  }
  return { stands: stands.slice(before.length), changes };
}

/** Events that a stand's evidence tells, by the type that its stance may be coded as. */
const TELLS: Readonly<Partial<Record<Stance, readonly Event["type"][]>>> = {
  demands: ["REQUEST"],
  rejects: ["REJECT"],
  opposes: ["REJECT", "ACCUSE", "REQUEST"],
  offers: ["AGREE"],
  accepts: ["AGREE", "CONCEDE"],
  supports: ["SUPPORT"],
};

/** The evidence, with the actor's own act where the model codes it by the cue of the statement: "Lima *said* they should leave" as a REQUEST. */
function withTelling({ coded }: Told, { actor, stance, evidence }: Stand): string[] {
  const cues = evidence.flatMap((id) => byId(coded.statements, id) ?? []).flatMap(({ sentence, cue }) => (cue ? [{ sentence, cue }] : []));
  const sentences = [...new Set(cues.map(({ sentence }) => sentence))].sort((a, b) => a - b);
  const told = sentences
    .flatMap((sentence) => inSentence(coded.events, sentence))
    .filter(
      (event) =>
        TELLS[stance]?.includes(event.type) === true &&
        event.actor.some((one) => one.actor === actor) &&
        cues.some(({ sentence, cue }) => sentence === event.sentence && overlaps(cue, event.trigger)),
    );
  return [...new Set([...evidence, ...told.map(({ id }) => id)])];
}

/** A government's ministry and its state take one stand, not two. */
function sideOf({ cast }: Told, id: string): string {
  const actor = byId(cast.actors, id);
  const official =
    actor && actor.code?.length === 3 && (actor.kind === "country" || (actor.kind === "organisation" && actor.sector === "GOV"));
  return official ? `${actor.code} GOV` : id;
}

/** The stand that a change replaces, told once more by another word of the sentence: the demand in "agreed to drop its demand". */
const isGivenUp = (stand: Stand, { newer, replaced }: Change): boolean =>
  stand !== replaced &&
  stand !== newer &&
  (stand.at === replaced.at ||
    (stand.actor === replaced.actor &&
      overlaps(stand.issue, replaced.issue) &&
      (stand.stance === replaced.stance || (stand.stance === "accepts" && stand.at < replaced.at))));

/** The stands that a rule finds, told to whoever asks. */
function by(rule: Rule, find: () => Stand[]): Stand[] {
  if (isOff(rule.name)) return [];
  const found = find();
  for (const one of found) noteOf(rule, "added", one);
  return found;
}

const noteOf = (rule: Rule, effect: Effect, { actor, issue, stance }: Stand): void =>
  note(() => ({
    rule: rule.name,
    effect,
    why: rule.why,
    what: `${stance} “${issue.label}”`,
    about: "position",
    at: { start: issue.start, end: issue.end },
    actor,
  }));

function standsIn(told: Told, tree: Tree, before: readonly Stand[]): Stand[] {
  if (tree.asks && inSentence(told.coded.statements, tree.number).length === 0) return [];
  const known = [...before];
  tree.tokens.forEach((_, at) => {
    known.push(
      ...by(STANDS.taken, () => takenAt(told, tree, at, known)),
      ...by(STANDS.verdict, () => verdictAt(told, tree, at)),
      ...by(STANDS.sided, () => sidedAt(told, tree, at)),
      ...by(STANDS.called, () => calledAt(told, tree, at)),
      ...by(STANDS.refusal, () => refusalAt(told, tree, at)),
      ...by(STANDS.terms, () => termsAt(told, tree, at)),
    );
  });
  const found = known.slice(before.length);
  const spoken = inSentence(told.coded.statements, tree.number)
    .filter(({ source }) => source?.actor)
    .flatMap((statement) =>
      statement.content.flatMap((part) =>
        clausesIn(tree, part).flatMap((at) => by(STANDS.will, () => willAt(told, tree, at, statement.source!.actor!, statement.id))),
      ),
    );
  const all = [
    ...found,
    ...spoken.filter(
      (one) => !found.some((other) => (other.actor === one.actor || other.stance === one.stance) && overlaps(other.issue, one.issue)),
    ),
  ];
  return all.filter(
    (one, i) =>
      all.findIndex((other) => other.actor === one.actor && other.stance === one.stance && overlaps(other.issue, one.issue)) === i,
  );
}

/** The clause at the top of a statement's content and those that stand beside it: "… is too high and that *rents must fall*". */
function clausesIn(tree: Tree, part: Span): number[] {
  const top = topOf(tree, part);
  if (top < 0) return [];
  const beside = (from: number): number[] =>
    kidsBy(tree, from, "conj", "xcomp", "parataxis").flatMap((kid) => {
      const apart = relOf(tree, kid) === "parataxis" && tree.words.slice(from + 1, kid).some((word) => /^[:;]$/.test(word));
      const own =
        (relOf(tree, kid) === "conj" || apart) && kid > top && holds(part, tree.tokens[kid]!) && kidsBy(tree, kid, "nsubj").length > 0;
      return [...(own ? [kid] : []), ...(kid > from ? beside(kid) : [])];
    });
  return [top, ...beside(top)];
}

const turned: Partial<Record<Stance, Stance>> = { accepts: "rejects", supports: "opposes", offers: "rejects" };

/** "To *demand* higher wages" after "marched", "sent a letter": what is done to voice a stand voices it. */
function isVoiced(tree: Tree, at: number): boolean {
  const { head, upos } = tree.tokens[at]!;
  if (upos !== "VERB" || head < 0 || head > at || firstMarkOf(tree, at) !== "to" || !/^(?:advcl|obl|acl)$/.test(relOf(tree, at)))
    return false;
  if (relOf(tree, at) === "acl" && NOUNS.has(tree.stems[head]!)) return false;
  return stemIn(tree, at, "crying-out") && actingSubject(tree, at) >= 0 && !isUnreal(tree, head);
}

/** The stand that a word tells, before anything is known of who takes it on what. */
interface Leaning {
  readonly stance: Stance;
  /** Toward the other side: "accepts", "offers", "supports". */
  readonly friendly: boolean;
  /** The events that tell it. */
  readonly events: readonly Event[];
  /** Words whose events and statements bear it out. */
  readonly near: readonly number[];
  readonly hypothetical: boolean;
}

/** What is asked or refused. */
interface Asked {
  readonly at: number;
  /** What shall be done to it, where it is a thing that is wanted changed; -1 where it is the whole. */
  readonly deed: number;
  /** True where the verb's subject is not who takes the stand: "was demanded". */
  readonly passive: boolean;
}

/** The stand that the word at `at` itself tells: "demanded", "ready", "its refusal". */
function takenAt(told: Told, tree: Tree, at: number, before: readonly Stand[]): Stand[] {
  const leaning = leaningAt(told, tree, at);
  const asked = leaning && askedBy(told, tree, at, leaning.stance);
  const holders = asked ? holdersAt(told, tree, at, asked.passive && tree.tokens[at]!.upos === "VERB", leaning.events) : [];
  if (!asked || holders.length === 0) return [];
  const { stance, friendly, near } = leaning;
  const { against, refused } = turnAt(tree, asked.at, stance);
  const bare = isClaimDenied(tree, at) ? null : issueOf(told, tree, asked.at, holders, before, against || refused);
  const issue = bare && asked.deed >= 0 ? withDeed(tree, bare, asked.deed) : bare;
  const evidence = evidenceOf(told, tree, at, { near, asked: asked.at, holders });
  if (!issue || evidence.length === 0) return [];
  const onTerms = conditionOf(tree, at) >= 0 || conditionOf(tree, asked.at) >= 0;
  // "Would block it unless": held back, not held.
  if (stance === "rejects" && onTerms && kidIn(tree, at, "will", "aux")) return [];
  // A threat is a stand where the text names what would avert it.
  if (stance === "conditional" && !onTerms) return [];
  const conditional = friendly && (onTerms || leaning.hypothetical);
  // Whoever rejects a demand does not thereby say that it was made.
  const made = isAnswered(tree, at) ? tree.tokens[at]!.head : at;
  const issues = [{ issue, against }, ...(stance === "demands" && asked.deed < 0 ? issuesBeside(tree, asked.at, issue) : [])];
  const takers = holders.flatMap((actor) => issues.map((one) => ({ actor, ...one })));
  return takers.map(({ actor, issue: one, against: not }) => ({
    actor,
    issue: one,
    stance: conditional ? "conditional" : not ? "opposes" : refused ? "rejects" : stance,
    said_by: sayerAt(told, tree, made, [actor], true),
    evidence,
    at: tree.tokens[at]!.start,
    past: isPast(tree, at),
    over: isOver(tree, at),
  }));
}

/** Null where the word tells no stand, or one that is only feared, planned or long ago. */
function leaningAt(told: Told, tree: Tree, at: number): Leaning | null {
  const voiced = isVoiced(tree, at);
  const near = voiced ? [tree.tokens[at]!.head, ...kidsBy(tree, tree.tokens[at]!.head, "obj", "obl")].filter((here) => here < at) : [];
  const events = [at, ...near].map((here) => eventsAt(told, tree, here)).find((here) => here.length > 0) ?? [];
  const has = (auxiliary: Event["auxiliary"][number]): boolean => events.some((event) => event.auxiliary.includes(auxiliary));
  const cue = cueAt(tree, at, events);
  const unreal = isUnreal(tree, at) && !isAnswered(tree, at) && !voiced;
  if (!cue || tree.words[at - 1] === "longer" || unreal || (events.length === 0 && tree.asks)) return null;
  const negated = isDenied(tree, at);
  // "Has no objection to" is a yes, "has no demand" nothing.
  const unwanted = negated && tree.stems[at] === "want" && kidsBy(tree, at, "obj", "iobj").length > 0;
  const consents = negated && cue === "opposes" && (tree.tokens[at]!.upos === "NOUN" || tree.stems[at] === "object");
  const stance = unwanted ? "opposes" : consents ? "accepts" : negated ? turned[cue] : cue;
  const friendly = stance === "accepts" || stance === "offers" || stance === "supports";
  if (!stance || isOld(told, tree, at) || has("historical") || (has("negation") && !negated) || (has("hypothetical") && !friendly))
    return null;
  return { stance, friendly, events, near, hypothetical: has("hypothetical") };
}

/** What the word at `at` asks for or refuses; null where the sentence does not say, or where it asks nothing of others. */
function askedBy(told: Told, tree: Tree, at: number, stance: Stance): Asked | null {
  const subjects = kidsBy(tree, at, "nsubj");
  // "Were pressed … and threatened with": whoever is the subject there does not threaten.
  const bare = subjects.length === 0 && tree.tokens[at]!.upos === "VERB";
  if (bare && kidsBy(tree, at, "aux").some((kid) => tree.tokens[kid]!.deprel === "aux:pass")) return null;
  // "Is opposed to the toll": its subject opposes.
  const opposed = (tree.words[at] === "opposed" && tree.words[at + 1] === "to") || isPrepared(tree, at);
  const passive = subjects.length === 1 && !opposed ? subjects.find((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") : undefined;
  // "Was urged *to return*": the subject is who is asked.
  const urged = passive !== undefined && stemIn(tree, at, "asking-somebody");
  const found = seenAt(tree, at, urged ? complementOf(tree, at) : askedAt(told, tree, at, passive));
  if (found < 0) return null;
  // "Laws that it wants *changed*": the laws, and what shall be done to them.
  const wish = wishedAt(tree, at, found);
  const asked = wish >= 0 ? wish : tree.tokens[found]!.deprel === "acl:relcl" ? tree.tokens[found]!.head : found;
  if (asked < 0 || isOwnAim(told, tree, at, asked) || isIdle(tree, at, asked, stance)) return null;
  return { at: asked, deed: wish >= 0 ? found : -1, passive: passive !== undefined };
}

/** To want, seek, press or push to do something oneself is an aim, no demand on others; nor is "would like to see *his mother*" one on her. */
function isOwnAim(told: Told, tree: Tree, at: number, asked: number): boolean {
  const somebody = (): boolean =>
    actorsAt(tree, told.cast, asked).length > 0 || kidsBy(tree, asked, "nmod").some((kid) => tree.tokens[kid]!.deprel === "nmod:poss");
  return (
    (urgedSee(tree, at) && somebody()) ||
    (stemIn(tree, at, "sealing") && !stemIn(tree, asked, "agreements")) ||
    ((stemIn(tree, at, "seeking") || /^(?:lik|pres|push)$/.test(tree.stems[at]!)) &&
      !wantsWith(tree, at) &&
      !isWantedDone(tree, asked) &&
      tree.words[at + 1] !== "for" &&
      relOf(tree, asked) === "xcomp" &&
      kidsBy(tree, at, "obj", "iobj").length === 0)
  );
}

/** Where the words of what is asked turn the stand: not to be done (`against`), or not to be done by oneself (`refused`). */
function turnAt(tree: Tree, asked: number, stance: Stance): { against: boolean; refused: boolean } {
  const none = kidsBy(tree, asked, "nsubj").some((kid) => /^(?:none|nobody|neither)$/.test(tree.words[kid]!) || saysNo(tree, kid));
  // To promise not to do it is to refuse it; that it will not be done by others is an offer.
  const ownDeed = kidsBy(tree, asked, "aux").every((kid) => tree.tokens[kid]!.deprel !== "aux:pass");
  return {
    against: stance === "demands" && (isNegated(tree, asked) || none),
    refused: stance === "offers" && isNegated(tree, asked) && ownDeed,
  };
}

/** "Rejected suggestions that it *was* slow": a claim, where "a suggestion that they share power" is none. */
function isClaimDenied(tree: Tree, at: number): boolean {
  const suggests = (kid: number): boolean =>
    /^suggestions?$/.test(tree.words[kid]!) &&
    [...kidsBy(tree, kid, "acl", "ccomp"), ...kidsBy(tree, at, "ccomp")].some((clause) => isClaim(tree, clause));
  return kidsBy(tree, at, "obj").some((kid) => stemIn(tree, kid, "claims-denied") || suggests(kid));
}

/** Ids of the events and statements that bear the stand out. */
function evidenceOf(
  told: Told,
  tree: Tree,
  at: number,
  { near, asked, holders }: { near: readonly number[]; asked: number; holders: readonly string[] },
): string[] {
  const theirs = ({ actor }: Event): boolean => actor.some((one) => holders.includes(one.actor));
  // "*Declared* its opposition": what the verb was coded as is the stand that its noun tells.
  const { head, upos } = tree.tokens[at]!;
  const uttered = upos === "NOUN" && relOf(tree, at) === "obj" && stemIn(tree, head, "uttering") ? eventsAt(told, tree, head) : [];
  const covering = evidenceAt(told, tree, [at, ...near]);
  // "Does not want a base": a statement of its own words, whose cue leaves the verb out.
  const subject = actingSubject(tree, at);
  const own = statementsOver(told, tree, asked).filter(
    ({ source }) => source && ((source.actor && holders.includes(source.actor)) || (subject >= 0 && holds(source, tree.tokens[subject]!))),
  );
  const deeds = eventsAt(told, tree, asked).filter(theirs);
  const borne = covering.length > 0 ? covering : [...own.slice(0, 1), ...deeds].slice(0, 1).map(({ id }) => id);
  return [...new Set([...borne, ...uttered.filter(theirs).map(({ id }) => id)])];
}

/** "Had *originally* insisted", "up to last month … was adamant": held no longer. */
function isOver(tree: Tree, at: number): boolean {
  const before = tree.words.slice(0, at).join(" ");
  return (
    tree.kids(at).some((kid) => /^(?:originally|initially|formerly)$/.test(tree.words[kid]!)) ||
    /(?:^|, )(?:(?:up to|until|till) (?:last \w+|recently|then|yesterday)|at first)\b/.test(before)
  );
}

/** "Wants *the airport* reopened": done by others. */
const isWantedDone = (tree: Tree, asked: number): boolean =>
  firstMarkOf(tree, asked) !== "to" &&
  kidsBy(tree, asked, "obj", "nsubj").some((kid) => kid < asked) &&
  kidsBy(tree, asked, "mark").length === 0;

const urgedSee = (tree: Tree, at: number): boolean => kidsBy(tree, at, "xcomp").some((kid) => tree.stems[kid] === "see");

/** "Would like to see *the troops leave*": what is to be seen. */
const seenAt = (tree: Tree, at: number, asked: number): number =>
  asked >= 0 && tree.stems[asked] === "see" && firstMarkOf(tree, asked) === "to" ? complementOf(tree, asked) : sharedAt(tree, at, asked);

/** "Demanding and taking *a bribe*": what a verb that is joined by "and" has for both; else the token itself. */
const sharedAt = (tree: Tree, at: number, asked: number): number =>
  asked >= 0 && tree.tokens[asked]!.head === at && relOf(tree, asked) === "conj" ? (kidsBy(tree, asked, "obj")[0] ?? -1) : asked;

/** The noun before "that it wants *changed*", whichever of the two words the tree hangs on it; -1 where the clause is no such one. */
function wishedAt(tree: Tree, at: number, deed: number): number {
  const done =
    tree.tokens[deed]!.upos === "VERB" &&
    isParticipial(tree.words[deed]!) &&
    kidsBy(tree, deed, "mark", "aux", "obj").every((kid) => kid < at);
  const relative = [deed, at].find((here) => tree.tokens[here]!.deprel === "acl:relcl");
  if (!done || relative === undefined || deed < at || !(relative === deed || tree.tokens[deed]!.head === at)) return -1;
  const { head } = tree.tokens[relative]!;
  return head < at && /NOUN|PROPN/.test(tree.tokens[head]!.upos) ? head : -1;
}

/** "US law *changed*": the label of a thing with what shall be done to it. */
function withDeed(tree: Tree, issue: Issue, deed: number): Issue {
  const label = [...issue.label.split(" ").slice(0, LABEL_WORDS - 1), tree.words[deed]!].join(" ");
  return { ...issue, label, words: new Set([...issue.words, tree.stems[deed]!]) };
}

/** A crime, or the attack that has been made: nobody asks for it or offers it. */
const isDone = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.upos === "NOUN" &&
  (stemIn(tree, at, "crimes") || (NAMED.get(tree.stems[at]!)?.includes("ASSAULT") === true && kidIn(tree, at, "pointing", "det"))) &&
  kidsBy(tree, at, "cop").length === 0;

/** Words of stand that take none: "declined to comment", "agreed that time was short", "ready to fight", "walked away with an offer". */
function isIdle(tree: Tree, at: number, asked: number, stance: Stance): boolean {
  const word = tree.stems[at]!;
  const clause = tree.stems[asked]!;
  if (!/^(?:rejects|opposes|conditional)$/.test(stance) && isDone(tree, asked)) return true;
  // "Came in favour of", not "did a favour".
  if (/^favou?r$/.test(word) && tree.tokens[at]!.upos === "NOUN") return firstMarkOf(tree, at) !== "in";
  if (stance === "rejects")
    return stemsOf("saying-nothing").has(clause) || (relOf(tree, asked) === "obl" && firstMarkOf(tree, asked) === "with");
  if (tree.tokens[at]!.upos === "ADJ" || wordIn(tree, at, "readiness"))
    return stemsOf("showing").has(clause) || (stemsOf("hostile").has(clause) && conditionOf(tree, at) < 0 && conditionOf(tree, asked) < 0);
  // "Seeks support for its plan": the plan is its own.
  if (word === "seek" && kidsBy(tree, at, "obj").some((kid) => NOUNS.get(tree.stems[kid]!) === "supports")) return true;
  if (stance === "opposes" || stance === "supports" || !/^(?:ccomp|csubj)$/.test(relOf(tree, asked))) return false;
  return isClaim(tree, asked) || (word === "agr" && kidIn(tree, asked, "might", "aux"));
}

/** "Insisted that the vote *was* fair": a clause that tells what is so, not what shall be. */
function isClaim(tree: Tree, clause: number): boolean {
  const auxiliaries = [...auxiliariesOf(tree, clause), ...kidsBy(tree, clause, "cop").map((kid) => tree.words[kid]!)];
  const told = (word: string): boolean => formsOf("auxiliaries").has(word);
  if (auxiliaries.some((word) => word === "be" || (formsOf("modals").has(word) && !told(word) && word !== "ca"))) return false;
  if (auxiliaries.length > 0) return told(auxiliaries[0]!);
  return firstMarkOf(tree, clause) !== "to" && kidsBy(tree, clause, "nsubj").length > 0 && /(?:ed|[^s]s)$/.test(tree.words[clause]!);
}

/** Had, once, earlier: what was so before something else. */
const isPast = (tree: Tree, at: number): boolean =>
  auxiliariesOf(tree, at).some((word) => word === "had" || word === "having") || kidIn(tree, at, "formerly");

/** The issue at `at`; where the words only point back, the one that another has put on the table last. */
function issueOf(told: Told, tree: Tree, at: number, holders: readonly string[], before: readonly Stand[], fold: boolean): Issue | null {
  if (pointsBack(tree, at)) {
    const owner = kidsBy(tree, at, "nmod").find((kid) => tree.tokens[kid]!.deprel === "nmod:poss");
    const owners = owner === undefined ? [] : actorsAt(tree, told.cast, owner).map(({ actor }) => actor);
    const begun = (at: number): number => firstThat(told.trees, ({ sentence }) => sentence.start > at);
    const near = before.filter((stand) => {
      const far = begun(tree.sentence.start) - begun(stand.at);
      // An offer is none of the demands before it, nor a demand of the offers.
      const told = NOUNS.get(tree.stems[at]!);
      const offered = /^(?:offers|conditional|supports)$/.test(stand.stance);
      const asked = stand.stance === "demands" || (stand.stance === "opposes" && told === "demands");
      if (!((offered && told !== "demands") || (asked && told !== "offers")) || holders.includes(stand.actor)) return false;
      return owners.length > 0 ? owners.includes(stand.actor) : far <= 2;
    });
    const meant = near.at(-1)?.issue;
    if (!meant) return null;
    const { start, end } = nounSpan(tree, at);
    return { ...meant, start, end };
  }
  if (isStand(tree, at) && kidsBy(tree, at, "nmod", "acl", "compound", "amod").length === 0) return null;
  if (stemIn(tree, at, "claims-denied")) return null;
  // A person or country is backed or refused, but is no issue.
  const actor = told.cast.actorAt(nounSpan(tree, at)) ?? undefined;
  const alone =
    tree.tokens[at]!.upos === "PROPN" ||
    (tree.tokens[at]!.upos === "NOUN" &&
      tree.kids(at).every((kid) => kid < at) &&
      isParty(actor) &&
      (actor!.kind !== "unnamed" || actor!.sector !== null));
  if (alone) return null;
  // "The willingness *of Freedonia* to talk": trees err here, whose it is does not belong to what is offered.
  const subject = kidsBy(tree, at, "nsubj").every((kid) => firstMarkOf(tree, kid) !== "of");
  return issueAt(tree, at, subject, fold);
}

/** "Iraq asked for *a meeting of the council*. Its ministry urged it *to hold a session*": the next sentence of the same side says it again, in fewer words. */
function isSaidOn(told: Told, one: Stand, other: Stand): boolean {
  if (one.stance !== other.stance || !saysNoMore(other.issue, one.issue)) return false;
  const numberOf = ({ at }: Stand): number => treeAt(told, at)?.number ?? -1;
  return sideOf(told, one.actor) === sideOf(told, other.actor) && Math.abs(numberOf(one) - numberOf(other)) <= 1;
}

/** Stands on one issue, with the forms in which they name it, each once. */
interface Group {
  readonly stands: Stand[];
  readonly issues: Map<string, Issue>;
}

const isOn = (told: Told, { stands, issues }: Group, stand: Stand): boolean =>
  [...issues.values()].some((issue) => sameIssue(issue, stand.issue)) ||
  stands.slice(-mostBeside).some((other) => isSaidOn(told, other, stand));

/** Stands on the same issue under one label; the same stand told again only adds evidence. */
function joined(told: Told, stands: readonly Stand[], changes: readonly Change[]): Position[] {
  const ordered = [...stands].sort((a, b) => a.at - b.at || Number(b.past) - Number(a.past) || a.issue.start - b.issue.start);
  const groups: Group[] = [];
  const labelled = new Map<string, Group>();
  const groupOf = new Map<Stand, Group>();
  for (const stand of ordered) {
    const { issue } = stand;
    const like = groups.slice(-mostCompared).find((group) => isOn(told, group, stand)) ?? labelled.get(issue.label.toLowerCase());
    const group: Group = like ?? { stands: [], issues: new Map() };
    if (!like) groups.push(group);
    group.stands.push(stand);
    group.issues.set([issue.label.toLowerCase(), ...issue.words, "|", ...issue.places].join(" "), issue);
    if (!labelled.has(issue.label.toLowerCase())) labelled.set(issue.label.toLowerCase(), group);
    groupOf.set(stand, group);
  }
  const labels = new Map(groups.map((group, number) => [group, { label: bestLabel(group.stands), number }]));
  const gone = new Set(changes.map(({ replaced }) => replaced));
  const kept = new Map<string, { stand: Stand; evidence: Set<string>; group: Group; at: number }>();
  const placeOf = new Map<Stand, number>();
  for (const stand of ordered) {
    const group = groupOf.get(stand)!;
    const said = stand.said_by === null ? "" : `by ${stand.said_by.actor}`;
    const key = [labels.get(group)!.number, sideOf(told, stand.actor), stand.stance, said, gone.has(stand)].join("|");
    const one = kept.get(key) ?? { stand, evidence: new Set(), group, at: kept.size };
    kept.set(key, one);
    for (const id of withTelling(told, stand)) one.evidence.add(id);
    placeOf.set(stand, one.at);
  }
  const earlier = new Map<number, number>();
  for (const { newer, replaced } of changes) {
    const [to, from] = [placeOf.get(newer) ?? -1, placeOf.get(replaced) ?? -1];
    if (to !== from && !earlier.has(to) && earlier.get(from) !== to) earlier.set(to, from);
  }
  return [...kept.values()].map(({ stand, evidence, group, at }) => ({
    actor: stand.actor,
    issue: { label: labels.get(group)!.label, start: stand.issue.start, end: stand.issue.end },
    stance: stand.stance,
    said_by: stand.said_by && { actor: stand.said_by.actor, start: stand.said_by.start, end: stand.said_by.end },
    evidence: [...evidence],
    earlier: earlier.get(at) ?? null,
  }));
}

/** The label with the most places and content words; the shorter, then the first of equals. */
function bestLabel(group: readonly Stand[]): string {
  const weight = ({ issue }: Stand): number => issue.places.size + issue.words.size - issue.label.split(" ").length / 100;
  return group.reduce((a, b) => (weight(b) > weight(a) ? b : a)).issue.label;
}
