// A reading with its notes + an id → why that line of the record is as it is, or what was dropped in a sentence. Pure.
import type { Event } from "../events/types.ts";
import type { Note } from "../grammar/trace.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { holds, hull, overlaps, type Span, slice } from "../span.ts";
import type { Tagged, TaggedSentence } from "../tag/types.ts";
import type { Cited, Country, Joined, Part, Ruled, Subject, Trigger, Why } from "./types.ts";

/** What src/path.ts gives to whoever asks. */
interface Reading {
  readonly record: ReadoutRecord;
  readonly read: Tagged;
  readonly notes: readonly Note[];
}

/** Which lines an id can name, for the message where there is none. */
export const ID_FORMS =
  "e3 an event, s4 a sentence or statement, p1 a position, c1 a commitment, r1 a reaction, x1 a response, a2 an actor";

/** @param cite "¶4 s12 [1034–1101]" of a sentence and a place in it
 * @returns all that the id names: s4 is both the fourth sentence, as pages cite it, and the statement s4; none where it names nothing */
export function whyOf(reading: Reading, id: string, cite: (sentence: number, at: Span) => string): Why[] {
  const tools = toolsOf(reading, cite);
  const { record } = reading;
  const [, kind, digits] = /^([espcrxa])(\d+)$/.exec(id) ?? [];
  const number = Number(digits) - 1;
  const at = <T>(list: readonly T[] | undefined, make: (one: T) => Why): Why[] => (list?.[number] ? [make(list[number])] : []);
  if (kind === "e") return record.events.filter((one) => one.id === id).map(tools.ofEvent);
  if (kind === "a") return record.actors.filter((one) => one.id === id).map(tools.ofActor);
  if (kind === "s")
    return [
      ...at(record.sentences, () => tools.ofSentence(id, number)),
      ...record.statements.filter((one) => one.id === id).map(tools.ofStatement),
    ];
  if (kind === "p")
    return at(record.positions, ({ actor, stance, issue, evidence }) =>
      tools.ofLine(id, "position", `${tools.nameOf(actor)} ${stance} “${issue.label}”`, issue, [actor], evidence),
    );
  if (kind === "c")
    return at(record.commitments, ({ by, to, what, standing, evidence }) => {
      const whom = to.length > 0 ? ` to ${to.map(tools.nameOf).join(", ")}` : "";
      const line = `${by.map(tools.nameOf).join(", ")} promised${whom} (${standing})`;
      return tools.ofLine(id, "commitment", line, what, [...by, ...to], evidence);
    });
  if (kind === "r")
    return at(record.reactions, ({ actor, to, stance, about, evidence }) =>
      tools.ofLine(id, "reaction", `${tools.nameOf(actor)} ${stance} ${to}`, about ?? tools.event(to).trigger, [actor], [...evidence, to]),
    );
  if (kind === "x")
    return at(record.responses, ({ actor, stance, about, evidence }) =>
      tools.ofLine(id, "reaction", `${tools.nameOf(actor)} ${stance}`, about, [actor], evidence),
    );
  return [];
}

