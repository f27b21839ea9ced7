// A dictionary name that a mention bears → what the entry is on the article's day, or a people of its country. Pure.
import type { Context } from "./context.ts";
import { type Claim, codeAt, type Entry } from "./dictionary.ts";
import { answersTo } from "./offices.ts";
import { plainReading, type Reading } from "./reading.ts";
import type { Code } from "./types.ts";

/** @param title what stands before the name, read on its own */
export function named(claim: Claim, context: Context, written: string, determined: readonly string[], title: Reading | null): Reading {
  const { entry, form } = claim;
  if ((form === "people" || form === "adjective") && entry.kind === "country" && !determined.includes("the"))
    return people(claim, context, written, form === "people");
  const told = titled(codeAt(entry, context.date), entry, title, context.date);
  const place = form === "city";
  const as = form === "capital" || form === "metonym" ? "metonym" : form === "people" || form === "adjective" ? "nominal" : "name";
  return {
    ...plainReading(place ? written : entry.name, as, place ? "unnamed" : entry.kind),
    plural: false,
    code: told.code,
    sector: place ? null : told.sector,
    other_sectors: told.other_sectors,
    office: told.office,
    entry: place ? null : entry,
    noun: title?.noun ?? null,
    agent: title?.agent ?? null,
  };
}

/** What `entry` is on the day, unless the text gives another office: titles are newer than dictionaries, and tell the day where the article does not. */
function titled(told: ReturnType<typeof codeAt>, entry: Entry, title: Reading | null, date: string | null): ReturnType<typeof codeAt> {
  if (entry.kind !== "person" || !title?.agent) return told;
  if (title.sector === "ELI")
    return date === null ? { ...told, sector: "ELI", other_sectors: [], office: title.name, current: false } : told;
  if (!/^(?:leader|office)$/.test(title.agent.form)) return told;
  // "Met President Diallo *in Paris*": where he was met makes him no president of France.
  const own = title.assumed || title.bare ? null : title.code;
  // A "Ukraine envoy" is not Ukraine's.
  const away = /envoy|representative|coordinator|ambassador|negotiator|rapporteur/.test(title.agent.noun);
  const undated = date === null && told.office !== null && !answersTo(title.agent.noun, told.office);
  if (told.current && !undated && (own === null || own === told.code || away)) return told;
  const code = own === null || away ? told.code : own;
  return { ...told, code, sector: title.sector, other_sectors: title.other_sectors, office: title.name, current: true };
}

/** "Palestinians", "a Russian": people of a country, not its government. */
export function people({ entry }: Claim, context: Context, written: string, plural: boolean): Reading {
  return {
    ...plainReading(written, "nominal", plural ? "group" : "unnamed"),
    ...codeOf(entry, context),
    sector: "CVL",
    noun: "people",
  };
}

export const codeOf = (entry: Entry, context: Context): Code => {
  const { code, sector, other_sectors } = codeAt(entry, context.date);
  return { code, sector, other_sectors };
};
