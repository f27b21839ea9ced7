// Why → a page of text: what the model scored, what each rule did and for what reason, and where each country comes from. Every line cites its words.
import type { Country, Part, Ruled, Trigger, Why } from "./types.ts";

/** Ends in a line feed. @param given what an id names */
export const writeWhy = (given: readonly Why[]): string => `${given.map(pageOf).join("\n\n")}\n`;

const percent = (confidence: number): string => confidence.toFixed(3);

function pageOf({ id, line, at, triggers, voices, parts, rules, countries, evidence }: Why): string {
  const section = (title: string, lines: readonly string[], none = ""): string[] =>
    lines.length > 0 ? ["", title, ...lines.map((one) => `  ${one}`)] : none ? ["", title, `  ${none}`] : [];
  return [
    `${id}  ${line}`,
    `    “${at.words}” ${at.place}`,
    ...section("THE MODEL", [
      ...triggers.map(triggerLine),
      ...(voices.length > 0 ? [voices.map(({ voice, confidence }) => `${voice} ${percent(confidence)}`).join(" · ")] : []),
    ]),
    ...section("WHO TAKES PART", parts.map(partLine)),
    ...section("RULES", rules.map(ruleLine), "none changed it"),
    ...section("COUNTRIES", countries.map(countryLine)),
    ...section("RESTS ON, OR BESIDE IT", evidence.length > 0 ? [evidence.join(" ")] : []),
  ].join("\n");
}

const triggerLine = ({ words, place, types }: Trigger): string =>
  `“${words}” ${types.map(({ type, confidence }) => `${type} ${percent(confidence)}`).join(", then ")}${types[0]!.confidence < 0.5 ? " · below 0.5, so no act" : ""} ${place}`;

const partLine = ({ role, words, place, name, confidence }: Part): string =>
  `${role} “${words}”${name && name !== words ? ` = ${name}` : ""}${confidence === null ? "" : ` ${percent(confidence)}`} ${place}`;

const ruleLine = ({ rule, effect, why, what, place, words, about }: Ruled): string =>
  `${effect.padEnd(7)} ${rule}${about === "event" ? "" : ` (${about})`}: ${why}${what ? ` · ${what}` : ""} · “${words.slice(0, 60)}” ${place}`;

const countryLine = ({ name, code, from }: Country): string =>
  `${name}: ${code ?? "none"}${from ? ` · ${from.rule}: ${from.why} · ${from.what} ${from.place}` : ""}`;
