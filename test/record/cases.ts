// Hand-made records for the writers' tests: places are written as the words that stand there, so that nobody counts offsets.
import { createHash } from "node:crypto";
import type { Actor } from "../../src/actors/types.ts";
import { type Auxiliary, type EventType, scoreOf, TYPES, type Voice } from "../../src/codebook.ts";
import type { Event, Statement } from "../../src/events/types.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { type Span, span } from "../../src/span.ts";

type Who = readonly [actor: string, words: string];

interface EventNote {
  readonly type: EventType;
  readonly modes?: readonly string[];
  readonly contexts?: readonly string[];
  readonly auxiliary?: readonly Auxiliary[];
  /** Number of the sentence, from 0. */
  readonly in: number;
  readonly trigger: string;
  readonly actor: readonly Who[];
  readonly recipient?: readonly Who[];
  readonly said_by?: readonly [actor: string | null, words: string];
  readonly date?: readonly [iso: string, words: string];
  readonly place?: readonly [country: string, lat: number, lon: number, words: string];
  readonly confidence?: number;
  readonly same_as?: readonly string[];
}

interface Note {
  readonly id: string;
  readonly facts: Partial<ReadoutRecord["document"]>;
  /** Paragraphs of sentences, each with its voice. */
  readonly paragraphs: readonly (readonly (readonly [Voice, string])[])[];
  readonly actors: readonly Omit<Actor, "mentions" | "other_sectors">[];
  readonly events: readonly EventNote[];
  readonly statements: readonly {
    readonly in: number;
    readonly source: readonly [actor: string | null, words: string];
    readonly cue: string;
    readonly content: string;
    readonly direct?: boolean;
  }[];
  readonly promotions?: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: "sponsored" | "advertisement";
    readonly signals: readonly (readonly [string, string])[];
  }[];
}

function recordOf(note: Note): ReadoutRecord {
  const text = note.paragraphs.map((sentences) => sentences.map(([, words]) => words).join(" ")).join("\n\n");
  const find = (words: string, within: Span = { start: 0, end: text.length }): Span => {
    const at = text.indexOf(words, within.start);
    if (at === -1 || at + words.length > within.end) throw new Error(`${note.id}: “${words}” is not in its sentence`);
    return span(at, at + words.length);
  };
  let from = 0;
  const sentences = note.paragraphs.flat().map(([voice, words]) => {
    const at = find(words, { start: from, end: text.length });
    from = at.end;
    return { ...at, voice, confidence: 0.9 };
  });
  const within = (sentence: number, words: string) => find(words, sentences[sentence]!);
  const people = (sentence: number, all: readonly Who[] = []) => all.map(([actor, words]) => ({ actor, ...within(sentence, words) }));
  const events = note.events.map((event, at): Event => {
    const { type, modes = [], contexts = [], auxiliary = [], same_as = [], confidence = 0.9 } = event;
    return {
      id: `e${at + 1}`,
      type,
      modes,
      contexts,
      auxiliary,
      quad: TYPES[type].quad,
      score: scoreOf(type, modes),
      sentence: event.in,
      trigger: within(event.in, event.trigger),
      actor: people(event.in, event.actor),
      recipient: people(event.in, event.recipient),
      said_by: event.said_by ? { actor: event.said_by[0], ...within(event.in, event.said_by[1]) } : null,
      date: event.date ? { iso: event.date[0], ...within(event.in, event.date[1]) } : null,
      place: event.place
        ? { name: event.place[3], country: event.place[0], lat: event.place[1], lon: event.place[2], ...within(event.in, event.place[3]) }
        : null,
      confidence,
      same_as,
    };
  });
  const statements = note.statements.map(
    (statement, at): Statement => ({
      id: `s${at + 1}`,
      sentence: statement.in,
      source: { ...within(statement.in, statement.source[1]), actor: statement.source[0] },
      cue: within(statement.in, statement.cue),
      content: [within(statement.in, statement.content)],
      direct: statement.direct ?? false,
      confidence: 0.9,
    }),
  );
  const mentioned = (actor: string) =>
    events
      .flatMap((event) => [...event.actor, ...event.recipient])
      .filter((participant) => participant.actor === actor)
      .map(({ start, end }) => ({ start, end, form: "name" as const }));
  return {
    schema: "readout.record/1",
    engine: { version: "0.1.0", model: "0123456789ab" },
    document: {
      id: note.id,
      url: null,
      title: null,
      byline: null,
      publisher: null,
      published: null,
      language: "en",
      sha256: createHash("sha256").update(text).digest("hex"),
      kind: "news",
      extra: {},
      ...note.facts,
      text,
    },
    sentences,
    actors: note.actors.map((actor) => ({ ...actor, other_sectors: [], mentions: mentioned(actor.id) })),
    events,
    statements,
    positions: [],
    commitments: [],
    reactions: [],
    optics: sentences.flatMap(({ voice, start, end }, sentence) =>
      voice === "scene" ? [{ sentence, what: { start, end }, said_by: null, kind: "scene" as const }] : [],
    ),
    promotions: (note.promotions ?? []).map((promotion) => ({
      start: find(promotion.from).start,
      end: find(promotion.to).end,
      kind: promotion.kind,
      signals: promotion.signals.map(([name, words]) => ({ ...find(words), name })),
    })),
  };
}

