// A dictionary in the PETRARCH (and TABARI) formats, actors and agents → records and nouns; what is malformed is reported line by line and left out. Pure.
import { ploverOf, type Told } from "./cameo-codes.ts";
import { pluralOf, type Stage } from "./dictionary.ts";
import type { Own, OwnAgent, OwnRecord, Report } from "./own-types.ts";

interface Draft {
  readonly line: number;
  readonly names: string[];
  readonly dated: Stage[];
  /** Codes without dates: for the days that no other covers. */
  readonly plain: Stage[];
  faulty: boolean;
}

/** More words than any set needs; a line that multiplies sets must not fill the memory. */
const mostForms = 1000;

/** @param report told of each malformed line, and once of all parts of codes that no table knows */
export function readPhoenix(text: string, report: Report): Own {
  const reader = new Reader(report);
  for (const { line, number } of linesOf(text)) reader.take(line, number);
  return reader.close();
}

/** A line by what it is: its code, in brackets, stands apart from the rest. */
interface Line {
  readonly number: number;
  /** What stands in brackets. */
  readonly insides: readonly string[];
  /** The line without them. */
  readonly rest: string;
}

/** Takes a file's lines in turn; a name goes on over the lines of its codes and its other names. */
class Reader {
  readonly #report: Report;
  readonly #records: OwnRecord[] = [];
  readonly #agents: OwnAgent[] = [];
  readonly #sets = new Map<string, readonly string[]>();
  readonly #codes = new Map<string, Told>();
  /** Parts of codes that no table knows → the line of the first. */
  readonly #unknown = new Map<string, number>();
  #draft: Draft | null = null;

  constructor(report: Report) {
    this.#report = report;
  }

  take(line: string, number: number): void {
    const content = line.trim();
    const set = /^!([^!]+)!\s*=(.*)$/.exec(content);
    if (content.includes("\ufffd")) this.#unreadable(line, number);
    else if (set) this.#takeSet(set[1]!, set[2]!, number);
    else {
      const isCoded = content.includes("[");
      const insides = isCoded ? (content.match(/\[[^[\]]*\]/g) ?? []).map((bracket) => bracket.slice(1, -1).trim()) : [];
      const rest = isCoded ? content.replace(/\[[^[\]]*\]/g, " ").trim() : content;
      this.#takeLine({ number, insides, rest }, line, content);
    }
  }

