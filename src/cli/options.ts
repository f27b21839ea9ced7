// Commands and their options as tables, and the command line read by them. Help, checks and docs/cli.md follow these tables.
import { parseArgs } from "node:util";
import { AUXILIARY, CONTEXTS, EVENT_TYPES, REALITIES, STANCES, STANDINGS, TAKES, VOICES } from "../codebook.ts";
import type { InputFormat } from "../document/inputs.ts";
import type { Question } from "../store/types.ts";
import { nearest, UsageError } from "./errors.ts";

interface Option {
  /** Name of the value in the help; null for an option that takes none. */
  readonly value: string | null;
  readonly choices?: readonly string[];
  /** True where it may be given more than once. */
  readonly many?: true;
  readonly help: string;
}

export interface Command {
  readonly usage: string;
  readonly help: string;
  readonly options: Readonly<Record<string, Option>>;
}

const FORMATS = ["page", "json", "jsonl", "plover", "csv", "cameo", "markdown"] as const;
export type Format = (typeof FORMATS)[number];
const WHY_FORMATS = ["page", "json"] as const;
const INPUT_FORMATS = ["text", "html", "pdf", "jsonl", "feed", "warc", "csv", "parquet"] as const satisfies readonly InputFormat[];

const general = {
  help: { value: null, help: "say this and end" },
  version: { value: null, help: "say the version and end" },
} satisfies Record<string, Option>;

const shelf = { db: { value: "FILE", help: "the shelf; left out: readout.duckdb" } } satisfies Record<string, Option>;

const ROW_FORMATS = ["table", "jsonl", "csv", "markdown"] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];
const rows = {
  as: { value: "FORMAT", choices: ROW_FORMATS, help: "how to write; left out: table on a terminal, jsonl elsewhere" },
} satisfies Record<string, Option>;

const filters = {
  actor: { value: "WHO", help: "takes part, or speaks: a code (UKR) or words of a name" },
  type: { value: "TYPE", choices: EVENT_TYPES, help: "the event's type, or of an event that it rests on" },
  since: { value: "YYYY-MM-DD", help: "first day" },
  until: { value: "YYYY-MM-DD", help: "last day" },
  outlet: { value: "WHO", help: "words of the publisher's name, or of the site's" },
  issue: { value: "TEXT", help: "stands in the issue or the sentence" },
  reality: { value: "WORD", choices: REALITIES, help: "what it is told as" },
  "said-by": { value: "WHO", help: "who says so, where it is not the article: a code or words of a name" },
  undated: { value: null, help: "only what has no date" },
  "min-confidence": { value: "NUMBER", help: "from 0 to 1" },
} satisfies Record<string, Option>;

