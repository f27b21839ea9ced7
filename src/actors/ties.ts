// How a mention came to its actor, where src/actors/join.ts has no row for it: the reasons that `readout why` gives.

export interface Tie {
  /** "join.office". */
  readonly rule: string;
  /** One line. */
  readonly why: string;
}

export const TIES = {
  new: { rule: "join.new", why: "nobody before it fits" },
  bearer: { rule: "join.bearer", why: "the name of who holds the office stands beside it" },
  holder: { rule: "join.holder", why: "an office by itself, of one who is known to hold it" },
  land: { rule: "join.land", why: "the name of a place, meant for the country that rules it" },
  namesake: { rule: "join.namesake", why: "of a family name that many share, the bearer who was named nearest" },
  later: { rule: "join.later", why: "a later line names the one person who holds this office" },
  pair: { rule: "join.pair", why: "two who are one subject, whom “they” speaks of" },
  ours: { rule: "join.ours", why: "“we” of nobody who is quoted: the article's own country" },
  speaks: { rule: "join.speaks-on", why: "who spoke last goes on speaking" },
  quoted: { rule: "join.quoted", why: "“we” in a quotation: whoever says it" },
  aside: { rule: "join.aside", why: "an aside's “it”: the body that the clause around it is about" },
  antecedent: { rule: "join.antecedent", why: "the nearest whom the pronoun fits, subjects first" },
  named: { rule: "join.named", why: "the article names the country here" },
} as const satisfies Readonly<Record<string, Tie>>;
