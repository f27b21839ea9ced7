// Event → its CAMEO code: the root that PLOVER's table leads back to, and below it what the modes tell. docs/cameo.md and docs/exports.md have the map.
import type { Actor } from "../actors/types.ts";
import type { EventType } from "../codebook.ts";
import type { Event } from "../events/types.ts";

export interface CameoCode {
  /** Three or four digits. */
  readonly code: string;
  /** Two digits. */
  readonly root: string;
  readonly label: string;
  /** Goldstein's scale in its CAMEO version, -10 to 10. */
  readonly goldstein: number;
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

/** Two digits; null for what the text says did not happen, or not yet: CAMEO has no word for that. */
export function cameoRootOf({ type, modes, auxiliary, actor, recipient }: Event, actors: readonly Actor[]): string | null {
  if (auxiliary.some((one) => one !== "historical")) return null;
  if (type === "ACCUSE") return modes.includes("investigate") ? "09" : "11";
  if (type !== "ASSAULT") return ROOTS[type];
  const roots = modes.flatMap((mode) => ASSAULTS[mode] ?? []);
  if (roots.includes("20")) return "20";
  // A fight of two sides has no recipient.
  if (recipient.length === 0 && new Set(actor.map((one) => one.actor)).size > 1) return "19";
  const doers = actors.filter(({ id }) => actor.some((one) => one.actor === id));
  // No mode: 190 is force by those who have an army, 180 violence by others.
  return roots[0] ?? (doers.some((doer) => doer.kind === "country" || ARMED.has(doer.sector ?? "")) ? "19" : "18");
}

/** Modes whose meaning a CAMEO code has; other modes of a type stay at its root. */
const BELOW: Readonly<Partial<Record<EventType, Readonly<Record<string, string>>>>> = {
  CONSULT: { visit: "042", "third-party": "044", phone: "041" },
  RETREAT: { withdraw: "087", release: "0841", disarm: "0873", ceasefire: "0871", access: "086", resign: "0831" },
  REQUEST: { assist: "101", change: "104", yield: "105", meet: "106" },
  ACCUSE: { disapprove: "111", investigate: "090", allege: "112" },
  REJECT: { assist: "121", change: "123", yield: "124", meet: "125" },
  THREATEN: { restrict: "1312", arrest: "132", relations: "1313", expel: "136", territory: "1382", violence: "138" },
  PROTEST: { demo: "141", riot: "145", strike: "143", hunger: "142", boycott: "143", obstruct: "144", vandalize: "145" },
  SANCTION: { expel: "166", withdraw: "161", discontinue: "162" },
  MOBILIZE: { troops: "154", police: "153" },
  COERCE: {
    seize: "171",
    restrict: "172",
    censor: "1721",
    curfew: "1723",
    "martial-law": "1724",
    arrest: "173",
    deport: "174",
    withhold: "172",
  },
  ASSAULT: {
    abduct: "181",
    beat: "182",
    torture: "1822",
    sexual: "1821",
    targeted: "186",
    explosives: "183",
    "suicide-attack": "1831",
    firearms: "193",
    aerial: "195",
    drone: "1952",
    "heavy-weapons": "194",
    unconventional: "204",
  },
};

/** The code of the first mode that has one below the root, else the root's own. */
export function cameoOf(event: Event, actors: readonly Actor[]): CameoCode | null {
  const root = cameoRootOf(event, actors);
  if (root === null) return null;
  const below = event.modes.flatMap((mode) => BELOW[event.type]?.[mode] ?? []).find((code) => code.startsWith(root));
  const code = below ?? `${root}0`;
  const [label, goldstein] = CODES[code]!;
  return { code, root, label, goldstein };
}

/** CAMEO's names of the codes, with Goldstein's values as GDELT has them. */
const CODES: Readonly<Record<string, readonly [label: string, goldstein: number]>> = {
  "030": ["Express intent to cooperate", 4],
  "040": ["Consult", 1],
  "041": ["Discuss by telephone", 1],
  "042": ["Make a visit", 1.9],
  "044": ["Meet at a 'third' location", 2.5],
  "050": ["Engage in diplomatic cooperation", 3.5],
  "060": ["Engage in material cooperation", 6],
  "070": ["Provide aid", 7],
  "080": ["Yield", 5],
  "0831": ["Accede to demands for change in leadership", 5],
  "0841": ["Return, release person(s)", 7],
  "086": ["Allow international involvement", 9],
  "087": ["De-escalate military engagement", 9],
  "0871": ["Declare truce, ceasefire", 9],
  "0873": ["Demobilize armed forces", 9],
  "090": ["Investigate", -2],
  "100": ["Demand", -5],
  "101": ["Demand material cooperation", -5],
  "104": ["Demand political reform", -5],
  "105": ["Demand that target yields", -5],
  "106": ["Demand meeting, negotiation", -5],
  "110": ["Disapprove", -2],
  "111": ["Criticize or denounce", -2],
  "112": ["Accuse", -2],
  "120": ["Reject", -4],
  "121": ["Reject material cooperation", -4],
  "123": ["Reject request or demand for political reform", -4],
  "124": ["Decline to yield", -5],
  "125": ["Reject proposal to meet, discuss, negotiate", -5],
  "130": ["Threaten", -4.4],
  "1312": ["Threaten to boycott, embargo, or sanction", -5.8],
  "1313": ["Threaten to reduce or break relations", -5.8],
  "132": ["Threaten with administrative sanctions", -5.8],
  "136": ["Threaten to halt (expel or withdraw) international involvement (non-mediation)", -7],
  "138": ["Threaten with military force", -7],
  "1382": ["Threaten occupation", -7],
  "140": ["Engage in political dissent", -6.5],
  "141": ["Demonstrate or rally", -6.5],
  "142": ["Conduct hunger strike", -6.5],
  "143": ["Conduct strike or boycott", -6.5],
  "144": ["Obstruct passage, block", -7.5],
  "145": ["Protest violently, riot", -7.5],
  "150": ["Demonstrate military or police power", -7.2],
  "153": ["Mobilize or increase police power", -7.2],
  "154": ["Mobilize or increase armed forces", -7.2],
  "160": ["Reduce relations", -4],
  "161": ["Reduce or break diplomatic relations", -4],
  "162": ["Reduce or stop aid", -5.6],
  "166": ["Expel or withdraw", -8],
  "170": ["Coerce", -7],
  "171": ["Seize or damage property", -9.2],
  "172": ["Impose administrative sanctions", -5],
  "1721": ["Impose restrictions on freedoms of speech and expression", -5],
  "1723": ["Impose curfew", -5],
  "1724": ["Impose state of emergency or martial law", -5],
  "173": ["Arrest, detain, or charge with legal action", -5],
  "174": ["Expel or deport individuals", -5],
  "180": ["Use unconventional violence", -9],
  "181": ["Abduct, hijack", -9],
  "182": ["Physically assault", -9.5],
  "1821": ["Sexually assault", -9],
  "1822": ["Torture", -9],
  "183": ["Conduct suicide, car, or other non-military bombing", -10],
  "1831": ["Carry out suicide bombing", -10],
  "186": ["Assassinate", -10],
  "190": ["Use conventional military force", -10],
  "193": ["Fight with small arms and light weapons", -10],
  "194": ["Fight with artillery and tanks", -10],
  "195": ["Employ aerial weapons", -10],
  "1952": ["Employ remotely piloted aerial munitions", -10],
  "200": ["Use unconventional mass violence", -10],
  "204": ["Use weapons of mass destruction", -10],
};
