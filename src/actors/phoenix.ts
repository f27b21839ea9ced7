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
  const records: OwnRecord[] = [];
  const agents: OwnAgent[] = [];
  const sets = new Map<string, readonly string[]>();
  const codes = new Map<string, Told>();
  const unknown = new Map<string, number>();
  let draft: Draft | null = null;

  const told = (code: string, line: number): Told => {
    let known = codes.get(code);
    if (!known) {
      known = ploverOf(code.replaceAll("~", ""), code.includes("~"));
      codes.set(code, known);
      for (const part of known.unknown) if (!unknown.has(part)) unknown.set(part, line);
    }
    return known;
  };

  const finish = (): void => {
    if (draft === null) return;
    const { names, dated, plain, line, faulty } = draft;
    if (dated.length + plain.length > 0) records.push({ names, kind: null, stages: [...dated, ...plain] });
    else if (!faulty)
      report(line, `“${names[0]}” has no code: write [CODE] after it or below it, or a + before it if it is another name of the one above`);
    draft = null;
  };

  const addCodes = (to: Draft, insides: readonly string[], line: number): void => {
    for (const inside of insides) {
      const read = readRestriction(inside);
      if (typeof read === "string") {
        to.faulty = true;
        report(line, read);
        continue;
      }
      const { code, sector, other_sectors } = read.code === "---" ? NOBODY : told(read.code, line);
      const stage: Stage = { code, sector, other_sectors, office: null, from: read.from, to: read.to };
      (read.from === "" && read.to === "" ? to.plain : to.dated).push(stage);
    }
  };

  /** The nouns of a line, or what is wrong with it. */
  const agentsOf = (phrase: string, code: string, line: number): OwnAgent[] | string => {
    const [, plural] = /\{([^{}]*)\}/.exec(phrase) ?? [];
    const root = phrase.replace(/\{[^{}]*\}/, "");
    if (/[{}]/.test(root)) return "a brace is not closed: write the plural as {PLURAL}, or {} for none";
    const { code: state, sector } = told(code, line);
    // Ours too has NGO workers under the code of their kind.
    const role = sector ?? (state === "NGO" ? state : null);
    if (role === null) return `“${code}” tells no role that PLOVER has: write one such as ~GOV, or leave the line out`;
    const forms = expand(root, sets);
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
  };

  for (const { line, number } of linesOf(text)) {
    const content = line.trim();
    if (content.includes("\ufffd")) {
      report(number, "holds letters that are not UTF-8: save the file as UTF-8");
      // Codes below it must not go to the name above.
      if (!/^\s*[[+]/.test(line)) {
        finish();
        draft = { line: number, names: [], dated: [], plain: [], faulty: true };
      }
      continue;
    }
    const set = /^!([^!]+)!\s*=(.*)$/.exec(content);
    if (set) {
      const forms = set[2]!.split(",").flatMap((form) => form.trim() || []);
      if (forms.length === 0) report(number, `the set !${set[1]}! is empty: write !NAME! = WORD, WORD`);
      else sets.set(set[1]!, forms);
      continue;
    }
    const coded = content.includes("[");
    const insides = coded ? (content.match(/\[[^[\]]*\]/g) ?? []).map((bracket) => bracket.slice(1, -1).trim()) : [];
    const rest = coded ? content.replace(/\[[^[\]]*\]/g, " ").trim() : content;
    if (/[[\]]/.test(rest)) {
      report(number, "a bracket is not closed: write the code as [CODE]");
      if (draft && /^[[+]/.test(content)) draft.faulty = true;
      else {
        finish();
        draft = { line: number, names: [spaced(rest)], dated: [], plain: [], faulty: true };
      }
    } else if (content.startsWith("[")) {
      if (rest !== "") report(number, `“${rest}” stands after a code: write a # before a remark`);
      if (draft === null) report(number, "a code stands without a name: write the name on a line above it");
      else addCodes(draft, insides, number);
    } else if (insides.some((inside) => inside.includes("~"))) {
      finish();
      const nouns = agentsOf(rest, insides[0]!, number);
      if (typeof nouns === "string") report(number, nouns);
      else for (const noun of nouns) agents.push(noun);
    } else if (content.startsWith("+")) {
      const name = spaced(rest.slice(1));
      if (draft === null) report(number, "another name stands without a first one: write the first name above it, without the +");
      else if (name === "") report(number, "a + stands without a name: write the name after it");
      else {
        draft.names.push(name);
        addCodes(draft, insides, number);
      }
    } else if (line.startsWith("\t")) {
      report(number, `“${rest}” has a tab before it and no code: begin a name at the start of its line, or write [CODE]`);
    } else {
      finish();
      const name = spaced(rest);
      draft = { line: number, names: [name], dated: [], plain: [], faulty: name === "" };
      if (name === "") report(number, "holds no name: write one, or leave the line out");
      addCodes(draft, insides, number);
    }
  }
  finish();
  if (unknown.size > 0) {
    const named = [...unknown].map(([part, line]) => `${part} (line ${line})`);
    const more = named.length > 40 ? ` and ${named.length - 40} more` : "";
    report(
      null,
      `some parts of codes are in no table and were left out, the rest of their codes counts: check that these are meant: ${named.slice(0, 40).join(", ")}${more}`,
    );
  }
  return { records: records.filter(({ names }) => names.some((name) => name !== "")), agents };
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