const person = (id: string, name: string, code: string, office: string) => ({
  id,
  name,
  code,
  sector: "GOV",
  kind: "person" as const,
  office,
});
const country = (id: string, name: string, code: string) => ({ id, name, code, sector: "GOV", kind: "country" as const, office: null });

/** News with every kind of section, and an advertisement at its end. */
const borderTalks = recordOf({
  id: "border-talks",
  facts: {
    url: "https://example.org/border-talks",
    title: "Armenia and Azerbaijan meet in Geneva, and part without a map",
    byline: "Lena Okafor",
    publisher: "The Example Herald",
    published: "2031-05-14T18:20:00Z",
    extra: { desk: "world" },
  },
  paragraphs: [
    [["reported", "Armenia and Azerbaijan meet in Geneva, and part without a map"]],
    [
      ["reported", "The foreign ministers of Armenia and Azerbaijan met in Geneva on Tuesday for the first time since January."],
      ["scene", "Rain ran down the tall windows of the Palais, and nobody had thought to bring an umbrella."],
    ],
    [
      [
        "reported",
        "Azerbaijan demanded that Armenia hand over four border villages, a demand that the Armenian minister, Ara Petrosyan, rejected before the first coffee was served and again, at greater length, after the last one.",
      ],
      ["attributed", "Petrosyan said that Azerbaijani troops had shelled the village of Kut on Sunday night."],
      ["attributed", "“We will not draw our border under fire,” he told reporters at the door of the Palais."],
      ["reported", "Azerbaijan did not withdraw its artillery from the heights above Kut."],
    ],
    [
      ["reported", "The two sides will meet again in Vienna in June, if Armenia lifts its blockade of the southern road."],
      ["reported", "France praised the talks."],
      ["reported", "In 1994 the two countries agreed to a ceasefire that held for years."],
      ["opinion", "A map, it seems, is the one thing that nobody dares to unfold."],
      ["reported", "The ministers had sat together for five hours, longer than planned."],
    ],
    [["promotional", "Sponsored by Alpine Homes: earn 500 dollars a day from home."]],
    [["promotional", "Call 555 0199 now!"]],
    [["furniture", "Share this article"]],
  ],
  actors: [
    country("a1", "Armenia", "ARM"),
    country("a2", "Azerbaijan", "AZE"),
    person("a3", "Ara Petrosyan", "ARM", "Foreign Minister of Armenia"),
    { ...country("a4", "Azerbaijani troops", "AZE"), sector: "MIL", kind: "group" },
    { id: "a5", name: "Kut", code: "ARM", sector: "CVL", kind: "group", office: null },
    country("a6", "France", "FRA"),
  ],
  events: [
    {
      type: "CONSULT",
      modes: ["visit"],
      contexts: ["diplomatic", "territory"],
      in: 1,
      trigger: "met",
      actor: [
        ["a1", "Armenia"],
        ["a2", "Azerbaijan"],
      ],
      date: ["2031-05-13", "Tuesday"],
      place: ["CHE", 46.2, 6.15, "Geneva"],
      same_as: ["e9"],
    },
    {
      type: "REQUEST",
      modes: ["yield"],
      contexts: ["territory"],
      in: 3,
      trigger: "demanded",
      actor: [["a2", "Azerbaijan"]],
      recipient: [["a1", "Armenia"]],
    },
    {
      type: "REJECT",
      modes: ["yield"],
      contexts: ["territory"],
      in: 3,
      trigger: "rejected",
      actor: [["a3", "the Armenian minister, Ara Petrosyan"]],
      recipient: [["a2", "Azerbaijan"]],
    },
    {
      type: "ASSAULT",
      modes: ["heavy-weapons"],
      contexts: ["military"],
      in: 4,
      trigger: "shelled",
      actor: [["a4", "Azerbaijani troops"]],
      recipient: [["a5", "Kut"]],
      said_by: ["a3", "Petrosyan"],
      date: ["2031-05-11", "Sunday night"],
    },
    {
      type: "RETREAT",
      modes: ["withdraw"],
      contexts: ["military"],
      auxiliary: ["negation"],
      in: 6,
      trigger: "withdraw",
      actor: [["a2", "Azerbaijan"]],
    },
    {
      type: "AGREE",
      contexts: ["diplomatic"],
      auxiliary: ["hypothetical"],
      in: 7,
      trigger: "will meet",
      actor: [
        ["a1", "The two sides"],
        ["a2", "The two sides"],
      ],
      date: ["2031-06", "June"],
      place: ["AUT", 48.2, 16.37, "Vienna"],
      confidence: 0.42,
    },
    { type: "SUPPORT", in: 8, trigger: "praised", actor: [["a6", "France"]] },
    {
      type: "AGREE",
      auxiliary: ["historical"],
      in: 9,
      trigger: "agreed",
      actor: [
        ["a1", "the two countries"],
        ["a2", "the two countries"],
      ],
      date: ["1994", "1994"],
    },
    {
      type: "CONSULT",
      in: 11,
      trigger: "sat together",
      actor: [
        ["a1", "The ministers"],
        ["a2", "The ministers"],
      ],
      same_as: ["e1"],
    },
  ],
  statements: [
    { in: 4, source: ["a3", "Petrosyan"], cue: "said", content: "Azerbaijani troops had shelled the village of Kut on Sunday night" },
    { in: 5, source: ["a3", "he"], cue: "told", content: "“We will not draw our border under fire,”", direct: true },
  ],
  promotions: [
    {
      from: "Sponsored by",
      to: "Call 555 0199 now!",
      kind: "sponsored",
      signals: [
        ["sponsor line", "Sponsored by Alpine Homes"],
        ["money offer", "500 dollars a day"],
        ["phone number", "555 0199"],
      ],
    },
  ],
});