  #takeLine(line: Line, written: string, content: string): void {
    const { number, insides, rest } = line;
    if (/[[\]]/.test(rest)) this.#openBracket(line, content);
    else if (content.startsWith("[")) this.#takeCodes(line);
    else if (insides.some((inside) => inside.includes("~"))) this.#takeAgent(line);
    else if (content.startsWith("+")) this.#takeOtherName(line);
    else if (written.startsWith("\t"))
      this.#report(number, `“${rest}” has a tab before it and no code: begin a name at the start of its line, or write [CODE]`);
    else {
      const name = spaced(rest);
      const draft = this.#begin(number, name, name === "");
      if (name === "") this.#report(number, "holds no name: write one, or leave the line out");
      this.#addCodes(draft, insides, number);
    }
  }

  close(): Own {
    this.#finish();
    if (this.#unknown.size > 0) {
      const named = [...this.#unknown].map(([part, line]) => `${part} (line ${line})`);
      const more = named.length > 40 ? ` and ${named.length - 40} more` : "";
      this.#report(
        null,
        `some parts of codes are in no table and were left out, the rest of their codes counts: check that these are meant: ${named.slice(0, 40).join(", ")}${more}`,
      );
    }
    return { records: this.#records.filter(({ names }) => names.some((name) => name !== "")), agents: this.#agents };
  }

  #unreadable(line: string, number: number): void {
    this.#report(number, "holds letters that are not UTF-8: save the file as UTF-8");
    // Codes below it must not go to the name above.
    if (!/^\s*[[+]/.test(line)) this.#begin(number, null, true);
  }

  #takeSet(name: string, words: string, number: number): void {
    const forms = words.split(",").flatMap((form) => form.trim() || []);
    if (forms.length === 0) this.#report(number, `the set !${name}! is empty: write !NAME! = WORD, WORD`);
    else this.#sets.set(name, forms);
  }

  #openBracket({ number, rest }: Line, content: string): void {
    this.#report(number, "a bracket is not closed: write the code as [CODE]");
    if (this.#draft && /^[[+]/.test(content)) this.#draft.faulty = true;
    else this.#begin(number, spaced(rest), true);
  }

  /** A line of codes alone. */
  #takeCodes({ number, insides, rest }: Line): void {
    if (rest !== "") this.#report(number, `“${rest}” stands after a code: write a # before a remark`);
    if (this.#draft === null) this.#report(number, "a code stands without a name: write the name on a line above it");
    else this.#addCodes(this.#draft, insides, number);
  }

  #takeAgent({ number, insides, rest }: Line): void {
    this.#finish();
    const nouns = this.#agentsOf(rest, insides[0]!, number);
    if (typeof nouns === "string") this.#report(number, nouns);
    else for (const noun of nouns) this.#agents.push(noun);
  }

  #takeOtherName({ number, insides, rest }: Line): void {
    const name = spaced(rest.slice(1));
    if (this.#draft === null) this.#report(number, "another name stands without a first one: write the first name above it, without the +");
    else if (name === "") this.#report(number, "a + stands without a name: write the name after it");
    else {
      this.#draft.names.push(name);
      this.#addCodes(this.#draft, insides, number);
    }
  }

  #begin(line: number, name: string | null, faulty: boolean): Draft {
    this.#finish();
    this.#draft = { line, names: name === null ? [] : [name], dated: [], plain: [], faulty };
    return this.#draft;
  }

  #finish(): void {
    if (this.#draft === null) return;
    const { names, dated, plain, line, faulty } = this.#draft;
    if (dated.length + plain.length > 0) this.#records.push({ names, kind: null, stages: [...dated, ...plain] });
    else if (!faulty)
      this.#report(
        line,
        `“${names[0]}” has no code: write [CODE] after it or below it, or a + before it if it is another name of the one above`,
      );
    this.#draft = null;
  }

  #addCodes(to: Draft, insides: readonly string[], line: number): void {
    for (const inside of insides) {
      const read = readRestriction(inside);
      if (typeof read === "string") {
        to.faulty = true;
        this.#report(line, read);
        continue;
      }
      const { code, sector, other_sectors } = read.code === "---" ? NOBODY : this.#told(read.code, line);
      const stage: Stage = { code, sector, other_sectors, office: null, from: read.from, to: read.to };
      (read.from === "" && read.to === "" ? to.plain : to.dated).push(stage);
    }
  }

  #told(code: string, line: number): Told {
    let known = this.#codes.get(code);
    if (!known) {
      known = ploverOf(code.replaceAll("~", ""), code.includes("~"));
      this.#codes.set(code, known);
      for (const part of known.unknown) if (!this.#unknown.has(part)) this.#unknown.set(part, line);
    }
    return known;
  }

  /** The nouns of a line, or what is wrong with it. */
  #agentsOf(phrase: string, code: string, line: number): OwnAgent[] | string {
    const [, plural] = /\{([^{}]*)\}/.exec(phrase) ?? [];
    const root = phrase.replace(/\{[^{}]*\}/, "");
    if (/[{}]/.test(root)) return "a brace is not closed: write the plural as {PLURAL}, or {} for none";
    const { code: state, sector } = this.#told(code, line);
    // Ours too has NGO workers under the code of their kind.
    const role = sector ?? (state === "NGO" ? state : null);
    if (role === null) return `“${code}” tells no role that PLOVER has: write one such as ~GOV, or leave the line out`;
    const forms = expand(root, this.#sets);
    if (typeof forms === "string") return forms;
    const nouns = forms.map((form) => spaced(form).toLowerCase());
    if (nouns.includes("")) return "a code stands without a noun: write NOUN [~CODE]";
    const pluralFor = (noun: string): string | null => {
      if (plural !== undefined) return spaced(plural).toLowerCase() || null;
      // A set has its plurals itself.
      const many = pluralOf(noun);
      return nouns.length === 1 || nouns.includes(many) ? many : null;
    };
    return nouns.map((noun) => ({ noun, plural: pluralFor(noun), sector: role }));
  }
}

