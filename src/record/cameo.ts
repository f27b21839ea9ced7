// ReadoutRecord → its events as lines for tools that read GDELT's or PETRARCH's: tabs, actors by code, CAMEO root codes. docs/cameo.md tells the columns and the map.

import type { Actor } from "../actors/types.ts";
import type { Event } from "../events/types.ts";
import { byId } from "../kept.ts";
import { slice } from "../span.ts";
import { tidy } from "../tidy.ts";
import { cameoRootOf } from "./cameo-codes.ts";
import type { ReadoutRecord } from "./types.ts";
import { dateOf } from "./when.ts";

/** CAMEO's own mark for no code, no actor. */
const NONE = "---";

/** One line an event; "" where there are none. */
export const writeCameo = (record: ReadoutRecord): string =>
  record.events.map((event) => `${cells(event, record).map(tidy).join("\t")}\n`).join("");

function cells(event: Event, { document, actors, sentences }: ReadoutRecord): string[] {
  const actorOf = (id: string | null) => byId(actors, id);
  const codes = (role: "actor" | "recipient") => [...new Set(event[role].map(({ actor }) => codeOf(actorOf(actor))))].join(";") || NONE;
  const { said_by } = event;
  return [
    dayOf(dateOf(event, document)?.iso ?? ""),
    codes("actor"),
    codes("recipient"),
    cameoRootOf(event, actors) ?? NONE,
    event.type,
    [...event.modes, ...event.auxiliary].join(";"),
    String(event.quad),
    // As `readout parse` numbers sentences.
    `${document.id}-${event.sentence + 1}`,
    slice(document.text, sentences[event.sentence]!),
    said_by ? (actorOf(said_by.actor)?.name ?? slice(document.text, said_by)) : "",
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
  const { country, roles } = cameoActorOf(actor);
  return (country ?? NONE) + roles.join("");
}

/** The country or kind of organisation in CAMEO's letters, null where it is not known, and the roles; a country as a whole has none. */
export function cameoActorOf({ code, kind, sector, other_sectors }: Actor): { country: string | null; roles: string[] } {
  const country = code === null ? null : (CODES[code] ?? code);
  if (kind === "country") return { country, roles: [] };
  const own = code === "IMG" ? "REB" : code === "MNC" ? "BUS" : null;
  const roles = [sector, ...other_sectors].filter((each) => each !== null && each !== own && each !== code);
  return { country, roles: [...new Set(roles.map((each) => ROLES[each!] ?? each!))] };
}
