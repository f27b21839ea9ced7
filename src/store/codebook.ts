// Tables and their columns → codebook.md, which goes with each export: what every column and every type means.
import { TYPES } from "../codebook.ts";

const TABLES: Readonly<Record<string, string>> = {
  documents: "One row an article, in its current version.",
  events: "One row an event that an article tells.",
  statements: "One row for somebody saying something.",
  positions: "One row where an actor takes a stand on an issue.",
  commitments: "One row a promise.",
  reactions: "One row for an actor taking an event well or badly.",
  actors: "One row a name and code, over all articles, with the place of the first mention.",
  sources: "One row a speaker, over all articles, with the place of the first statement.",
  dyads_monthly: "One row a month and pair of codes, of what happened: not what is denied, planned or supposed, and once an article.",
};

/** What a column means, in whichever table it is. */
export const COLUMNS: Readonly<Record<string, string>> = {
  document: "id of the article: the address, the name of its file, or the id that it was given with",
  version: "1, and one more each time that the article came in another text",
  url: "address of the article",
  outlet: "its publisher, else the site of its address",
  published: "when it was published, as it says itself",
  title: "its title",
  byline: "its author, as it says itself",
  publisher: "its publisher, as it says itself",
  day: "day to file the row under: of the event where the text or the publication tells it, else of the publication; the first day of a month or year",
  language: "ISO 639-1",
  kind: "of an article: news, opinion, analysis, interview, press-release, other; of an actor: person, country, organisation, group, unnamed",
  sha256: "of the article's text in UTF-8",
  program: "version of readout that coded it",
  model: "first 12 hexadecimal digits of the SHA-256 of the model's weights",
  sentences: "how many",
  characters: "length of the text in UTF-16 code units",
  event: "id of the event within the article",
  statement: "id of the statement within the article",
  position: "number within the article, from 0",
  commitment: "number within the article, from 0",
  reaction: "number within the article, from 0",
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
  same_as: "ids of events in the same article that tell the same",
  retold: "true where an event before it in the article tells the same",
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
  actor: "the name of who takes the stand or reacts; in the view actors the id within the article",
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
  standing: "stated, claimed, vague, doubted, broken, historical",
  doubts: "how many places doubt it",
  precedents: "how many places tell of earlier promises",
  event_type: "PLOVER type of the event reacted to",
  name: "the best name",
  code: "ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC",
  sector: "PLOVER sector (GOV, MIL, REB, …)",
  other_sectors: "further PLOVER sectors",
  office: "“President of Ukraine”, as dictionary or text has it",
  documents: "in how many articles",
  outlets: "of how many outlets",
  mentions: "how many mentions",
  statements: "how many statements",
  first_day: "day of the first of these articles",
  last_day: "day of the last",
  month: "first day of the month",
  events: "how many",
  cooperation: "how many of them are of quad 1 or 2",
  conflict: "how many of them are of quad 3 or 4",
  mean_score: "mean of their PLOVER scores",
};

/** @param tables columns by table, all of them known here */
export function codebookOf(tables: Readonly<Record<string, readonly string[]>>): string {
  const parts = Object.entries(tables).map(
    ([table, columns]) =>
      `## ${table}\n\n${TABLES[table]}\n\n| column | meaning |\n| --- | --- |\n${columns.map((name) => `| \`${name}\` | ${COLUMNS[name]} |\n`).join("")}`,
  );
  const types = Object.entries(TYPES).map(
    ([type, { quad, score, modes }]) => `| ${type} | ${quad} | ${score} | ${Object.keys(modes).join(", ")} |\n`,
  );
  return `# Codebook

Events follow PLOVER 2.0. Several values in a CSV cell are parted by "; ". A PLOVER file has one PLOVER interchange record a line and has all that \`events\` has.

${parts.join("\n")}
## Types

| type | quad | score | modes |
| --- | --- | --- | --- |
${types.join("")}`;
}
