// Trees, cast and coded events → who stands where on which issue, in text order. An opponent's ascription keeps its `said_by`.
import type { Event } from "../events/types.ts";
import {
  conditionOf,
  eventActors,
  eventsAt,
  evidenceAt,
  isOld,
  isParty,
  isUnreal,
  type Stand,
  sayerAt,
  statementsOver,
  type Told,
} from "./evidence.ts";
import { complementOf, type Issue, isStand, issueAt, pointsBack, sameIssue, topOf } from "./issues.ts";
import { type Change, changesIn } from "./shifts.ts";
import {
  actorsAt,
  auxiliariesOf,
  headIn,
  isDenied,
  isNegated,
  kidsBy,
  markOf,
  nounSpan,
  partnersOf,
  relOf,
  subjectOf,
  type Tree,
} from "./tree.ts";
import type { Position, Stance } from "./types.ts";
import { ADJECTIVES, BY_EVENT, CLAIMS, NOUNS, VERBS, VERDICTS } from "./wordlists.ts";

/** @returns positions with `earlier` set; issues that are the same share the label that says most. */
export function positionsOf(told: Told): Position[] {
  const stands: Stand[] = [];
  const changes: Change[] = [];
  for (const tree of told.trees) {
    const own = standsIn(told, tree, stands);
    const moved = changesIn(told, tree, own, stands);
    // A stand that is told as given up is not also a stand that is taken.
    stands.push(...own.filter((stand) => !moved.some(({ replaced }) => replaced.at === stand.at && replaced !== stand)));
    for (const change of moved) {
      for (const stand of [change.replaced, change.newer]) if (!stands.includes(stand)) stands.push(stand);
      changes.push(change);
    }
  }
  return joined(stands, changes);
}

function standsIn(told: Told, tree: Tree, before: readonly Stand[]): Stand[] {
  if (tree.asks && told.coded.statements.every(({ sentence }) => sentence !== tree.number)) return [];
  const found = tree.tokens.flatMap((_, at) => [...takenAt(told, tree, at, before), ...verdictAt(told, tree, at)]);
  const spoken = told.coded.statements
    .filter(({ sentence, source }) => sentence === tree.number && source?.actor)
    .flatMap((statement) =>
      statement.content.flatMap((part) => willAt(told, tree, topOf(tree, part), statement.source!.actor!, statement.id)),
    );
  const all = [...found, ...spoken.filter((one) => !found.some((other) => other.actor === one.actor && touches(other.issue, one.issue)))];
  return all.filter(
    (one, i) => all.findIndex((other) => other.actor === one.actor && other.stance === one.stance && touches(other.issue, one.issue)) === i,
  );
}

const touches = (a: Issue, b: Issue): boolean => a.start < b.end && b.start < a.end;

const turned: Partial<Record<Stance, Stance>> = { accepts: "rejects", supports: "opposes", offers: "rejects" };

