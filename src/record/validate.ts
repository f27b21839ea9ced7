// ReadoutRecord → what breaks the contract in it, in words; nothing for a sound record.
import { EVENT_TYPES } from "../codebook.ts";
import { LABEL_WORDS } from "../negotiation/types.ts";
import type { Span } from "../span.ts";
import type { ReadoutRecord } from "./types.ts";

const notNews = new Set(["promotional", "furniture"]);

/** Notes a fault where something is not sound. */
type Check = (sound: boolean, where: string, wrong: string) => void;

/** What the parts of a record name in each other; each check tells what leads nowhere. */
interface Known {
  readonly check: Check;
  readonly events: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
  actor(id: string | null | undefined, where: string): void;
  sentence(at: number, where: string): void;
  /** Some of it must be news. */
  evidence(of: readonly string[], where: string): void;
}

/** One line a fault: where it is and what is wrong. Holds for `readout.record/1`. */
export function faultsOf(record: ReadoutRecord): string[] {
  const faults: string[] = [];
  const check: Check = (sound, where, wrong) => {
    if (!sound) faults.push(`${where}: ${wrong}`);
  };
  check(record.schema === "readout.record/1", "schema", `is ${record.schema}`);
  spansIn(record, record.document.text.length, check);
  const known = knownIn(record, check);
  record.sentences.forEach(({ start }, at) => {
    check(at === 0 || record.sentences[at - 1]!.end <= start, `sentences[${at}]`, "begins before the one before it ends");
  });
  for (const part of [inEvents, inStatements, inPositions, inCommitments, inReactions, inOutcomes, inScenes]) part(record, known);
  return faults;
}

function knownIn(record: ReadoutRecord, check: Check): Known {
  const ids = (of: readonly { readonly id: string }[], where: string): Set<string> => {
    const known = new Set(of.map(({ id }) => id));
    check(known.size === of.length, where, "an id stands twice");
    return known;
  };
  const actors = ids(record.actors, "actors");
  const events = ids(record.events, "events");
  const statements = ids(record.statements, "statements");
  const sentenceOf = new Map([...record.events, ...record.statements].map((item) => [item.id, item.sentence]));
  return {
    check,
    events,
    statements,
    actor: (id, where) => check(id == null || actors.has(id), where, `there is no actor ${id}`),
    sentence: (at, where) => check(record.sentences[at] !== undefined, where, `there is no sentence ${at}`),
    evidence(of, where) {
      for (const id of of) check(events.has(id) || statements.has(id), where, `there is no evidence ${id}`);
      check(
        of.some((id) => isNews(record, sentenceOf.get(id) ?? -1)),
        where,
        "its only evidence is a sentence that is not news",
      );
    },
  };
}

const isNews = ({ sentences }: ReadoutRecord, at: number): boolean => !notNews.has(sentences[at]?.voice ?? "");

function inEvents(record: ReadoutRecord, { check, events, actor, sentence }: Known): void {
  for (const event of record.events) {
    check(EVENT_TYPES.includes(event.type), event.id, `${event.type} is no PLOVER type`);
    sentence(event.sentence, event.id);
    for (const participant of [...event.actor, ...event.recipient]) actor(participant.actor, event.id);
    actor(event.said_by?.actor, event.id);
    for (const same of event.same_as) check(events.has(same) && same !== event.id, event.id, `same_as ${same} is no other event`);
    check(isNews(record, event.sentence), event.id, "its only evidence is a sentence that is not news");
  }
}

function inStatements({ statements }: ReadoutRecord, { actor, sentence }: Known): void {
  for (const statement of statements) {
    sentence(statement.sentence, statement.id);
    actor(statement.source?.actor, statement.id);
  }
}

function inPositions({ positions }: ReadoutRecord, { check, actor, evidence }: Known): void {
  positions.forEach(({ actor: holder, said_by, evidence: of, earlier, issue: { label } }, at) => {
    const where = `positions[${at}]`;
    actor(holder, where);
    actor(said_by?.actor, where);
    evidence(of, where);
    const isLabel = label.trim() !== "" && label.split(/\s+/).length <= LABEL_WORDS;
    check(isLabel, where, `the issue “${label}” has no words or too many`);
    check(earlier === null || (earlier !== at && positions[earlier] !== undefined), where, `there is no position ${earlier}`);
  });
  positions.forEach((_, at) => {
    const seen = new Set<number>();
    let here: number | null = at;
    while (here !== null && !seen.has(here)) {
      seen.add(here);
      here = positions[here]?.earlier ?? null;
    }
    check(here === null, `positions[${at}]`, "is earlier than itself");
  });
}

function inCommitments({ commitments }: ReadoutRecord, { check, actor, evidence }: Known): void {
  commitments.forEach(({ by, to, standing, said_by, evidence: of }, at) => {
    const where = `commitments[${at}]`;
    check(by.length > 0, where, "is nobody's");
    check(standing !== "claimed" || said_by !== null, where, "is claimed by nobody");
    check(said_by === null || !/^(?:stated|vague|doubted)$/.test(standing), where, `is ${standing}, though only somebody says so`);
    for (const id of [...by, ...to]) actor(id, where);
    actor(said_by?.actor, where);
    evidence(of, where);
  });
}

function inReactions({ reactions, responses }: ReadoutRecord, { check, events, actor, evidence }: Known): void {
  reactions.forEach((reaction, at) => {
    const where = `reactions[${at}]`;
    actor(reaction.actor, where);
    check(!reaction.evidence.includes(reaction.to), where, "is a reaction to itself");
    check(events.has(reaction.to), where, `there is no event ${reaction.to}`);
    evidence(reaction.evidence, where);
  });
  responses?.forEach((response, at) => {
    actor(response.actor, `responses[${at}]`);
    evidence(response.evidence, `responses[${at}]`);
  });
}

function inOutcomes({ outcomes }: ReadoutRecord, { check, events, statements, actor }: Known): void {
  outcomes?.forEach(({ of, said_by, evidence }, at) => {
    const where = `outcomes[${at}]`;
    check(of === null || events.has(of), where, `there is no event ${of}`);
    actor(said_by?.actor, where);
    for (const id of evidence) check(events.has(id) || statements.has(id), where, `there is no evidence ${id}`);
  });
}

function inScenes({ optics, meetings }: ReadoutRecord, { check, events, actor, sentence }: Known): void {
  optics?.forEach((optic, at) => {
    sentence(optic.sentence, `optics[${at}]`);
    actor(optic.said_by?.actor, `optics[${at}]`);
  });
  meetings?.forEach((meeting, at) => {
    const where = `meetings[${at}]`;
    check(meeting.events.length > 1, where, "has fewer than two events");
    for (const id of meeting.events) check(events.has(id), where, `there is no event ${id}`);
  });
}

/** Every object with a `start`, wherever it is, but what the caller gave in `document.extra`. */
function spansIn(record: ReadoutRecord, length: number, check: Check): void {
  const visit = (value: unknown, where: string) => {
    if (value === null || typeof value !== "object") return;
    if ("start" in value) {
      const { start, end } = value as Span;
      const sound = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length;
      check(sound, where, `[${start}, ${end}) is empty or not inside the text of ${length}`);
    }
    for (const [key, below] of Object.entries(value)) visit(below, Array.isArray(value) ? `${where}[${key}]` : `${where}.${key}`);
  };
  for (const [key, value] of Object.entries(record)) if (key !== "document") visit(value, key);
}
