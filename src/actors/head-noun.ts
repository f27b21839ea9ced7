// The words of a noun phrase → the known noun at its head ("foreign minister"), with country, sector and number. Pure.
import { hull, slice } from "../span.ts";
import type { Entity } from "../tag/types.ts";
import type { Context } from "./context.ts";
import { FORMER, NUMBER, OPEN, OWNED } from "./determiners.ts";
import type { Agent, Dictionary } from "./dictionary.ts";
import { owner } from "./owner.ts";
import { plainReading, type Reading } from "./reading.ts";
import { headAt, type Word } from "./words.ts";

const OFFICIAL = new Set(["GOV", "LEG", "JUD", "MIL", "SPY", "COP"]);
export const AT_HOME = new Set(["GOV", "MIL", "COP", "JUD", "LEG", "OPP", "SPY"]);

/** The head-noun rule: the longest known noun that ends at the head, or that starts in the core and runs over its end ("minister of foreign affairs"). */
export function agentAt(dictionary: Dictionary, words: readonly Word[], head: number): { agent: Agent; from: number; to: number } | null {
  const phrase = (from: number, to: number): string =>
    words
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(" ")
      .replace(/ ?- ?/g, "-")
      .replace(/ '/g, "'");
  for (let from = Math.max(0, head - 4); from <= head; from++)
    for (let to = Math.min(words.length, head + 6); to > head; to--) {
      const key = phrase(from, to);
      const agent = dictionary.agents.get(key) ?? dictionary.agents.get(key.replaceAll("-", " "));
      if (agent) return { agent, from, to };
    }
  return null;
}

/** Where a noun phrase stands. */
export interface Around {
  readonly dictionary: Dictionary;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly context: Context;
}

/** What a noun phrase tells. @param determined what stands before it, in lower case @param near the country of the place that its sentence names @param shown as the record shows it, where other than it is written */
export function nominal(
  { dictionary, text, entities, context }: Around,
  words: readonly Word[],
  determined: readonly string[],
  near: string | null = null,
  shown: string | null = null,
): Reading {
  const head = headAt(words);
  const found = agentAt(dictionary, words, head);
  const from = found?.from ?? head;
  const to = found?.to ?? head + 1;
  const before = words.slice(0, from);
  const source = owner(dictionary, text, words, from, to, entities, context);
  const agent = found?.agent ?? null;
  const plural =
    agent?.plural ||
    determined.some((word) => NUMBER.test(word)) ||
    before.some(({ lower }, at) => NUMBER.test(lower) && !aged(before[at + 1]));
  const { sector, other_sectors, office } = sectorOf(dictionary, words, before, to, agent, source);
  const written = slice(text, hull(words));
  // Two presidents are hardly one country's.
  const leaders = plural && agent?.form === "leader" && !context.domestic;
  const open =
    source?.several === true ||
    // Who visits is of another country.
    (source === null && before.some(({ lower }) => lower === "visiting")) ||
    (source === null && (leaders || OPEN.test(determined.length > 0 ? `${determined.join(" ")} ${written}` : written)));
  // "In Lyon, police …": where it happens tells whose they are.
  const owned = source?.code ?? (agent && source === null && !open ? near : null);
  const home =
    agent && owned === null && source === null && !open && context.home !== null && !determined.some((word) => OWNED.test(word))
      ? (AT_HOME.has(sector ?? "") && sector !== "MIL" && (agent.form !== "people" || office)) ||
        (context.domestic && sector !== "REF" && sector !== "JRN")
      : false;
  const definite =
    !plural && (determined.includes("the") || determined.length === 0 || source !== null) && !determined.some((word) => NEW.test(word));
  return {
    ...plainReading(shown ?? written, "nominal", plural ? "group" : agent?.form === "body" ? "organisation" : "unnamed"),
    code: owned ?? (home ? context.home : null),
    sector,
    other_sectors,
    entry: agent?.form === "body" && GOVERNMENT.test(agent.noun) ? (source?.country ?? null) : null,
    noun: agent?.noun ?? null,
    agent,
    country: source?.country ?? null,
    definite,
    plural,
    assumed: home,
    bare: source === null,
    open,
  };
}

/** The sector of a noun by itself, its owner and the nouns before it. */
function sectorOf(
  dictionary: Dictionary,
  words: readonly Word[],
  before: readonly Word[],
  to: number,
  agent: Agent | null,
  source: ReturnType<typeof owner>,
): { sector: string | null; other_sectors: readonly string[]; office: boolean } {
  let office = false;
  let sector = agent?.sector ?? null;
  let other_sectors: readonly string[] = [];
  // The president of a bank is no head of state.
  if (agent && source && (agent.inherits || agent.form === "leader") && source.body) {
    ({ sector, other_sectors } = source.body);
    sector ??= agent.sector === "GOV" ? null : agent.sector;
  } else if (agent && source?.body && (agent.sector === "UAF" || agent.form === "body") && source.body.sector === "REB") sector = "REB";
  else if (agent?.inherits || agent?.sector === "UAF") {
    // "army spokesman", "party official", "separatist fighters": the noun before the noun.
    for (let at = before.length - 1; at >= 0; at--) {
      const modifier = agentAt(dictionary, words.slice(0, at + 1), at);
      if (!modifier || modifier.agent.inherits) continue;
      sector = modifier.agent.sector;
      office = modifier.agent.form === "body";
      break;
    }
  }
  if (sector && OFFICIAL.has(sector) && words.slice(0, to).some(({ lower }) => FORMER.test(lower))) sector = "ELI";
  if (sector !== null && sector !== "OPP" && before.some(({ lower }) => lower === "opposition")) other_sectors = [...other_sectors, "OPP"];
  return { sector, other_sectors, office };
}

const GOVERNMENT = /^(?:(?:federal |central |national )?government|regime|administration)$/;

/** "An Iraqi official" is none of those before. */
const NEW = /^(?:an?|another)$/;

/** "40-year-old" counts nobody. */
const aged = (next: Word | undefined): boolean => /^(?:-|year)/.test(next?.lower ?? "");