/** The stand that the word at `at` itself tells: "demanded", "ready", "its refusal". */
function takenAt(told: Told, tree: Tree, at: number, before: readonly Stand[]): Stand[] {
  const events = eventsAt(told, tree, at);
  const has = (auxiliary: Event["auxiliary"][number]): boolean => events.some((event) => event.auxiliary.includes(auxiliary));
  const cue = cueAt(tree, at, events);
  if (!cue || tree.words[at - 1] === "longer" || isUnreal(tree, at) || (events.length === 0 && tree.asks)) return [];
  const negated = isDenied(tree, at);
  const stance = negated ? turned[cue] : cue;
  const friendly = stance === "accepts" || stance === "offers" || stance === "supports";
  if (!stance || isOld(told, tree, at) || has("historical") || (has("negation") && !negated) || (has("hypothetical") && !friendly))
    return [];
  const past = isPast(tree, at);

  const subjects = kidsBy(tree, at, "nsubj");
  const passive = subjects.length === 1 ? subjects.find((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") : undefined;
  const asked = passive !== undefined && tree.tokens[at]!.upos === "VERB" ? passive : complementOf(tree, at);
  // To seek, press or push to do something oneself is an aim, no demand on others.
  if (
    asked < 0 ||
    (/^(?:seek|pres|push)$/.test(tree.stems[at]!) && relOf(tree, asked) === "xcomp" && kidsBy(tree, at, "obj", "iobj").length === 0)
  )
    return [];
  const holders = holdersAt(told, tree, at, passive !== undefined && tree.tokens[at]!.upos === "VERB", events);
  if (holders.length === 0) return [];
  const said = sayerAt(told, tree, at, holders);
  const evidence = evidenceAt(told, tree, [at]);
  // To demand that something is not done is to oppose it.
  const against = stance === "demands" && isNegated(tree, asked);
  const denied = kidsBy(tree, at, "obj").some((kid) => CLAIMS.has(tree.stems[kid]!));
  const issue = denied ? null : issueOf(told, tree, asked, holders, before, against);
  if (!issue || evidence.length === 0) return [];
  const onTerms = conditionOf(tree, at) >= 0 || conditionOf(tree, asked) >= 0;
  // A threat is a stand where the text names what would avert it.
  if (stance === "conditional" && !onTerms) return [];
  const conditional = friendly && (onTerms || has("hypothetical"));
  return holders.map((actor) => ({
    actor,
    issue,
    stance: conditional ? "conditional" : against ? "opposes" : stance,
    said_by: said,
    evidence,
    at: tree.tokens[at]!.start,
    past,
  }));
}

/** The stance that a word itself tells, whoever takes it. */
function cueAt(tree: Tree, at: number, events: readonly Event[]): Stance | null {
  const { upos, head } = tree.tokens[at]!;
  const word = tree.stems[at]!;
  // "Call for" before "call": the verb of a pair is another verb.
  const keys = [...partnersOf(tree, at).map((partner) => `${word} ${partner}`), word];
  const first = (table: ReadonlyMap<string, Stance>): Stance | null => keys.map((key) => table.get(key)).find((stance) => stance) ?? null;
  if (upos === "VERB") return first(VERBS) ?? (events.length > 0 ? first(BY_EVENT) : null);
  if (upos === "ADJ") return kidsBy(tree, at, "xcomp", "advcl", "ccomp", "obl").length > 0 ? first(ADJECTIVES) : null;
  // A noun tells a stand where its verb only utters it ("repeated its demand"), not where the verb judges it ("rejected the demand").
  const judged = head >= 0 && /^(?:obj|obl)$/.test(relOf(tree, at)) && !lightVerbs.has(tree.stems[head]!);
  return upos === "NOUN" && !judged ? (NOUNS.get(word) ?? null) : null;
}

const lightVerbs = new Set(
  "mak voic express reiterat repeat renew reaffirm have pres issu announc declar restat giv maintain keep back prais set is".split(" "),
);

/** Had, once, earlier: what was so before something else. */
const isPast = (tree: Tree, at: number): boolean =>
  auxiliariesOf(tree, at).includes("had") ||
  tree.kids(at).some((kid) => /^(?:earlier|previously|once|initially|originally|formerly|before)$/.test(tree.words[kid]!));

function holdersAt(told: Told, tree: Tree, at: number, passive: boolean, events: readonly Event[]): string[] {
  const party = (ids: readonly string[]): string[] =>
    [...new Set(ids)].filter((id) => isParty(told.cast.actors.find((actor) => actor.id === id)));
  if (tree.tokens[at]!.upos === "NOUN") {
    const owner = kidsBy(tree, at, "nmod", "det").find((kid) => tree.tokens[kid]!.deprel === "nmod:poss");
    // "Renewed Iraqi calls for …": the calls are the Iraqis', whoever renewed them.
    const named = owner ?? kidsBy(tree, at, "amod", "compound").find((kid) => /^\p{Lu}/u.test(tree.text.slice(tree.tokens[kid]!.start)));
    if (named !== undefined && owner === undefined) return party(actorsAt(tree, told.cast, named).map(({ actor }) => actor));
    const verb = tree.tokens[at]!.head;
    const subject = relOf(tree, at) === "obj" && verb >= 0 ? subjectOf(tree, verb) : -1;
    const found = actorsAt(tree, told.cast, owner ?? subject).map(({ actor }) => actor);
    return party(found.length > 0 ? found : eventActors(tree, owner ?? subject, events));
  }
  const agent = passive ? (kidsBy(tree, at, "obl").find((kid) => markOf(tree, kid) === "by") ?? -1) : subjectOf(tree, at);
  const first = agent >= 0 && /^(?:i|we)$/.test(tree.words[agent]!) ? statementsOver(told, tree, at)[0]?.source?.actor : null;
  const found = first ? [first] : actorsAt(tree, told.cast, agent).map(({ actor }) => actor);
  return party(found.length > 0 || passive ? found : eventActors(tree, agent, events));
}

/** The issue at `at`; where the words only point back, the one that another has put on the table last. */
function issueOf(told: Told, tree: Tree, at: number, holders: readonly string[], before: readonly Stand[], fold: boolean): Issue | null {
  if (pointsBack(tree, at)) {
    const owner = kidsBy(tree, at, "nmod").find((kid) => tree.tokens[kid]!.deprel === "nmod:poss");
    const owners = owner === undefined ? [] : actorsAt(tree, told.cast, owner).map(({ actor }) => actor);
    const near = before.filter((stand) => {
      const far = told.trees.filter(({ sentence }) => sentence.start > stand.at && sentence.start <= tree.sentence.start).length;
      if (!/^(?:demands|offers|conditional|supports)$/.test(stand.stance) || holders.includes(stand.actor)) return false;
      return owners.length > 0 ? owners.includes(stand.actor) : far <= 2;
    });
    const meant = near.at(-1)?.issue;
    if (!meant) return null;
    const { start, end } = nounSpan(tree, at);
    return { ...meant, start, end };
  }
  if (isStand(tree, at) && kidsBy(tree, at, "nmod", "acl", "compound", "amod").length === 0) return null;
  if (CLAIMS.has(tree.stems[at]!)) return null;
  // A person or country is backed or refused, but is no issue.
  const alone =
    tree.tokens[at]!.upos === "PROPN" ||
    (tree.tokens[at]!.upos === "NOUN" &&
      tree.kids(at).every((kid) => kid < at) &&
      isParty(told.cast.actorAt(nounSpan(tree, at)) ?? undefined));
  if (alone) return null;
  return issueAt(tree, at, true, fold);
}

/** "Giving up territory is a nonstarter": the speaker's stand on the subject. */
function verdictAt(told: Told, tree: Tree, at: number): Stand[] {
  const pair = at > 0 ? `${tree.stems[at - 1]} ${tree.words[at]}` : "";
  const stance = VERDICTS.get(pair) ?? VERDICTS.get(tree.stems[at]!);
  if (!stance || kidsBy(tree, at, "cop").length === 0 || !/ADJ|NOUN/.test(tree.tokens[at]!.upos)) return [];
  const [subject] = kidsBy(tree, at, "csubj", "nsubj");
  if (subject === undefined || /PRON|DET/.test(tree.tokens[subject]!.upos)) return [];
  const statement = statementsOver(told, tree, at)[0] ?? statementsOver(told, tree, subject)[0];
  const source = statement?.source?.actor;
  if (!statement || !source || !isParty(told.cast.actors.find(({ id }) => id === source))) return [];
  const negated = isNegated(tree, at);
  const issue = issueAt(tree, subject, false);
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

const strong = /^(?:warn|insist|stres|demand|declar|vow|reiterat|mak|maintain|repeat|emphasi|underlin|pledg)/;

/** "We will not …", "Russia must …": what a speaker wants or refuses, in the clause that is said. */
function willAt(told: Told, tree: Tree, at: number, source: string, id: string): Stand[] {
  if (
    at < 0 ||
    !/VERB|ADJ|NOUN/.test(tree.tokens[at]!.upos) ||
    kidsBy(tree, at, "mark").some((mark) => /^(?:if|when|while|as|because)$/.test(tree.words[mark]!))
  )
    return [];
  const speaker = told.cast.actors.find((actor) => actor.id === source);
  const subject = subjectOf(tree, at);
  if (!isParty(speaker) || subject < 0 || tree.asks) return [];
  const auxiliaries = auxiliariesOf(tree, at);
  const negated = isNegated(tree, at);
  const has = (pattern: RegExp): boolean => auxiliaries.some((word) => pattern.test(word));
  const pronoun = tree.words[subject]!;
  const others = actorsAt(tree, told.cast, subject).map(({ actor }) => told.cast.actors.find((one) => one.id === actor));
  const self =
    /^(?:i|we)$/.test(pronoun) ||
    others.some((one) => one && (one.id === source || (one.code !== null && one.code === speaker!.code && one.code.length === 3)));
  const statement = told.coded.statements.find((one) => one.id === id);
  const cue = statement?.cue ? headIn(tree, statement.cue) : -1;
  let stance: Stance | null = null;
  if (self && negated && has(/^(?:will|wo|would|can|ca|cannot|shall)$/) && tree.tokens[at]!.upos === "VERB") stance = "rejects";
  else if (!self && has(/^(?:must|should|ought)$/)) stance = negated ? "opposes" : "demands";
  else if (!self && negated && has(/^(?:can|ca|could)$/) && cue >= 0 && strong.test(tree.stems[cue]!)) stance = "opposes";
  if (!stance || (!self && pronoun === "you") || (/^(?:it|there|who|that|this|which|he|she|they)$/.test(pronoun) && others.length === 0))
    return [];
  // "We must not forget": a phrase, not a stand.
  if (stance === "rejects" && complementOf(tree, at) < 0) return [];
  const issue = issueAt(tree, at, !self, true);
  if (!issue || cueIsUnreal(tree, cue)) return [];
  const outer = told.coded.statements.find(
    (one) =>
      one.sentence === tree.number &&
      one.id !== id &&
      one.source &&
      one.source.actor !== source &&
      statement?.cue &&
      one.content.some((part) => part.start <= statement.cue!.start && statement.cue!.end <= part.end),
  );
  return [
    {
      actor: source,
      issue,
      stance,
      said_by: outer?.source ?? null,
      evidence: [
        ...new Set([
          id,
          ...eventsAt(told, tree, at)
            .filter(({ type }) => /^(?:REJECT|CONCEDE|REQUEST)$/.test(type))
            .map((event) => event.id),
        ]),
      ],
      at: tree.tokens[at]!.start,
      past: false,
    },
  ];
}

const cueIsUnreal = (tree: Tree, cue: number): boolean =>
  cue >= 0 && /^(?:ask|deni|wonder|doubt|know|hop|think|expect|suspect|fear|predict)$/.test(tree.stems[cue]!);

/** Stands on the same issue under one label; the same stand told again only adds evidence. */
function joined(stands: readonly Stand[], changes: readonly Change[]): Position[] {
  const ordered = [...stands].sort((a, b) => a.at - b.at || Number(b.past) - Number(a.past) || a.issue.start - b.issue.start);
  const groups: Stand[][] = [];
  for (const stand of ordered) {
    const group = groups.find((others) => others.some((other) => sameIssue(other.issue, stand.issue)));
    if (group) group.push(stand);
    else groups.push([stand]);
  }
  const groupOf = new Map(groups.flatMap((group) => group.map((stand) => [stand, group] as const)));
  const labels = new Map(groups.map((group) => [group, bestLabel(group)]));
  const kept: { stand: Stand; evidence: string[]; group: Stand[]; all: Stand[] }[] = [];
  for (const stand of ordered) {
    const group = groupOf.get(stand)!;
    const replaced = changes.some((change) => change.replaced === stand);
    const like = kept.find(
      (one) =>
        one.group === group &&
        one.stand.actor === stand.actor &&
        one.stand.stance === stand.stance &&
        (one.stand.said_by === null) === (stand.said_by === null) &&
        one.stand.said_by?.actor === stand.said_by?.actor &&
        changes.some((change) => one.all.includes(change.replaced)) === replaced,
    );
    if (like) {
      like.evidence.push(...stand.evidence.filter((id) => !like.evidence.includes(id)));
      like.all.push(stand);
    } else kept.push({ stand, evidence: [...stand.evidence], group, all: [stand] });
  }
  const placeOf = (stand: Stand): number => kept.findIndex(({ all }) => all.includes(stand));
  const earlier = new Map<number, number>();
  for (const { newer, replaced } of changes) {
    const [to, from] = [placeOf(newer), placeOf(replaced)];
    if (to !== from && !earlier.has(to) && earlier.get(from) !== to) earlier.set(to, from);
  }
  return kept.map(({ stand, evidence, group }, at) => ({
    actor: stand.actor,
    issue: { label: labels.get(group)!, start: stand.issue.start, end: stand.issue.end },
    stance: stand.stance,
    said_by: stand.said_by && { actor: stand.said_by.actor, start: stand.said_by.start, end: stand.said_by.end },
    evidence,
    earlier: earlier.get(at) ?? null,
  }));
}

/** The label with the most places and content words; the shorter, then the first of equals. */
function bestLabel(group: readonly Stand[]): string {
  const weight = ({ issue }: Stand): number => issue.places.size + issue.words.size - issue.label.split(" ").length / 100;
  return group.reduce((a, b) => (weight(b) > weight(a) ? b : a)).issue.label;
}
