// The rows that the shelf answers with: each question's columns and their types, by the question's name, which is its path too.
import { z } from "@hono/zod-openapi";
import { REALITIES } from "../codebook.ts";

const text = z.string();
const maybe = z.string().nullable();
const count = z.int();
const maybeCount = z.int().nullable();
const maybeNumber = z.number().nullable();
const many = z.array(z.string().nullable()).nullable();
const flag = z.boolean();
const reality = z.enum(REALITIES);

const article = { document: text, version: count, url: maybe, outlet: maybe, published: maybe };
/** Where the words stand: the quoted sentence and a place in the article's text. */
const cited = { sentence: maybeCount, start: maybeCount, end: maybeCount, words: maybe };

/** The article published before, and where its words stand. */
const otherArticle = {
  ...{ other_document: text, other_url: maybe, other_outlet: maybe, other_published: maybe },
  ...{ other_sentence: maybeCount, other_start: maybeCount, other_end: maybeCount, other_words: maybe },
};

/** Of an event that a person has corrected: who, when, and what the machine had. */
const corrected = {
  ...{ corrected_by: maybe, corrected_at: maybe, machine_type: maybe, machine_modes: many, machine_auxiliary: many },
  ...{ machine_source: many, machine_target: many, machine_confidence: maybeNumber },
};

const row = (name: string, columns: z.core.$ZodLooseShape, description: string) => ({
  description,
  schema: z.strictObject(columns).openapi(name, { description: "docs/shelf.md and an export's codebook.md explain the columns." }),
});

