// ReadoutRecord → its events as lines for tools that read GDELT's or PETRARCH's: tabs, actors by code, CAMEO root codes. docs/cameo.md tells the columns and the map.
import type { Actor } from "../actors/types.ts";
import type { EventType } from "../codebook.ts";
import type { Event } from "../events/types.ts";
import { slice } from "../span.ts";
import type { ReadoutRecord } from "./types.ts";
import { dateOf } from "./when.ts";
import { tidy } from "./words.ts";

/** CAMEO's own mark for no code, no actor. */
const NONE = "---";

/** One line an event; "" where there are none. */
export const writeCameo = (record: ReadoutRecord): string =>
  record.events.map((event) => `${cells(event, record).map(tidy).join("\t")}\n`).join("");

function cells(event: Event, { document, actors, sentences }: ReadoutRecord): string[] {
  const byId = (id: string | null) => actors.find((actor) => actor.id === id);
  const codes = (role: "actor" | "recipient") => [...new Set(event[role].map(({ actor }) => codeOf(byId(actor))))].join(";") || NONE;
  const { said_by } = event;
  return [
    dayOf(dateOf(event, document)?.iso ?? ""),
    codes("actor"),
    codes("recipient"),
    rootOf(
      event,
      event.actor.map(({ actor }) => byId(actor)),
    ),
    event.type,
    [...event.modes, ...event.auxiliary].join(";"),
    String(event.quad),
    // As `readout parse` numbers sentences.
    `${document.id}-${event.sentence + 1}`,
    slice(document.text, sentences[event.sentence]!),
    said_by ? (byId(said_by.actor)?.name ?? slice(document.text, said_by)) : "",
  ];
}

/** First day of a date or a range as YYYYMMDD; "" where there is none. */
function dayOf(iso: string): string {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso) ?? [];
  return year === undefined ? "" : year + month + day;
}

/** PLOVER's sectors in CAMEO's letters, where they differ: MED is media there, and health HLH. */
const ROLES: Readonly<Record<string, string>> = { JRN: "MED", MED: "HLH", PRM: "MIL", UNK: "UAF", SOC: "CVL", PRE: "UNR" };
const CODES: Readonly<Record<string, string>> = { UNO: "IGOUNO", EUR: "IGOEUREEC", ISM: "NGM", XKX: "KSV" };

/** "RUSGOV"; a country as a whole is "RUS". */
function codeOf(actor: Actor | undefined): string {
  if (!actor) return NONE;
  const code = actor.code === null ? NONE : (CODES[actor.code] ?? actor.code);
  if (actor.kind === "country") return code;
  const own = actor.code === "IMG" ? "REB" : actor.code === "MNC" ? "BUS" : null;
  const roles = [actor.sector, ...actor.other_sectors].filter((sector) => sector !== null && sector !== own && sector !== actor.code);
  return code + [...new Set(roles.map((sector) => ROLES[sector!] ?? sector!))].join("");
}

const ROOTS: Readonly<Record<Exclude<EventType, "ACCUSE" | "ASSAULT">, string>> = {
  AGREE: "03",
  CONSULT: "04",
  SUPPORT: "05",
  COOPERATE: "06",
  AID: "07",
  CONCEDE: "08",
  RETREAT: "08",
  REQUEST: "10",
  REJECT: "12",
  THREATEN: "13",
  PROTEST: "14",
  MOBILIZE: "15",
  SANCTION: "16",
  COERCE: "17",
};

// By the lines of the published map that lead to ASSAULT: 193–195 fight with weapons, 181–186 and 175 without an army's, 20x mass violence.
const ASSAULTS: Readonly<Record<string, string>> = {
  unconventional: "20",
  firearms: "19",
  "heavy-weapons": "19",
  aerial: "19",
  drone: "19",
  abduct: "18",
  beat: "18",
  torture: "18",
  sexual: "18",
  targeted: "18",
  destroy: "18",
  primitive: "18",
  explosives: "18",
  "suicide-attack": "18",
  "crowd-control": "18",
};

const ARMED = new Set(["MIL", "REB", "PRM", "UAF", "GOV"]);

/** Two digits; "---" for what the text says did not happen, or not yet: CAMEO has no word for that. */
function rootOf({ type, modes, auxiliary, actor, recipient }: Event, doers: readonly (Actor | undefined)[]): string {
  if (auxiliary.some((one) => one !== "historical")) return NONE;
  if (type === "ACCUSE") return modes.includes("investigate") ? "09" : "11";
  if (type !== "ASSAULT") return ROOTS[type];
  const roots = modes.flatMap((mode) => ASSAULTS[mode] ?? []);
  if (roots.includes("20")) return "20";
  // A fight of two sides has no recipient.
  if (recipient.length === 0 && new Set(actor.map((one) => one.actor)).size > 1) return "19";
  // No mode: 190 is force by those who have an army, 180 violence by others.
  return roots[0] ?? (doers.some((doer) => doer && (doer.kind === "country" || ARMED.has(doer.sector ?? ""))) ? "19" : "18");
}
