// Trees, cast and coded events → who stands where on which issue, in text order. An opponent's ascription keeps its `said_by`.
import type { Event } from "../events/types.ts";
import { askedAt, cueAt, isAnswered } from "./cues.ts";
import { conditionOf, eventsAt, evidenceAt, isOld, isParty, isUnreal, type Stand, sayerAt, type Told } from "./evidence.ts";
import { holdersAt, speakerOf } from "./holders.ts";
import { type Issue, isStand, issueAt, pointsBack, sameIssue, topOf } from "./issues.ts";
import { type Change, changesIn } from "./shifts.ts";
import { verdictAt, willAt } from "./spoken.ts";
import { actorsAt, auxiliariesOf, isDenied, isNegated, kidsBy, nounSpan, relOf, type Tree } from "./tree.ts";
import type { Position, Stance } from "./types.ts";
import { AGREEMENTS, CLAIMS, SIGNS } from "./wordlists.ts";

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
  const found: Stand[] = [];
  tree.tokens.forEach((_, at) => {
    found.push(...takenAt(told, tree, at, [...before, ...found]), ...verdictAt(told, tree, at));
  });
  const spoken = told.coded.statements
    .filter(({ sentence, source }) => sentence === tree.number && source?.actor)
    .flatMap((statement) =>
      statement.content.flatMap((part) => willAt(told, tree, topOf(tree, part), speakerOf(told, tree, statement)!, statement.id)),
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
  if (!cue || tree.words[at - 1] === "longer" || (isUnreal(tree, at) && !isAnswered(tree, at)) || (events.length === 0 && tree.asks))
    return [];
  const negated = isDenied(tree, at);
  // "Has no objection to" is a yes, "has no demand" nothing.
  const stance = negated ? (cue === "opposes" && tree.tokens[at]!.upos === "NOUN" ? "accepts" : turned[cue]) : cue;
  const friendly = stance === "accepts" || stance === "offers" || stance === "supports";
  if (!stance || isOld(told, tree, at) || has("historical") || (has("negation") && !negated) || (has("hypothetical") && !friendly))
    return [];
  const past = isPast(tree, at);

  const subjects = kidsBy(tree, at, "nsubj");
  // "Were pressed … and threatened with": whoever is the subject there does not threaten.
  if (
    subjects.length === 0 &&
    tree.tokens[at]!.upos === "VERB" &&
    kidsBy(tree, at, "aux").some((kid) => tree.tokens[kid]!.deprel === "aux:pass")
  )
    return [];
  const passive = subjects.length === 1 ? subjects.find((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") : undefined;
  const asked = askedAt(told, tree, at, passive);
  // To want, seek, press or push to do something oneself is an aim, no demand on others.
  if (
    asked < 0 ||
    (SIGNS.has(tree.stems[at]!) && !AGREEMENTS.has(tree.stems[asked]!)) ||
    (/^(?:want|seek|pres|push)$/.test(tree.stems[at]!) && relOf(tree, asked) === "xcomp" && kidsBy(tree, at, "obj", "iobj").length === 0)
  )
    return [];
  const holders = holdersAt(told, tree, at, passive !== undefined && tree.tokens[at]!.upos === "VERB", events);
  if (holders.length === 0) return [];
  // Whoever rejects a demand does not thereby say that it was made.
  const said = sayerAt(told, tree, isAnswered(tree, at) ? tree.tokens[at]!.head : at, holders);
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

/** Had, once, earlier: what was so before something else. */
const isPast = (tree: Tree, at: number): boolean =>
  auxiliariesOf(tree, at).includes("had") ||
  tree.kids(at).some((kid) => /^(?:earlier|previously|once|initially|originally|formerly|before)$/.test(tree.words[kid]!));

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
  const actor = told.cast.actorAt(nounSpan(tree, at)) ?? undefined;
  const alone =
    tree.tokens[at]!.upos === "PROPN" ||
    (tree.tokens[at]!.upos === "NOUN" &&
      tree.kids(at).every((kid) => kid < at) &&
      isParty(actor) &&
      (actor!.kind !== "unnamed" || actor!.sector !== null));
  if (alone) return null;
  return issueAt(tree, at, true, fold);
}

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