export const QUESTIONS = {
  events: row(
    "EventRow",
    {
      ...article,
      ...{
        id: text,
        event: text,
        day: maybe,
        from_day: maybe,
        to_day: maybe,
        date: maybe,
        date_from: maybe,
        type: text,
        modes: many,
        contexts: many,
        auxiliary: many,
        quad: count,
      },
      ...{ score: z.number(), source: many, source_code: many, source_sector: many, target: many, target_code: many, target_sector: many },
      ...{ said_by: maybe, said_by_code: maybe, reality, place: maybe, country: maybe, lat: maybeNumber, lon: maybeNumber },
      ...{ province: maybe, geonames: maybeCount, feature: maybe, same_as: many },
      ...{ confidence: z.number(), ...cited, ...corrected },
    },
    "Who did what to whom.",
  ),
  statements: row(
    "StatementRow",
    {
      ...article,
      ...{ statement: text, day: maybe, speaker: maybe, speaker_code: maybe, cue: maybe, direct: flag, content: text },
      ...{ confidence: z.number(), ...cited },
    },
    "Who said what.",
  ),
  positions: row(
    "PositionRow",
    {
      ...article,
      ...{
        position: count,
        day: maybe,
        actor: maybe,
        actor_code: maybe,
        stance: text,
        issue: text,
        said_by: maybe,
        reality,
        evidence: many,
      },
      ...{ earlier: maybeCount, earlier_stance: maybe, earlier_issue: maybe, confidence: maybeNumber, ...cited },
    },
    "Where actors stand on issues.",
  ),
  commitments: row(
    "CommitmentRow",
    {
      ...article,
      ...{ commitment: count, day: maybe, by_whom: many, by_code: many, to_whom: many, to_code: many, what: text, standing: text },
      ...{ said_by: maybe, reality, doubts: count, precedents: count, evidence: many, confidence: maybeNumber, ...cited },
    },
    "What was promised, and how firmly.",
  ),
  reactions: row(
    "ReactionRow",
    {
      ...article,
      ...{ reaction: count, day: maybe, actor: maybe, actor_code: maybe, stance: text, event: text, event_type: maybe, evidence: many },
      ...{ confidence: maybeNumber, ...cited },
    },
    "How actors took events.",
  ),
  outcomes: row(
    "OutcomeRow",
    {
      ...article,
      ...{ outcome: count, day: maybe, event: maybe, result: text, what: text, said_by: maybe, reality, evidence: many },
      ...{ confidence: maybeNumber, ...cited },
    },
    "What meetings and negotiations ended with.",
  ),
  actors: row(
    "ActorRow",
    {
      ...{ name: text, code: maybe, sector: maybe, kind: text, office: maybe, documents: count, outlets: count, mentions: count },
      ...{ first_day: maybe, last_day: maybe, ...article, ...cited },
    },
    "Who is in the articles.",
  ),
  sources: row(
    "SourceRow",
    {
      ...{ name: text, code: maybe, statements: count, direct: count, documents: count, outlets: count, first_day: maybe, last_day: maybe },
      ...{ ...article, ...cited },
    },
    "Whose words the articles carry.",
  ),
  timeline: row(
    "TimelineRow",
    {
      ...{
        day: maybe,
        from_day: text,
        to_day: text,
        date: maybe,
        type: text,
        source: many,
        source_code: many,
        target: many,
        target_code: many,
        auxiliary: many,
      },
      ...{ said_by: maybe, reality, score: z.number(), confidence: z.number(), ...article, id: text, event: text, ...cited },
    },
    "The dated events, told once an article, oldest first.",
  ),
  gathered: row(
    "GatheredRow",
    {
      ...{
        id: text,
        day: maybe,
        date: maybe,
        type: text,
        source: many,
        source_code: many,
        target: many,
        target_code: many,
        auxiliary: many,
      },
      ...{ contexts: many, said_by: many, reality: many, citations: count, documents: count, outlets: many, independent_outlets: count },
      ...{ first_report: maybe, last_report: maybe, differ: many, differences: many, confidence: z.number(), ...article, ...cited },
    },
    "One row an event, with what all articles that tell it have of it, and the place of the first report.",
  ),
  contradictions: row(
    "ContradictionRow",
    {
      ...{ day: maybe, kind: text, actor: maybe, actor_code: maybe, value: text, said_by: maybe, outlet: maybe, document: text },
      ...{
        version: count,
        url: maybe,
        published: maybe,
        told: maybe,
        ...cited,
        other_value: text,
        other_said_by: maybe,
        other_told: maybe,
      },
      ...{ ...otherArticle, confidence: z.number() },
    },
    "Two reports that differ, side by side; “other” is the one published before.",
  ),
  shifts: row(
    "ShiftRow",
    {
      ...{ day: maybe, actor: maybe, actor_code: maybe, earlier_stance: text, earlier_issue: text, stance: text, issue: text },
      ...{ ...article, ...cited, ...otherArticle, confidence: maybeNumber },
    },
    "Positions that take the place of one that an earlier article tells; “other” is that article.",
  ),
  review: row(
    "ReviewRow",
    {
      ...{ id: text, why: z.enum(["unsure", "lost"]), confidence: maybeNumber, day: maybe, type: maybe, modes: many, auxiliary: many },
      ...{ source: many, target: many, said_by: maybe, reality: maybe, corrected_by: maybe, corrected_at: maybe, ...article, ...cited },
    },
    "The events that nobody has corrected, least certain first, after the corrections that have lost their place.",
  ),
  corrections: row(
    "CorrectionRow",
    {
      ...{
        id: text,
        line: text,
        ...article,
        standing: z.enum(["applied", "settled", "lost", "ended"]),
        corrected_by: text,
        corrected_at: text,
      },
      ...{ note: maybe, until: maybe, ended_by: maybe, missed: flag, is_event: flag, type: maybe, modes: many, auxiliary: many },
      ...{ source: many, target: many, said_by: maybe, date: maybe, place: maybe, contexts: many, stance: maybe, issue: maybe },
      ...{ firmness: maybe, voice: maybe, machine_type: maybe, machine_modes: many, machine_auxiliary: many, machine_source: many },
      ...{ machine_target: many, machine_confidence: maybeNumber, machine_said_by: maybe, machine_date: maybe, machine_place: maybe },
      ...{ machine_contexts: many, machine_stance: maybe, machine_issue: maybe, machine_firmness: maybe, machine_voice: maybe },
      ...{ trigger: text, words: text },
    },
    "What people have said of events and other lines, and notes; also what no longer holds.",
  ),
  dyads_monthly: row(
    "DyadRow",
    {
      month: text,
      source: maybe,
      target: maybe,
      events: count,
      cooperation: count,
      conflict: count,
      mean_score: maybeNumber,
      only_said: count,
      not_so: count,
    },
    "What is told as fact between two codes in a month; what is only said, denied, planned, supposed or judged is counted apart.",
  ),
};

export type QuestionName = keyof typeof QUESTIONS;

/** What GET /documents answers with: the view documents, and what is needed to go on from there. */
export const listingRow = z
  .strictObject({
    ...{ id: text, document: text, version: count, url: maybe, title: maybe, byline: maybe, publisher: maybe, outlet: maybe },
    ...{
      published: maybe,
      published_from: maybe,
      published_confidence: maybeNumber,
      day: maybe,
      language: text,
      kind: text,
      sha256: text,
      program: text,
      model: text,
    },
    ...{ sentences: count, characters: count, events: count },
  })
  .openapi("DocumentRow", { description: "`id` is what /documents/{id} takes; `events` is how many the article tells." });
