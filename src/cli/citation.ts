// How an export was made → CITATION.cff: who and what to cite, in the Citation File Format 1.2.0 that repositories of data read. Pure.
import type { Filters } from "../store/types.ts";

interface Made {
  readonly program: string;
  readonly coded_by: readonly string[];
  readonly command: string;
  readonly filters: Filters;
  readonly articles: {
    readonly count: number;
    readonly first_day: string | null;
    readonly last_day: string | null;
    readonly sha256: string;
    readonly corrections: number;
  };
  /** Of the export; null where it is not to be told, so that the bytes depend on the shelf alone. */
  readonly date: string | null;
}

/** JSON's strings are YAML's too. */
const quoted = (text: string): string => JSON.stringify(text);

export function citationOf({ program, coded_by, command, filters, articles, date }: Made): string {
  const { count, first_day, last_day, sha256, corrections } = articles;
  const range = first_day === null ? "" : `, ${first_day === last_day ? first_day : `${first_day} to ${last_day}`}`;
  const narrowed = Object.entries(filters).map(([name, value]) => `${name} ${value}`);
  const abstract = [
    `PLOVER events, statements and positions from ${count} news ${count === 1 ? "article" : "articles"}${range}.`,
    `Coded by ${coded_by.join(", ") || program}; ${corrections} ${corrections === 1 ? "correction" : "corrections"} by hand on the shelf.`,
    narrowed.length > 0 ? `Filters: ${narrowed.join(", ")}.` : "No filters.",
    `Made by: ${command}.`,
    `SHA-256 of the articles' own, sorted: ${sha256}.`,
  ].join(" ");
  return `# Put your own names and title here before you publish the data set.
cff-version: 1.2.0
message: ${quoted("If you use this data set, cite it as below.")}
type: dataset
title: ${quoted(`Events coded from ${count} news ${count === 1 ? "article" : "articles"}${range}`)}
authors:
  - name: ${quoted("The users of Readout who gathered the articles")}
${date === null ? "" : `date-released: ${date}\n`}abstract: ${quoted(abstract)}
keywords:
  - event data
  - PLOVER
references:
  - type: software
    title: Readout
    authors:
      - name: ${quoted("The authors of Readout")}
    version: ${quoted(program.replace(/^readout /, ""))}
    notes: ${quoted(`articles coded by ${coded_by.join(", ") || "none"}`)}
`;
}
