// Commands and their options as tables, and the command line read by them. Help, checks and docs/cli.md follow these tables.
import { parseArgs } from "node:util";
import type { InputFormat } from "../document/inputs.ts";
import { nearest, UsageError } from "./errors.ts";

interface Option {
  /** Name of the value in the help; null for an option that takes none. */
  readonly value: string | null;
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface Command {
  readonly usage: string;
  readonly help: string;
  readonly options: Readonly<Record<string, Option>>;
}

const FORMATS = ["page", "json", "jsonl", "plover", "csv", "markdown"] as const;
export type Format = (typeof FORMATS)[number];
const INPUT_FORMATS = ["text", "html", "pdf", "jsonl"] as const satisfies readonly InputFormat[];

const general = {
  help: { value: null, help: "say this and end" },
  version: { value: null, help: "say the version and end" },
} satisfies Record<string, Option>;

/** "read" is what happens where no command is named. */
export const COMMANDS = {
  read: {
    usage: "readout INPUT…",
    help: "Reads news articles and tells who did what to whom, and who only says so.\nINPUT: a file (.txt .md .html .pdf .jsonl, each also .gz), a folder, an http(s) URL,\nor - for standard input.",
    options: {
      as: { value: "FORMAT", choices: FORMATS, help: "how to write; left out: page on a terminal, jsonl elsewhere" },
      date: { value: "YYYY-MM-DD", help: 'the day that "yesterday" is told from, where a document has no date' },
      input: { value: "FORMAT", choices: INPUT_FORMATS, help: "what INPUT holds, where its name does not tell" },
      ...general,
    },
  },
  relate: {
    usage: "readout relate -",
    help: 'Reads JSONL, {"id", "text", "actor": [start, end], "recipient": [start, end]},\nand tells what the first does to the second.',
    options: general,
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
  /** Values of the options given; "" for one that takes none. */
  readonly options: Readonly<Record<string, string>>;
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
  for (const token of tokens) {
    if (token.kind === "positional") inputs.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) throw unknownOption(token.rawName, command);
    options[token.name] = checked(token.rawName, option, token.value, token.inlineValue === true);
  }
  return { command, inputs, options };
}

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
