// Tables and their columns → codebook.md, which goes with each export: what every column and every type means.
import { TYPES } from "../codebook.ts";

/** What a table has rows of. */
export const TABLE_WORDS: Readonly<Record<string, string>> = {
  documents: "One row an article, in its current version.",
  events: "One row an event that an article tells.",
  event_actors: "One row a participant of an event, instead of the lists of names and codes in events, which may differ in length.",
  gathered: "One row an event, with what all articles that tell it have of it, and the place of the first report.",
  contradictions: "One row for two reports that differ; “other” is the one published before.",
  shifts: "One row for a position that takes the place of an earlier one, which an article published before tells.",
  statements: "One row for somebody saying something.",
  positions: "One row where an actor takes a stand on an issue.",
  commitments: "One row a promise.",
  reactions: "One row for an actor taking well or badly an event, or what the text names and was not coded as one.",
  outcomes: "One row for what a meeting or negotiation ended with, in the words that tell it.",
  corrections:
    "One row a correction of a line by a person, or a note on words, also of those that no longer hold. The other tables have those that hold worked in. In what was said, null is the machine's word, an empty text or list that there is none.",
  actors: "One row a name and code, over all articles, with the place of the first mention.",
  sources: "One row a speaker, over all articles, with the place of the first statement.",
  states:
    "One row a state in a list of states: Correlates of War, and Gleditsch and Ward without its list of microstates. Years from 1946 on; the filters leave it whole.",
  dyads_monthly:
    "One row a month and pair of codes, of what is told as fact, once an article; what is only said, denied, planned, supposed or judged is counted apart.",
};

