// ReadoutRecord → what breaks the contract in it, in words; nothing for a sound record.
import { EVENT_TYPES } from "../codebook.ts";
import { LABEL_WORDS } from "../negotiation/types.ts";
import type { Span } from "../span.ts";
import type { ReadoutRecord } from "./types.ts";

const notNews = new Set(["promotional", "furniture"]);

/** One line a fault: where it is and what is wrong. Holds for `readout.record/1`. */
export function faultsOf(record: ReadoutRecord): string[] {
  const faults: string[] = [];
  const check = (sound: boolean, where: string, wrong: string) => {
    if (!sound) faults.push(`${where}: ${wrong}`);
  };
  check(record.schema === "readout.record/1", "schema", `is ${record.schema}`);
  spansIn(record, record.document.text.length, check);

  const ids = (of: readonly { readonly id: string }[], where: string): Set<string> => {
    const known = new Set(of.map(({ id }) => id));
    check(known.size === of.length, where, "an id stands twice");
    return known;
  };
  const actors = ids(record.actors, "actors");
  const events = ids(record.events, "events");
  const statements = ids(record.statements, "statements");
  const actor = (id: string | null | undefined, where: string) => check(id == null || actors.has(id), where, `there is no actor ${id}`);
  const sentence = (at: number, where: string) => check(record.sentences[at] !== undefined, where, `there is no sentence ${at}`);

  record.sentences.forEach(({ start }, at) => {
    check(at === 0 || record.sentences[at - 1]!.end <= start, `sentences[${at}]`, "begins before the one before it ends");
  });
  for (const event of record.events) {
    check(EVENT_TYPES.includes(event.type), event.id, `${event.type} is no PLOVER type`);
    sentence(event.sentence, event.id);
    for (const participant of [...event.actor, ...event.recipient]) actor(participant.actor, event.id);
    actor(event.said_by?.actor, event.id);
    for (const same of event.same_as) check(events.has(same) && same !== event.id, event.id, `same_as ${same} is no other event`);
    check(!notNews.has(record.sentences[event.sentence]?.voice ?? ""), event.id, "its only evidence is a sentence that is not news");
  }
  for (const statement of record.statements) {
    sentence(statement.sentence, statement.id);
    actor(statement.source?.actor, statement.id);
  }
  const sentenceOf = new Map([...record.events, ...record.statements].map((item) => [item.id, item.sentence]));
  const evidence = (of: readonly string[], where: string) => {
    for (const id of of) check(events.has(id) || statements.has(id), where, `there is no evidence ${id}`);
    const sound = of.some((id) => !notNews.has(record.sentences[sentenceOf.get(id) ?? -1]?.voice ?? ""));
    check(sound, where, "its only evidence is a sentence that is not news");
  };
  record.positions.forEach((position, at) => {
    actor(position.actor, `positions[${at}]`);
    actor(position.said_by?.actor, `positions[${at}]`);
    evidence(position.evidence, `positions[${at}]`);
    const { earlier, issue } = position;
    check(
      issue.label.trim() !== "" && issue.label.split(/\s+/).length <= LABEL_WORDS,
      `positions[${at}]`,
      `the issue “${issue.label}” has no words or too many`,
    );
    check(
      earlier === null || (earlier !== at && record.positions[earlier] !== undefined),
      `positions[${at}]`,
      `there is no position ${earlier}`,
    );
  });
  record.positions.forEach((_, at) => {
    const seen = new Set<number>();
    let here: number | null = at;
    while (here !== null && !seen.has(here)) {
      seen.add(here);
      here = record.positions[here]?.earlier ?? null;
    }
    check(here === null, `positions[${at}]`, "is earlier than itself");
  });
  record.commitments.forEach((commitment, at) => {
    check(commitment.by.length > 0, `commitments[${at}]`, "is nobody's");
    check(commitment.standing !== "claimed" || commitment.said_by !== null, `commitments[${at}]`, "is claimed by nobody");
    check(
      commitment.said_by === null || !/^(?:stated|vague|doubted)$/.test(commitment.standing),
      `commitments[${at}]`,
      `is ${commitment.standing}, though only somebody says so`,
    );
    for (const id of [...commitment.by, ...commitment.to]) actor(id, `commitments[${at}]`);
    actor(commitment.said_by?.actor, `commitments[${at}]`);
    evidence(commitment.evidence, `commitments[${at}]`);
  });
  record.reactions.forEach((reaction, at) => {
    actor(reaction.actor, `reactions[${at}]`);
    check(!reaction.evidence.includes(reaction.to), `reactions[${at}]`, "is a reaction to itself");
    check(events.has(reaction.to), `reactions[${at}]`, `there is no event ${reaction.to}`);
    evidence(reaction.evidence, `reactions[${at}]`);
  });
  record.responses?.forEach((response, at) => {
    actor(response.actor, `responses[${at}]`);
    evidence(response.evidence, `responses[${at}]`);
  });
  record.outcomes?.forEach((outcome, at) => {
    check(outcome.of === null || events.has(outcome.of), `outcomes[${at}]`, `there is no event ${outcome.of}`);
    actor(outcome.said_by?.actor, `outcomes[${at}]`);
    for (const id of outcome.evidence) check(events.has(id) || statements.has(id), `outcomes[${at}]`, `there is no evidence ${id}`);
  });
  record.optics?.forEach((optic, at) => {
    check(optic.sentence < record.sentences.length, `optics[${at}]`, `there is no sentence ${optic.sentence}`);
    actor(optic.said_by?.actor, `optics[${at}]`);
  });
  record.meetings?.forEach((meeting, at) => {
    check(meeting.events.length > 1, `meetings[${at}]`, "has fewer than two events");
    for (const id of meeting.events) check(events.has(id), `meetings[${at}]`, `there is no event ${id}`);
  });
  return faults;
}

/** Every object with a `start`, wherever it is, but what the caller gave in `document.extra`. */
function spansIn(record: ReadoutRecord, length: number, check: (sound: boolean, where: string, wrong: string) => void): void {
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
