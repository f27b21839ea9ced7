// A place that the tagger takes for a party × its sentence → whether it only says where: "the Alaska talks", "a tour of Southeast Asia". Pure.
import { holds, overlaps, type Span, slice } from "../span.ts";
import type { TaggedSentence } from "../tag/types.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Reading } from "./reading.ts";

/** @param read what the words of `of` tell; a country is never just a place */
export function isVenue({ things, agents }: Dictionary, text: string, sentence: TaggedSentence, of: Span, read: Reading): boolean {
  if (read.entry?.kind === "country" || !sentence.entities.some((entity) => entity.kind === "LOC" && holds(entity, of))) return false;
  const { tokens, acts } = sentence;
  const head = tokens.find(({ start, end, deprel }) => deprel === "compound" && start >= of.start && end === of.end)?.head;
  const named = tokens[head ?? -1] ? slice(text, tokens[head!]!).toLowerCase() : "";
  if (things.has(named) && !agents.has(named)) return true;
  const told = acts.flatMap(({ type, arguments: all }) => all.flatMap((one) => (overlaps(one, of) ? [`${type} ${one.role}`] : [])));
  return read.code === null && told.length > 0 && told.every((one) => /^CONSULT (?:actor|place)$/.test(one));
}