/** What a column means, in whichever table it is. */
export const COLUMNS: Readonly<Record<string, string>> = {
  id: "of the event on the shelf, as in e12.3, for readout correct; the same after an edit or a recoding that still tells it",
  document: "id of the article: the address, the name of its file, or the id that it was given with",
  version: "1, and one more each time that the article came in another text",
  url: "address of the article",
  outlet: "its publisher, else the site of its address",
  published: "when it was published, as it says itself",
  title: "its title",
  byline: "its author, as it says itself",
  publisher: "its publisher, as it says itself",
  day: "day to file the row under: of the event where the text or the publication tells it, else of the publication; null for a month or a year",
  language: "ISO 639-1",
  sha256: "of the article's text in UTF-8",
  program: "version of readout that coded it",
  model: "first 12 hexadecimal digits of the SHA-256 of the model's weights",
  sentences: "how many",
  characters: "length of the text in UTF-16 code units",
  event:
    "id of the event within the article; empty for a reaction to what was not coded, null for the outcome of a meeting that is no event",
  statement: "id of the statement within the article",
  position: "number within the article, from 0",
  commitment: "number within the article, from 0",
  reaction: "number within the article, from 0; those to what was not coded come last",
  outcome: "number within the article, from 0",
  result: "none (nothing was settled), partial (a part of what was sought), agreement (terms were agreed), open (talks go on)",
  from_day: "first day of a date that is a month or a year, else the day; null where there is no date",
  to_day: "its last day",
  reality:
    "what it is told as: fact, past (a fact told as background), said (somebody else vouches for it), future, hypothetical, denied, opinion, question, heading (a headline alone tells it); in gathered all that articles have",
  only_said: "how many more are only said by somebody",
  not_so: "how many more are denied, planned, supposed, judged, asked or told by a headline alone",
  published_from: "where that date is from: given, metadata, address, dateline, text, page, feed, file",
  published_confidence: "how sure that is, 0 to 1",
  date: "the event's date in ISO 8601, as exact as it is known",
  date_from: "where the date is from: text, or publication",
  type: "PLOVER type, see below",
  modes: "PLOVER modes of the type",
  contexts: "PLOVER contexts",
  auxiliary: "historical, future, hypothetical, negation: why it did not simply happen",
  quad: "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
  score: "PLOVER score of the mode or type, from -10 (conflict) to 10 (cooperation)",
  source: "who acts: names; in dyads_monthly a code",
  source_code: "who acts: ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC",
  source_sector: "who acts: PLOVER sectors (GOV, MIL, REB, …)",
  target: "who is acted upon: names; in dyads_monthly a code",
  target_code: "who is acted upon: codes",
  target_sector: "who is acted upon: sectors",
  said_by: "who says so, where it is not the article itself",
  said_by_code: "the code of who says so",
  place: "where it happened",
  country: "of the place, ISO 3166-1 alpha-3",
  lat: "of the place, degrees",
  lon: "of the place, degrees",
  province:
    "the first-level division that the place lies in, by its GeoNames name; null for a country and for what is no town of 2,000 people",
  geonames: "GeoNames id of the place, likewise",
  feature: "GeoNames feature code of the place, as PPLC for a capital, likewise",
  role: "actor (who acts) or recipient (who is acted upon)",
  n: "counted from 0 in each role of the event",
  article: "number of the article on the shelf, the 12 of e12.3",
  mention: "the words that name the participant there",
  cow: "Correlates of War number of the code in the year of the event; null for what is no state then, and before 1946",
  gw: "Gleditsch and Ward number, likewise",
  list: "cow, or gw",
  number: "the state's number in the list",
  abbreviation: "its abbreviation there",
  since: "first year of membership, null for a member in 1946",
  same_as: "ids of events in the same article that tell the same",
  retold: "true where an event before it in the article tells the same",
  corrected_by: "who corrected the event, null where nobody did",
  corrected_at: "when, ISO 8601 in UTC",
  machine_type: "type as the machine coded it, null where nobody corrected it or the machine missed the event",
  machine_modes: "modes as the machine coded them, likewise",
  machine_auxiliary: "auxiliary modes as the machine coded them, likewise",
  machine_source: "who acts, as the machine coded it, likewise",
  machine_target: "who is acted upon, as the machine coded it, likewise",
  machine_confidence: "how sure the machine was, 0 to 1; a corrected event has confidence 1",
  standing:
    "of a correction: applied, lost (the article tells no such event any more), settled (taken out, and the machine no longer codes it), ended (undone or replaced); of a promise: stated, claimed, vague, doubted, broken, historical",
  note: "what the person noted",
  until: "when the correction was undone or replaced; of a state the last year of membership, null for a member still",
  ended_by: "who did that",
  missed: "true where the correction added an event that the machine missed",
  is_event: "false where it took the line out",
  line: "what kind of line was corrected: event, statement, position, commitment, reaction, response (a reaction to what was not coded), sentence; or note",
  firmness: "how firm the promise is, as it was corrected; see standing of commitments",
  voice: "of the sentence: reported, attributed, opinion, anecdotal, scene, promotional, furniture",
  machine_said_by: "the machine's said_by, before a correction",
  machine_date: "the machine's date, before a correction",
  machine_place: "the machine's place, before a correction",
  machine_contexts: "the machine's contexts, before a correction",
  machine_stance: "the machine's stance, before a correction",
  machine_issue: "the machine's issue, before a correction",
  machine_firmness: "the machine's standing of the promise, before a correction",
  machine_voice: "the machine's voice of the sentence, before a correction",
  trigger: "the words that tell the event",
  why: "unsure, corrected, or the standing of a correction that has no event: lost, settled, applied",
  confidence: "0 to 1; of a position, commitment, reaction or actor the highest among what it rests on",
  sentence: "number of the sentence in the article, from 0",
  start: "place in the article's text, UTF-16 code units from 0, inclusive",
  end: "place in the article's text, exclusive",
  words: "the sentence",
  speaker: "who says it: a name, or the words that stand there",
  speaker_code: "the code of who says it",
  cue: "the word that tells that it is said",
  direct: "true inside quotation marks; in sources how many are",
  content: "what is said",
  actor: "the name of who takes the stand or reacts; in event_actors and in the view actors the id within the article",
  actor_code: "the actor's code",
  stance: "demands, offers, accepts, rejects, supports, opposes, conditional, undecided; of a reaction supports, opposes, mixed, worried",
  issue: "what it is about, in the article's words",
  evidence: "ids of the events and statements that it rests on",
  earlier: "number of the position that this one replaces",
  earlier_stance: "the stance of that one",
  earlier_issue: "the issue of that one",
  by_whom: "who promises: names",
  by_code: "who promises: codes",
  to_whom: "to whom: names",
  to_code: "to whom: codes",
  what: "what is promised",
  doubts: "how many places doubt it",
  precedents: "how many places tell of earlier promises",
  event_type: "PLOVER type of the event reacted to, null where none was coded",
  name: "the best name",
  code: "ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC",
  sector: "PLOVER sector (GOV, MIL, REB, …)",
  other_sectors: "further PLOVER sectors",
  office: "“President of Ukraine”, as dictionary or text has it",
  documents: "in how many articles",
  outlets: "of how many outlets; in gathered which",
  mentions: "how many mentions",
  statements: "how many statements",
  first_day: "day of the first of these articles",
  last_day: "day of the last",
  citations: "how many places tell the event",
  independent_outlets: "how many outlets tell it in a text of their own: those that print one text count once",
  first_report: "day of the first article that tells it",
  last_report: "day of the last",
  differ: "outlets that have something else; see differences",
  differences: "of what kind, as in contradictions",
  kind: "of an article: news, opinion, analysis, interview, press-release, other; of an actor: person, country, organisation, group, unnamed; of a contradiction: refusal (one tells an agreement), denial, figure, date, actor, or confirmation or correction of an earlier claim",
  value: "what this report has: the type, the cue of the answer, a figure, a date, or who did it",
  told: "id of the event or statement within the article, null for a sentence that tells of a correction",
  other_value: "what the earlier report has",
  other_said_by: "who says so there, where it is not the article itself",
  other_outlet: "publisher of the earlier report, else its site",
  other_document: "id of the earlier article",
  other_url: "its address",
  other_published: "when it was published",
  other_told: "id of the event there",
  other_sentence: "number of the sentence there, from 0",
  other_start: "place there, UTF-16 code units from 0, inclusive",
  other_end: "place there, exclusive",
  other_words: "the sentence there",
  month: "first day of the month",
  events: "how many",
  cooperation: "how many of them are of quad 1 or 2",
  conflict: "how many of them are of quad 3 or 4",
  mean_score: "mean of their PLOVER scores",
};

