// Names of offices → whether "the president" may speak of one who holds an office. Pure.
import { keyOf } from "./names.ts";

/** A class of office that the same words speak of in different ways, or the office itself in lower case. */
export function officeClass(office: string): string {
  const low = keyOf(office);
  if (/^former|^ex /.test(low)) return "former";
  const CLASSES: readonly (readonly [RegExp, string])[] = [
    [/vice president|deputy president/, "vice president"],
    [/deputy prime minister|vice premier/, "deputy prime minister"],
    [/deputy foreign minister/, "deputy foreign minister"],
    [/chancellor of the exchequer|finance minister|treasury secretary|minister of finance/, "finance minister"],
    [/cabinet secretary|^cs$/, "cabinet secretary"],
    [/^cm$|chief minister/, "chief minister"],
    [/prime minister|premier|chancellor|taoiseach|^pm$/, "prime minister"],
    [/spokes|press secretary/, "spokesman"],
    [
      /^fm$|foreign (?:affairs )?minister|foreign secretary|secretary of state|diplomat|minister (?:of|for) foreign affairs|external affairs minister|foreign policy chief/,
      "foreign minister",
    ],
    [/defen[cs]e (?:minister|secretary|chief)|secretary of (?:defen[cs]e|war)|minister of defen[cs]e/, "defence minister"],
    [/interior minister|home secretary|home minister/, "interior minister"],
    [/supreme leader/, "supreme leader"],
    [/crown prince/, "crown prince"],
    [/pope|pontiff/, "pope"],
    [/secretary.general/, "secretary-general"],
    [/envoy/, "envoy"],
    [/ambassador/, "ambassador"],
    [/president/, "president"],
    [/king|monarch|emir|sultan|queen/, "king"],
    [/mayor/, "mayor"],
    [/governor/, "governor"],
    [/negotiator/, "negotiator"],
    [/commander|army chief|general/, "general"],
    [/speaker/, "speaker"],
    [/senator/, "senator"],
    [/judge|justice/, "judge"],
    [/leader/, "leader"],
    [/minister/, "minister"],
    [/director|head|chief/, "chief"],
  ];
  return CLASSES.find(([pattern]) => pattern.test(low))?.[1] ?? low;
}

const LEADING = new Set(["president", "prime minister", "king", "supreme leader", "leader", "crown prince"]);

/** True where "the `noun`" may speak of one who holds `office`. */
export function answersTo(noun: string, office: string): boolean {
  if (/^secretary of state$/.test(noun)) return /secretary of state/i.test(office);
  const asked = officeClass(noun);
  const held = officeClass(office);
  if (asked === held) return true;
  if (asked === "leader") return LEADING.has(held);
  if (asked === "minister") return held.endsWith("minister");
  if (asked === "chief") return ["secretary-general", "general", "leader"].includes(held) || /chief|head|director/i.test(office);
  return false;
}
