// A user's dictionary as CSV (name, code, sector, from, to, aliases, office, kind) → records; malformed rows are reported with their line and left out. Pure.
import { isCode, isSector, ploverOf } from "./cameo-codes.ts";
import type { Stage } from "./dictionary.ts";
import type { OwnRecord, Report } from "./own-types.ts";
import type { ActorKind } from "./types.ts";

const COLUMNS = ["name", "code", "sector", "from", "to", "aliases", "office", "kind"] as const;
type Column = (typeof COLUMNS)[number];
const KINDS: readonly string[] = ["person", "country", "organisation", "group"];

/** The separator of a header that names at least `name` and `code`, or null: what else begins so is no dictionary of actors. */
export function csvSeparator(text: string): string | null {
  const head = firstLine(text);
  for (const separator of [",", ";", "\t"]) {
    const names = head.split(separator).map(columnOf);
    if (names.includes("name") && names.includes("code")) return separator;
  }
  return null;
}

const firstLine = (text: string): string => /^\ufeff?\s*([^\r\n]*)/.exec(text)![1]!;
const columnOf = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim()
    .toLowerCase();

/** Rows of one name and kind are stages of one actor, the first that holds on a day counts. */
export function readOwnCsv(text: string, separator: string, report: Report): OwnRecord[] {
  const records = new Map<string, { names: string[]; kind: ActorKind | null; stages: Stage[] }>();
  let columns: string[] | null = null;
  for (const { cells, line, open } of rowsOf(text, separator)) {
    if (open) {
      report(line, "a quotation mark is not closed, and all after it is left out: close it, or double it inside a cell");
      continue;
    }
    if (columns === null) {
      columns = cells.map(columnOf);
      const odd = columns.filter((name) => name !== "" && !(COLUMNS as readonly string[]).includes(name));
      if (odd.length > 0) report(line, `has unknown columns, ${odd.join(", ")}: they are left out; known are ${COLUMNS.join(", ")}`);
      continue;
    }
    const order = columns;
    const cell = (name: Column): string => {
      const at = order.indexOf(name);
      return at < 0 ? "" : (cells[at] ?? "").trim();
    };
    const name = cell("name");
    const read = stageOf(cell);
    if (typeof read === "string") {
      report(line, read);
      continue;
    }
    const kind = (cell("kind").toLowerCase() || null) as ActorKind | null;
    const key = `${name}\n${kind}`;
    const record = records.get(key) ?? { names: [name], kind, stages: [] };
    records.set(key, record);
    for (const alias of cell("aliases").split("|")) if (alias.trim() !== "") record.names.push(alias.trim());
    record.stages.push(read);
  }
  return [...records.values()].map(({ names, kind, stages }) => ({
    names: [...new Set(names)],
    kind: kind ?? (stages.some(({ office }) => office !== null) ? "person" : null),
    stages: [...stages.filter(isDated), ...stages.filter((stage) => !isDated(stage))],
  }));
}

const isDated = ({ from, to }: Stage): boolean => from !== "" || to !== "";

function stageOf(cell: (name: Column) => string): Stage | string {
  if (cell("name") === "") return "has no name: fill the column name";
  if (Object.values(COLUMNS).some((name) => cell(name).includes("\ufffd")))
    return "holds letters that are not UTF-8: save the file as UTF-8";
  const written = cell("code").toUpperCase();
  if (!/^(?:---|[A-Z\d]{3,})?$/.test(written)) return `“${written}” is no code: write one as in UKR, IGO or USAGOV, or leave it empty`;
  const told = written === "---" || written === "" ? null : ploverOf(written);
  if (told && told.unknown.length > 0 && told.code === null && !isCode(written))
    return `“${written}” is no code: write ISO 3166-1 alpha-3, one of IGO UNO EUR NGO ISM IMG MNC, or a CAMEO code as in USAGOV`;
  const [sector = told?.sector ?? null, ...others] = cell("sector")
    .split(/[\s|,;]+/)
    .filter(Boolean)
    .map((part) => part.toUpperCase());
  for (const part of sector === null ? others : [sector, ...others])
    if (!isSector(part)) return `“${part}” is no sector: write one of PLOVER's, as in GOV, MIL or REB`;
  if (told === null && sector === null && written === "")
    return "has neither code nor sector: fill one of the columns code and sector, or write --- for nobody";
  const [from, to] = [cell("from"), cell("to")];
  for (const date of [from, to]) if (!isDate(date)) return `“${date}” is no date: write it as 2024, 2024-05 or 2024-05-31`;
  if (from !== "" && to !== "" && from.slice(0, to.length) > to) return `ends (${to}) before it begins (${from}): swap the dates`;
  const kind = cell("kind").toLowerCase();
  if (kind !== "" && !KINDS.includes(kind)) return `“${kind}” is no kind: write ${KINDS.join(", ")}, or leave it empty`;
  return {
    code: told?.code ?? null,
    sector,
    other_sectors: others.length > 0 || cell("sector") !== "" ? others : (told?.other_sectors ?? []),
    office: cell("office") || null,
    from,
    to,
  };
}

function isDate(text: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return text === "";
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** RFC 4180, any end of line; a row's line is the one that it starts on. Empty rows and those that start with # are left out. */
function* rowsOf(text: string, separator: string): Generator<{ cells: string[]; line: number; open: boolean }> {
  let line = 1;
  let began = 1;
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/^\ufeff/, "");
  for (let at = 0; at <= source.length; at++) {
    const letter = source[at];
    if (quoted && letter !== undefined) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') cell += source[++at];
      else quoted = false;
      if (letter === "\n") line++;
    } else if (letter === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (letter === separator) {
      cells.push(cell);
      cell = "";
    } else if (letter === undefined || letter === "\n" || letter === "\r") {
      if (letter === "\r" && source[at + 1] === "\n") at++;
      cells.push(cell);
      if (cells.some((part) => part.trim() !== "") && !cells[0]!.startsWith("#")) yield { cells, line: began, open: quoted };
      line++;
      began = line;
      cells = [];
      cell = "";
    } else cell += letter;
  }
}