/** @param tables SQL types by column by table, all columns known here */
export function codebookOf(tables: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const parts = Object.entries(tables).map(([table, columns]) => {
    const rows = Object.entries(columns).map(([name, type]) => `| \`${name}\` | ${type} | ${COLUMNS[name]} |\n`);
    return `## ${table}\n\n${TABLE_WORDS[table]}\n\n| column | type | meaning |\n| --- | --- | --- |\n${rows.join("")}`;
  });
  const types = Object.entries(TYPES).map(
    ([type, { quad, score, modes }]) => `| ${type} | ${quad} | ${score} | ${modesIn(modes, score)} |\n`,
  );
  return `# Codebook

Events follow PLOVER 2.0. Types of columns are SQL's; \`VARCHAR[]\` is a list: in Parquet and NDJSON as such, in a CSV cell parted by "; ".
Days and dates are in the Gregorian calendar, offsets in UTF-16 code units of the article's text, confidences and scores without a unit.
\`datapackage.json\` has every file with its columns, types and sums for programs.
A PLOVER file has one PLOVER interchange record a line and has all that \`events\` has; the columns of POLECAT, ICEWS and GDELT files are told in \`datapackage.json\`; in a CAMEO file the columns are: day (YYYYMMDD), source,
target, CAMEO root code, PLOVER type, modes and auxiliary modes, quad, sentence, its words, who says so.
In a folder that is parted by month, \`month=2025-08\` holds the rows of that \`day\`, \`month=undated\` those without one.
What a person corrected is worked in; \`corrected_by\` tells which events, \`corrections\` tells all of it.

${parts.join("\n")}
## Types

Modes with their own score, where it differs from the type's.

| type | quad | score | modes |
| --- | --- | --- | --- |
${types.join("")}
Auxiliary modes: historical (before the news at hand), future (planned or announced), hypothetical (supposed, or tied to a condition), negation (said not to have happened).
`;
}

function modesIn(modes: Readonly<Record<string, number | null>>, score: number): string {
  return Object.entries(modes)
    .map(([mode, own]) => (own === null || own === score ? mode : `${mode} (${own})`))
    .join(", ");
}
