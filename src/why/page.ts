// Why → a page of text: what the model scored, what each rule did and for what reason, and where each country comes from. Every line cites its words.
import type { Country, Part, Ruled, Trigger, Why } from "./types.ts";

/** Ends in a line feed. @param given what an id names */
export const writeWhy = (given: readonly Why[]): string => `${given.map(pageOf).join("\n\n")}\n`;

export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

const percent = (confidence: number): string => confidence.toFixed(3);

/** What is told beneath the line itself; sections that hold something, and the rules. */
export const sectionsOf = ({ triggers, voices, parts, rules, countries, evidence }: Why): Section[] =>
  [
    {
      title: "The model",
      lines: [
        ...triggers.map(triggerLine),
        ...(voices.length > 0 ? [voices.map(({ voice, confidence }) => `${voice} ${percent(confidence)}`).join(" · ")] : []),
      ],
    },
    { title: "Who takes part", lines: parts.flatMap(partLines) },
    { title: "Rules", lines: rules.length > 0 ? rules.map(ruleLine) : ["none changed it"] },
    { title: "Countries", lines: countries.map(countryLine) },
    { title: "Rests on, or beside it", lines: evidence.length > 0 ? [evidence.join(" ")] : [] },
  ].filter(({ lines }) => lines.length > 0);

const pageOf = (why: Why): string =>
  [
    `${why.id}  ${why.line}`,
    `    “${why.at.words}” ${why.at.place}`,
    ...sectionsOf(why).flatMap(({ title, lines }) => ["", title.toUpperCase(), ...lines.map((one) => `  ${one}`)]),
  ].join("\n");

const triggerLine = ({ words, place, types }: Trigger): string =>
  `“${words}” ${types.map(({ type, confidence }) => `${type} ${percent(confidence)}`).join(", then ")}${types[0]!.confidence < 0.5 ? " · below 0.5, so no act" : ""} ${place}`;

const partLines = ({ role, words, place, name, confidence, joined }: Part): string[] => [
  `${role} “${words}”${name && name !== words ? ` = ${name}` : ""}${confidence === null ? "" : ` ${percent(confidence)}`} ${place}`,
  ...(joined
    ? [`  ${joined.rule}: ${joined.why}${joined.before ? ` · before it “${joined.before.words}” ${joined.before.place}` : ""}`]
    : []),
];

const ruleLine = ({ rule, effect, why, what, place, words, about }: Ruled): string =>
  `${effect.padEnd(7)} ${rule}${about === "event" ? "" : ` (${about})`}: ${why}${what ? ` · ${what}` : ""} · “${words.slice(0, 60)}” ${place}`;

const countryLine = ({ name, code, from }: Country): string =>
  `${name}: ${code ?? "none"}${from ? ` · ${from.rule}: ${from.why} · ${from.what} ${from.place}` : ""}`;