/** A column that tells nothing as settled, with words that would be markup, table cells or terminal escapes if written as they are. */
const column = recordOf({
  id: 'columns/harbour, "old".txt',
  facts: { byline: "by *A. Writer*", kind: "opinion" },
  paragraphs: [
    [
      [
        "opinion",
        "If Chad\u00a0bombs the *old* harbour [again], nobody will be surprised, least of all the people who sold it the <bombs>.",
      ],
      ["opinion", "The minister\u001b[31m, we hear, is “calm”."],
    ],
    [["attributed", 'An aide, who asked not to be named, said Chad had asked for "more time, more money".']],
    [["anecdotal", "My grandmother kept a boat there."]],
  ],
  actors: [country("a1", "Chad", "TCD"), { id: "a2", name: "An aide", code: null, sector: "GOV", kind: "unnamed", office: null }],
  events: [
    { type: "ASSAULT", modes: ["aerial"], auxiliary: ["hypothetical"], in: 0, trigger: "bombs", actor: [["a1", "Chad"]] },
    {
      type: "REQUEST",
      modes: ["assist"],
      in: 2,
      trigger: "asked for",
      actor: [["a1", "Chad"]],
      said_by: [null, "An aide, who asked not to be named"],
    },
  ],
  statements: [],
});

const empty = recordOf({ id: "empty", facts: {}, paragraphs: [], actors: [], events: [], statements: [] });

export const CASES: Readonly<Record<string, ReadoutRecord>> = { "border-talks": borderTalks, column, empty };