const TABLE_FORMATS = ["parquet", "csv", "ndjson"] as const;
const EVENT_FORMATS = ["plover", "cameo", "polecat", "icews", "gdelt", "webannotation", "doccano", "labelstudio", "gold"] as const;
const EXPORT_FORMATS = [...TABLE_FORMATS, ...EVENT_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const svg = { svg: { value: null, help: "draw a picture instead: SVG, for any viewer or page" } } satisfies Record<string, Option>;

const question = (name: Question, help: string, more: Readonly<Record<string, Option>> = {}) => ({
  usage: `readout ${name}`,
  help,
  options: { ...rows, ...more, ...filters, limit: { value: "NUMBER", help: "rows at most" }, ...shelf, ...general },
});

const reading = {
  date: { value: "YYYY-MM-DD", help: 'the day that "yesterday" is told from, where a document has no date' },
  actors: { value: "FILE", many: true, help: "your own actors, PETRARCH or CSV; they win over ours (repeatable)" },
  input: { value: "FORMAT", choices: INPUT_FORMATS, help: "what INPUT holds, where its name does not tell" },
  "text-column": { value: "NAME", help: "the column of a table (CSV, Parquet) that holds the text" },
  "allow-private": { value: null, help: "fetch from this machine and private networks, too" },
} satisfies Record<string, Option>;

/** "read" is what happens where no command is named. */
export const COMMANDS = {
  read: {
    usage: "readout INPUT…",
    help: "Reads news articles and tells who did what to whom, and who only says so.\nINPUT: a file (.txt .md .html .pdf .jsonl .csv .parquet .warc .rss .atom .xml .opml, each\nalso .gz or .zst), a folder, an http(s) URL of a page or a feed, or - for standard input.",
    options: {
      as: { value: "FORMAT", choices: FORMATS, help: "how to write; left out: page on a terminal, jsonl elsewhere" },
      open: { value: null, help: "show it in the browser instead, until Ctrl-C" },
      ...reading,
      ...general,
    },
  },
  add: {
    usage: "readout add INPUT…",
    help: "Codes articles and keeps them in a file, the shelf. What is there already is left alone;\nan edited article (same URL and day) becomes a new version.",
    options: { ...reading, ...shelf, ...general },
  },
  watch: {
    usage: "readout watch FEED…",
    help: "Keeps the shelf current: reads feeds (RSS, Atom, JSON Feed) and lists of them (OPML) again and\nagain and adds what is new, until Ctrl-C. FEED: an http(s) URL or a file.",
    options: {
      every: { value: "TIME", help: "from one round to the next: 90s, 15m, 6h; left out: 15m" },
      once: { value: null, help: "one round, then end" },
      date: reading.date,
      actors: reading.actors,
      "allow-private": reading["allow-private"],
      ...shelf,
      ...general,
    },
  },
  events: question("events", "Who did what to whom, on the shelf."),
  gathered: question(
    "gathered",
    "Events, each once with all articles that tell it, by how many independent outlets,\nand which outlets differ.",
  ),
  contradictions: question(
    "contradictions",
    "Reports that differ: agreement or refusal, denials, figures, dates, doers;\nand what was later confirmed or corrected.",
  ),
  shifts: question("shifts", "Positions that take the place of one that an earlier article tells."),
  statements: question("statements", "Who said what."),
  positions: question("positions", "Where actors stand on issues.", svg),
  commitments: question("commitments", "What was promised, and how firmly."),
  reactions: question("reactions", "How actors took events."),
  outcomes: question("outcomes", "What meetings and negotiations ended with."),
  actors: question("actors", "Who is in the articles."),
  sources: question("sources", "Whose words the articles carry."),
  timeline: question("timeline", "The dated events, told once an article, oldest first.", svg),
  dyads: {
    usage: "readout dyads",
    help: "What two codes did to each other, by month: how much cooperation and conflict, and PLOVER's\nmean score.",
    options: {
      ...rows,
      ...svg,
      ...filters,
      actor: { value: "CODE", many: true, help: "takes part; twice: between these two (repeatable)" },
      limit: { value: "NUMBER", help: "rows at most" },
      ...shelf,
      ...general,
    },
  },
  review: {
    usage: "readout review",
    help: "The events that nobody has corrected, least certain first, after the corrections that have\nlost their place.",
    options: {
      ...rows,
      all: { value: null, help: "also what was corrected" },
      ...filters,
      limit: { value: "NUMBER", help: "rows at most" },
      ...shelf,
      ...general,
    },
  },
  correct: {
    usage: "readout correct ID",
    help: "Says what a line is; every question and export then follows it, and recoding keeps it. ID: of an\nevent as readout review tells it, e12.3; of another line the article's number and the line's id\nthere: s12.4 a statement, p12.1 a position, c12.1 a promise, r12.1 or x12.1 a reaction, v12.7 a\nsentence, counted from 1; with --missed and --note-on an article's id or address.",
    options: {
      type: { value: "TYPE", choices: EVENT_TYPES, help: "PLOVER type" },
      mode: { value: "MODE", many: true, help: "mode of the type; none: without (repeatable)" },
      actor: { value: "WHO", many: true, help: "who acts: a name, a code, or “Name (CODE)”; none (repeatable)" },
      recipient: { value: "WHO", many: true, help: "who is acted upon, likewise (repeatable)" },
      aux: { value: "WORD", many: true, choices: [...AUXILIARY, "none"], help: "why it did not simply happen (repeatable)" },
      "said-by": { value: "WHO", help: "who says so; of a statement, who speaks; none: the article itself" },
      date: { value: "DATE", help: "when: a day, month or year, as in 2025-08-15; none: untold" },
      place: { value: "NAME", help: "where; none: untold" },
      context: { value: "WORD", many: true, choices: [...CONTEXTS, "none"], help: "subject matter (repeatable)" },
      voice: { value: "VOICE", choices: VOICES, help: "of a sentence" },
      stance: { value: "STANCE", choices: [...new Set([...STANCES, ...TAKES])], help: "of a position or reaction" },
      issue: { value: "TEXT", help: "of a position: what it is about" },
      standing: { value: "WORD", choices: STANDINGS, help: "of a promise: how firm it is" },
      "not-an-event": { value: null, help: "take it out" },
      "not-so": { value: null, help: "the same, of any line" },
      "note-on": { value: "WORDS", help: "keep a note (--note) on these words of the article" },
      missed: { value: "WORDS", help: "add an event that was missed, where these words of the article are" },
      undo: { value: null, help: "give the machine's coding back" },
      from: { value: "FILE", help: "instead of ID: what people marked in doccano (JSONL) or Label Studio (JSON, JSONL)" },
      "dry-run": { value: null, help: "with --from: show what would be corrected and change nothing" },
      note: { value: "TEXT", help: "why" },
      by: { value: "NAME", help: "who says so; left out: your user's name" },
      ...shelf,
      ...general,
    },
  },
  set: {
    usage: "readout set ARTICLE",
    help: "Says when, by whom, under which title or where an article on the shelf was published, and codes it\nagain from there. ARTICLE: its id, address or number (a12).",
    options: {
      date: { value: "YYYY-MM-DD", help: "day of publication" },
      outlet: { value: "NAME", help: "publisher" },
      title: { value: "TEXT", help: "title" },
      url: { value: "URL", help: "address" },
      actors: reading.actors,
      by: { value: "NAME", help: "who says so; left out: your user's name" },
      ...shelf,
      ...general,
    },
  },
  remove: {
    usage: "readout remove ARTICLE",
    help: "Takes an article off the shelf, with all its versions and the corrections on it. ARTICLE: its id,\naddress or number (a12).",
    options: { by: { value: "NAME", help: "who does; left out: your user's name" }, ...shelf, ...general },
  },
  help: {
    usage: "readout help COMMAND",
    help: "Says what a command does and takes; without COMMAND, which there are.",
    options: general,
  },
  agree: {
    usage: "readout agree A B",
    help: "How far two codings of the same texts agree, layer by layer: F1, and Krippendorff's alpha.\nA and B: records (readout FILE --as jsonl), shelves (.duckdb), or what doccano or Label Studio\nexports. A alone, a shelf: how far those who corrected it agree on the events that two looked at.",
    options: {
      ...rows,
      machine: { value: "WHICH", choices: ["a", "b"], help: "of that shelf what the machine coded, without corrections" },
      ...general,
    },
  },
  recode: {
    usage: "readout recode",
    help: "Codes the shelf's articles again with this program and model, and shows what changed.\nCorrections stay. Ended early, the next run goes on.",
    options: {
      ...rows,
      all: { value: null, help: "also articles that this program and model coded" },
      "dry-run": { value: null, help: "show it and change nothing" },
      date: reading.date,
      actors: reading.actors,
      ...shelf,
      ...general,
    },
  },
  serve: {
    usage: "readout serve",
    help: "The page and the API on a port of this machine, until Ctrl-C.",
    options: {
      host: { value: "ADDRESS", help: "left out: 127.0.0.1, this machine alone" },
      port: { value: "NUMBER", help: "left out: 7777; 0 takes a free one" },
      token: { value: "WORD", help: "what others must give; needed where --host lets them in" },
      "token-file": { value: "FILE", help: "a file that holds it; also: the environment's READOUT_TOKEN" },
      date: reading.date,
      actors: reading.actors,
      ...shelf,
      ...general,
    },
  },
  mcp: {
    usage: "readout mcp",
    help: "Tools for assistants (Model Context Protocol) on standard input and output: read,\nlist_articles, open_article, search_events, gathered_events, contradictions, timeline, statements,\npositions, commitments, outcomes.",
    options: { date: reading.date, actors: reading.actors, ...shelf, ...general },
  },
  sql: {
    usage: 'readout sql "SELECT …"',
    help: "Asks the shelf in DuckDB's SQL; it changes nothing. Views: documents, events, event_actors,\nstatements, positions, commitments, reactions, outcomes, actors, states, dyads_monthly,\ngathered_events, contradictions, shifts.",
    options: { ...rows, ...shelf, ...general },
  },
  export: {
    usage: "readout export --to FOLDER",
    help: "Writes the shelf as files, with a codebook and a manifest. The same shelf gives the same bytes.",
    options: {
      to: { value: "FOLDER", help: "where to; made where it is not there" },
      format: { value: "FORMAT", choices: EXPORT_FORMATS, help: "left out: parquet" },
      by: { value: "PERIOD", choices: ["month"], help: "part the tables: a folder a month" },
      dated: { value: null, help: "write today's date into the manifest" },
      ...filters,
      ...shelf,
      ...general,
    },
  },
  rescue: {
    usage: "readout rescue",
    help: "Takes the articles out of a shelf, a damaged one too, and writes them as JSONL, which readout add\ntakes. It changes nothing.",
    options: { ...shelf, ...general },
  },
  relate: {
    usage: "readout relate -",
    help: 'Reads JSONL, {"id", "text", "actor": [start, end], "recipient": [start, end]},\nand tells what the first does to the second.',
    options: general,
  },
  why: {
    usage: "readout why INPUT ID",
    help: "Tells why a line of an article's record is as it is: the model's scores, every rule that kept,\nchanged, added or dropped something, and where each country comes from. ID: e3 an event, s4 a\nsentence (what was dropped there, too) or statement, p1 a position, c1 a commitment, r1 a\nreaction, x1 a response, a2 an actor; of several articles the first.",
    options: {
      as: { value: "FORMAT", choices: WHY_FORMATS, help: "how to write; left out: page" },
      ...reading,
      ...general,
    },
  },
  worker: {
    usage: "readout worker -",
    help: "Codes articles for a program that keeps it running, as the Python package does: framed JSON\nin, the record of each or what is wrong with it out, in order.",
    options: {
      threads: { value: "NUMBER", help: "left out: one a core; 0 codes in the main thread" },
      date: reading.date,
      actors: reading.actors,
      ...general,
    },
  },
  parse: {
    usage: "readout parse -",
    help: 'Reads JSONL, {"id", "text"}, and writes CoNLL-U:\nsentences, words, UPOS, heads, relations, names.',
    options: { pretokenized: { value: null, help: 'each line has "tokens": […] instead of "text": one sentence, kept as is' }, ...general },
  },
} satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

export interface CommandLine {
  readonly command: CommandName;
  readonly inputs: readonly string[];
  /** Values of the options given; "" for one that takes none; the last one of several. */
  readonly options: Readonly<Record<string, string>>;
  /** All values, in order, of those that may be given more than once. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** @throws UsageError for an unknown option, a missing or impossible value */
export function readCommandLine(args: readonly string[]): CommandLine {
  const named = args[0] !== undefined && args[0] !== "read" && Object.hasOwn(COMMANDS, args[0]);
  const command = named ? (args[0] as CommandName) : "read";
  const known: Readonly<Record<string, Option>> = COMMANDS[command].options;
  const { tokens } = parseArgs({
    args: named ? args.slice(1) : [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries(known).map(([name, { value }]) => [name, { type: value === null ? "boolean" : "string" } as const]),
      ),
      help: { type: "boolean", short: "h" },
    },
  });
  const inputs: string[] = [];
  const options: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  for (const token of tokens) {
    if (token.kind === "positional") inputs.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) {
      // "readout evnts --actor UKR": the command is mistyped, not the option.
      const meant = command === "read" && /^[a-z]{3,}$/.test(inputs[0] ?? "") ? meantBy(inputs[0]!) : null;
      if (meant) throw new UsageError(inputs[0]!, `is no command that takes ${token.rawName}: did you mean readout ${meant}?`);
      throw unknownOption(token.rawName, command);
    }
    const value = checked(token.rawName, option, token.value, token.inlineValue === true);
    options[token.name] = value;
    if (option.many) lists[token.name] = [...(lists[token.name] ?? []), value];
  }
  return { command, inputs, options, lists };
}