function toolsOf({ record, read, notes }: Reading, cite: (sentence: number, at: Span) => string) {
  const { text } = record.document;
  const sentenceOf = (at: Span): number =>
    Math.max(
      0,
      record.sentences.findIndex((one) => overlaps(one, at)),
    );
  const cited = ({ start, end }: Span): Cited => ({
    start,
    end,
    words: slice(text, { start, end }).replace(/\s+/g, " "),
    place: cite(sentenceOf({ start, end }), { start, end }),
  });
  const ruled = ({ rule, effect, why, what, about, at }: Note): Ruled => ({ ...cited(at), rule, effect, why, what, about });
  const nameOf = (id: string): string => record.actors.find((one) => one.id === id)?.name ?? id;
  const countryOf = (id: string): Country => {
    const from = notes.find((one) => one.about === "actor" && one.actor === id);
    const actor = record.actors.find((one) => one.id === id);
    return { actor: id, name: nameOf(id), code: actor?.code ?? null, from: from ? ruled(from) : null };
  };
  /** How the words at a place came to the actor. */
  const joinedAt = (actor: string | null, place: Span): Joined | null => {
    const own = notes.filter((one) => one.about === "mention" && one.actor === actor && overlaps(one.at, place));
    const found = own.find(({ at }) => at.start === place.start && at.end === place.end) ?? own[0];
    return found ? { rule: found.rule, why: found.why, before: found.beside ? cited(found.beside) : null } : null;
  };
  const countriesOf = (ids: readonly string[]): Country[] => [...new Set(ids)].map(countryOf);
  const triggersIn = ({ seen }: TaggedSentence, within: Span): Trigger[] =>
    (seen?.triggers ?? []).filter(({ at }) => overlaps(at, within)).map(({ at, types }) => ({ ...cited(at), types: types.slice(0, 3) }));
  const blank = { triggers: [], voices: [], parts: [], rules: [], countries: [], evidence: [] };

  function ofEvent(event: Event): Why {
    const sentence = read.sentences[event.sentence]!;
    const act = sentence.acts.find(({ trigger }) => overlaps(trigger, event.trigger));
    const given = act?.arguments ?? [];
    const sides = (["actor", "recipient"] as const).flatMap((role) => event[role].map((one) => ({ role, ...one })));
    const parts = sides.map(({ role, actor, ...at }): Part => {
      const scored = given.find((one) => one.start === at.start && one.end === at.end) ?? given.find((one) => overlaps(one, at));
      const confidence = scored ? Math.round(scored.confidence * 1000) / 1000 : null;
      return { ...cited(at), role, actor, name: nameOf(actor), confidence, joined: joinedAt(actor, at) };
    });
    const out = given
      .filter((one) => !sides.some((side) => overlaps(side, one)))
      .map(
        (one): Part => ({
          ...cited(one),
          role: one.role,
          actor: null,
          name: null,
          confidence: Math.round(one.confidence * 1000) / 1000,
          joined: null,
        }),
      );
    const names = (role: "actor" | "recipient"): string => [...new Set(event[role].map(({ actor }) => nameOf(actor)))].join(", ");
    const said = event.said_by ? ` · according to ${event.said_by.actor ? nameOf(event.said_by.actor) : cited(event.said_by).words}` : "";
    const whom = event.recipient.length > 0 ? ` → ${names("recipient")}` : "";
    return {
      ...blank,
      id: event.id,
      subject: "event",
      line: `${names("actor") || "(not named)"} ${[event.type, ...event.modes, ...event.auxiliary].join(" ")}${whom}${said} · ${event.confidence}`,
      at: cited(event.trigger),
      triggers: triggersIn(sentence, event.trigger),
      parts: [...parts, ...out],
      rules: notes.filter((one) => one.about === "event" && overlaps(one.at, event.trigger)).map(ruled),
      countries: countriesOf(sides.map(({ actor }) => actor)),
      evidence: event.same_as,
    };
  }

  function ofSentence(id: string, number: number): Why {
    const own = record.sentences[number]!;
    const sentence = read.sentences[number]!;
    const inside = [...record.events, ...record.statements].filter((one) => one.sentence === number).map((one) => one.id);
    return {
      ...blank,
      id,
      subject: "sentence",
      line: `sentence ${number + 1}: ${own.voice}`,
      at: cited(own),
      triggers: triggersIn(sentence, own),
      voices: sentence.seen?.voices ?? [],
      rules: notes.filter((one) => one.about !== "actor" && one.about !== "mention" && holds(own, one.at)).map(ruled),
      evidence: inside,
    };
  }

  function ofStatement({ id, source, cue, content, direct, confidence }: ReadoutRecord["statements"][number]): Why {
    const all = hull(content);
    const part = (role: string, at: Span, actor: string | null): Part => ({
      ...cited(at),
      role,
      actor,
      name: actor && nameOf(actor),
      confidence: null,
      joined: joinedAt(actor, at),
    });
    return {
      ...blank,
      id,
      subject: "statement",
      line: `${source ? (source.actor ? nameOf(source.actor) : cited(source).words) : "nobody named"} says · ${direct ? "quoted" : "told"} · ${confidence}`,
      at: cited(all),
      parts: [
        ...(source ? [part("source", source, source.actor)] : []),
        ...(cue ? [part("cue", cue, null)] : []),
        ...content.map((one) => part("content", one, null)),
      ],
      rules: notes.filter((one) => one.about === "statement" && (cue ? overlaps(one.at, cue) : overlaps(one.at, all))).map(ruled),
      countries: source?.actor ? countriesOf([source.actor]) : [],
    };
  }

  /** A position, commitment or reaction, by the words that it is about. */
  function ofLine(id: string, subject: Subject, line: string, at: Span, actors: readonly string[], evidence: readonly string[]): Why {
    const own = notes.filter(
      (one) => one.about === subject && overlaps(one.at, at) && (one.actor === undefined || actors.includes(one.actor)),
    );
    const sentence = record.sentences[sentenceOf(at)]!;
    const parts = [...new Set(actors)].flatMap((actor) => calledIn(actor, sentence));
    return { ...blank, id, subject, line, at: cited(at), parts, rules: own.map(ruled), countries: countriesOf(actors), evidence };
  }

  /** The words by which an actor is called within a place: "the premier" may be Lima to the program, and to nobody else. */
  function calledIn(id: string, within: Span): Part[] {
    const mentions = record.actors.find((one) => one.id === id)?.mentions ?? [];
    return mentions
      .filter((one) => holds(within, one))
      .map((one): Part => ({ ...cited(one), role: one.form, actor: id, name: nameOf(id), confidence: null, joined: joinedAt(id, one) }));
  }

  function ofActor({ id, name, code, sector, kind, mentions }: ReadoutRecord["actors"][number]): Why {
    const rules = notes.filter((one) => one.about === "actor" && one.actor === id).map(ruled);
    const line = `${name}: ${[code ?? "no country", sector ?? "no sector", kind].join(" · ")}`;
    const parts = calledIn(id, { start: 0, end: text.length });
    return { ...blank, id, subject: "actor", line, at: cited(mentions[0]!), parts, rules, countries: countriesOf([id]) };
  }

  const event = (id: string): Event => record.events.find((one) => one.id === id)!;
  return { ofEvent, ofSentence, ofStatement, ofLine, ofActor, nameOf, event };
}
