// A row of the shelf → one line for an assistant: what it tells, the quoted words, and where they stand.
import type { Value } from "../store/types.ts";

export type Cited = Readonly<Record<string, Value>>;

/** As `2025-08-15 REJECT: Ukraine → Russia, according to … “…” [talks s12, 1048–1108, https://…]`; sentences are counted from 1, as on the page. */
export function lineOf(question: string, row: Cited): string {
  const tell = tellings[question] ?? (() => "");
  const words = quoted(row.words);
  const source = [row.outlet, row.published].filter(Boolean).join(", ");
  const place = [
    `${row.document}${typeof row.sentence === "number" ? ` s${row.sentence + 1}` : ""}`,
    ...(row.start === null ? [] : [`${row.start}–${row.end}`]),
    ...(source === "" ? [] : [source]),
    ...(row.url === null || row.url === row.document ? [] : [String(row.url)]),
  ];
  return tidy([row.day, tell(row), words, `[${place.join(", ")}]`].filter(Boolean).join(" "));
}

const eventIn = (row: Cited): string => {
  const what = [row.type, listed(row.modes), listed(row.auxiliary) && `(${listed(row.auxiliary)})`].filter(Boolean).join(" ");
  const target = listed(row.target);
  return `${what}: ${listed(row.source) || "?"}${target && ` → ${target}`}`;
};

const tellings: Readonly<Record<string, (row: Cited) => string>> = {
  events: (row) => eventIn(row) + saidBy(row),
  timeline: (row) => eventIn(row) + saidBy(row),
  gathered: (row) => {
    const differ = listed(row.differ);
    const said = listed(row.said_by);
    return `${eventIn(row)}${said && `, according to ${said}`}, told by ${row.independent_outlets} independent${differ && `, otherwise in ${differ}`}:`;
  },
  contradictions: (row) =>
    `${row.kind}${row.actor === null ? "" : ` by ${row.actor}`}: “${row.value}”${saidBy(row)} against “${row.other_value}” in ${row.other_document} (${quoted(row.other_words)}):`,
  statements: (row) => `${row.speaker ?? "somebody"} ${row.cue ?? "says"}: ${quoted(row.content)} in`,
  positions: (row) => {
    const shift = row.earlier_stance === null ? "" : `, before: ${row.earlier_stance} “${row.earlier_issue}”`;
    return `${row.actor ?? "somebody"} ${row.stance}: “${row.issue}”${shift}${saidBy(row)}`;
  },
  commitments: (row) => {
    const to = listed(row.to_whom);
    const doubts = Number(row.doubts) > 0 ? `, doubted (${row.doubts})` : "";
    return `${listed(row.by_whom) || "somebody"}${to && ` to ${to}`}: “${row.what}”, ${row.standing}${doubts}${saidBy(row)}`;
  },
};

const saidBy = ({ said_by }: Cited): string => (said_by === null ? "" : `, according to ${said_by}`);
const listed = (value: Value | undefined): string => (Array.isArray(value) ? value.join(", ") : `${value ?? ""}`);
const quoted = (value: Value | undefined): string => (value ? `“${value}”` : "");

// What an article says must not break the line, nor turn its direction.
const tidy = (text: string): string => text.replace(/[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