/** The command that a mistyped word is nearest to; "read" is typed by nobody, since it is what happens where no command is named. */
export const meantBy = (word: string): string | null =>
  nearest(
    word,
    Object.keys(COMMANDS).filter((name) => name !== "read"),
  );

function unknownOption(name: string, command: CommandName): UsageError {
  const names = Object.keys(COMMANDS[command].options).map((option) => `--${option}`);
  const meant = nearest(name, names);
  return new UsageError(
    name,
    `${COMMANDS[command].usage} has no such option: ${meant ? `did you mean ${meant}?` : `it has ${names.join(", ")}`}`,
  );
}

function checked(name: string, { value: kind, choices }: Option, value: string | undefined, inline: boolean): string {
  if (kind === null) {
    if (value !== undefined) throw new UsageError(name, `takes no value, but has “${value}”: leave it out`);
    return "";
  }
  const wanted = choices ? choices.join(", ") : kind;
  // "--as --date 2025-01-01": the next option is not a value.
  if (value === undefined || value === "" || (!inline && value.startsWith("--")))
    throw new UsageError(name, `has no value: give it one of ${wanted}`);
  if (choices && !choices.includes(value)) {
    const meant = nearest(value, choices);
    throw new UsageError(name, `“${value}” is unknown: ${meant ? `did you mean ${meant}?` : `give one of ${wanted}`}`);
  }
  if (kind === "YYYY-MM-DD" && !isDay(value)) throw new UsageError(name, `“${value}” is no day: write it as YYYY-MM-DD, as in 2025-08-15`);
  return value;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  // JavaScript takes 30 February for 2 March.
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The commands that ask the shelf and take its filters. */
export const QUESTIONS: ReadonlySet<string> = new Set<Question>([
  "events",
  "gathered",
  "contradictions",
  "shifts",
  "statements",
  "positions",
  "commitments",
  "reactions",
  "outcomes",
  "actors",
  "sources",
  "timeline",
]);
export const isQuestion = (command: CommandName): command is Question => QUESTIONS.has(command);
