// The PLOVER 2.0 codebook as tables: types with quad and score, modes with scores, auxiliary modes, voices. Facts only, no behaviour but look-ups.

/** Types in the order of the model's output. Quads: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export const TYPES = {
  AGREE: { quad: 1, score: 2.5, modes: {} },
  CONSULT: { quad: 1, score: 2.5, modes: { visit: 4, "third-party": 1, multilateral: 4, phone: 1.5 } },
  SUPPORT: { quad: 1, score: 5, modes: {} },
  CONCEDE: { quad: 1, score: 4.5, modes: {} },
  COOPERATE: { quad: 2, score: 9.5, modes: {} },
  AID: { quad: 2, score: 10, modes: {} },
  RETREAT: { quad: 2, score: 6.5, modes: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 } },
  REQUEST: { quad: 3, score: 0, modes: { assist: 0.5, change: -1, yield: -1, meet: 0 } },
  // The manual prints ACCUSE as 3; its modes show that the minus sign was lost.
  ACCUSE: { quad: 3, score: -3, modes: { disapprove: -2, investigate: -3.5, allege: -3.5 } },
  REJECT: { quad: 3, score: -2, modes: { assist: -1.5, change: -2, yield: -2, meet: -2 } },
  THREATEN: { quad: 3, score: -3.5, modes: { restrict: -3, arrest: -3.5, relations: -3.5, expel: -3.5, territory: -4, violence: -3.5 } },
  PROTEST: { quad: 4, score: -5, modes: { demo: -5, riot: -7, strike: -5, hunger: -4.5, boycott: -4.5, obstruct: -4.5, vandalize: null } },
  // Quad 3 in the manual's quad table, 4 in its own section: we follow the section.
  SANCTION: { quad: 4, score: -6, modes: { convict: -6, expel: -5.5, withdraw: -6, discontinue: -6 } },
  MOBILIZE: { quad: 4, score: -5.5, modes: { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 } },
  COERCE: {
    quad: 4,
    score: -7,
    modes: {
      seize: -7,
      restrict: -7,
      censor: -6.5,
      curfew: -6.5,
      "martial-law": -7.5,
      arrest: -7,
      deport: -7,
      withhold: -7,
      misinformation: -6.5,
      cyber: -7,
    },
  },
  ASSAULT: {
    quad: 4,
    score: -9,
    modes: {
      abduct: -8.5,
      beat: -7.5,
      torture: -8.5,
      sexual: -8.5,
      targeted: -9.5,
      destroy: -8.5,
      primitive: -8,
      firearms: -9,
      explosives: -9,
      "suicide-attack": -9.5,
      aerial: -9.5,
      drone: -9.5,
      "heavy-weapons": -9.5,
      "crowd-control": -7.5,
      unconventional: -10,
    },
  },
} as const satisfies Record<string, { quad: 1 | 2 | 3 | 4; score: number; modes: Record<string, number | null> }>;

export type EventType = keyof typeof TYPES;
export const EVENT_TYPES = Object.keys(TYPES) as EventType[];

export const AUXILIARY = ["historical", "future", "hypothetical", "negation"] as const;
export type Auxiliary = (typeof AUXILIARY)[number];

/** How a reader is told of each auxiliary mode, on the page, in pictures and in the browser. */
export const AUXILIARY_WORDS = {
  historical: "earlier history",
  future: "planned",
  hypothetical: "conditional",
  negation: "not so",
} as const satisfies Record<Auxiliary, string>;

export const VOICES = ["reported", "attributed", "opinion", "anecdotal", "scene", "promotional", "furniture"] as const;
export type Voice = (typeof VOICES)[number];

/** Goldstein-like PLOVER score of a type and its first mode that has one. */
export function scoreOf(type: EventType, modes: readonly string[]): number {
  const scores: Record<string, number | null> = TYPES[type].modes;
  for (const mode of modes) if (typeof scores[mode] === "number") return scores[mode];
  return TYPES[type].score;
}

/** What PLOVER calls a deed of these types that is yet to come: "will meet" agrees, "will withdraw" concedes. The other types keep theirs, with the auxiliary mode `future`. */
export const YET_TO_COME: Readonly<Partial<Record<EventType, EventType>>> = {
  CONSULT: "AGREE",
  SUPPORT: "AGREE",
  COOPERATE: "AGREE",
  AID: "AGREE",
  RETREAT: "CONCEDE",
};

/** Subject matters of an event, in PLOVER's order. */
export const CONTEXTS = [
  ...["military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy"],
  ...["economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt"],
  ...["religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters"],
  ...["natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption"],
  ...["illegal_drugs", "trafficking"],
] as const;

/** How somebody stands on an issue. */
export const STANCES = ["demands", "offers", "accepts", "rejects", "supports", "opposes", "conditional", "undecided"] as const;
/** How somebody takes an event. */
export const TAKES = ["supports", "opposes", "mixed", "worried"] as const;
/** How firm a promise is. */
export const STANDINGS = ["stated", "claimed", "vague", "doubted", "broken", "historical"] as const;

/** What an event is told as, in the order of plainness: of events that tell the same, the plainest stands for all. */
export const REALITIES = ["fact", "past", "said", "future", "hypothetical", "denied", "opinion", "question", "heading"] as const;
export type Reality = (typeof REALITIES)[number];