const NOBODY = { code: null, sector: null, other_sectors: [] } as const;

/** "AL-NUSRA_FRONT_" → "AL-NUSRA FRONT". A name in print has nothing in parentheses. */
const spaced = (phrase: string): string =>
  (phrase.includes("(") ? phrase.replace(/\([^()]*\)/g, " ") : phrase).replace(/[\s_]+/g, " ").trim();

/** "USAGOV 930120-010120" → code and days, both inclusive, "" for open; or what is wrong. */
function readRestriction(inside: string): { code: string; from: string; to: string } | string {
  const [, code, dates = ""] = /^(---|[A-Z\d]{2,})(?:\s+(\S.*)?)?$/.exec(inside) ?? [];
  if (code === undefined) return `[${inside}] holds no code: write it in capitals, as in [USAGOV]`;
  if (dates === "") return { code, from: "", to: "" };
  const [, sign, one, first, last] = /^(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))$/.exec(dates) ?? [];
  const begin = sign === "<" ? undefined : (one ?? first);
  const end = sign === ">" ? undefined : (one ?? last);
  if (begin === undefined && end === undefined) return `“${dates}” in [${inside}] is no range: write <DATE, >DATE or DATE-DATE`;
  const from = begin === undefined ? "" : dayOf(begin);
  const to = end === undefined ? "" : dayOf(end);
  if (from === null || to === null) return `“${from === null ? begin : end}” in [${inside}] is no date: write it as YYYYMMDD or YYMMDD`;
  if (from !== "" && to !== "" && from > to) return `[${inside}] ends before it begins: swap its dates`;
  return { code, from, to };
}

const MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** ISO 8601 day of YYYYMMDD or YYMMDD; null where there is none. PETRARCH's files count 31 to 99 as 1931 to 1999. */
function dayOf(digits: string): string | null {
  if (digits.length !== 6 && digits.length !== 8) return null;
  const full = digits.length === 8 ? digits : `${Number(digits.slice(0, 2)) > 30 ? "19" : "20"}${digits}`;
  const [year, month, day] = [full.slice(0, 4), full.slice(4, 6), full.slice(6)];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const length = month === "02" && leap ? 29 : (MONTHS[Number(month)] ?? 0);
  return Number(day) >= 1 && Number(day) <= length ? `${year}-${month}-${day}` : null;
}

/** The forms of a phrase with !SETS!, or what is wrong. */
function expand(phrase: string, sets: ReadonlyMap<string, readonly string[]>): string[] | string {
  let forms = [""];
  for (const [index, piece] of phrase.split(/!([^!]+)!/).entries()) {
    const options = index % 2 === 0 ? [piece] : sets.get(piece);
    if (!options) return `the set !${piece}! is unknown: define it above, as !${piece}! = WORD, WORD`;
    if (forms.length * options.length > mostForms) return `has more than ${mostForms} forms: use fewer sets in one line`;
    forms = forms.flatMap((form) => options.map((option) => form + option));
  }
  return forms;
}

/** Lines with something in them, numbered from 1, without comments: from # or ;, and from <!-- to -->, also over lines. */
function* linesOf(text: string): Generator<{ line: string; number: number }> {
  let number = 0;
  let inside = false;
  for (const raw of text.replace(/^\ufeff/, "").split(text.includes("\r") ? /\r\n|\n|\r/ : "\n")) {
    number++;
    let line = raw;
    if (inside || line.includes("<!--")) {
      let kept = "";
      for (let at = 0; at < line.length; ) {
        const mark = line.indexOf(inside ? "-->" : "<!--", at);
        if (!inside) kept += line.slice(at, mark < 0 ? line.length : mark);
        if (mark < 0) break;
        at = mark + (inside ? 3 : 4);
        inside = !inside;
      }
      line = kept;
    }
    const remark = line.search(/[#;]/);
    if (remark >= 0) line = line.slice(0, remark);
    if (line.trim() !== "") yield { line: line.trimEnd(), number };
  }
}
