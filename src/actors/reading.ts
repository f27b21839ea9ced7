// What one mention's own words tell of whom it speaks: the type that the readers of mentions give and that joining takes. Knows nothing of other mentions.
import type { Agent, Entry } from "./dictionary.ts";
import type { ActorKind, Code, MentionForm } from "./types.ts";

export interface Reading extends Code {
  readonly form: MentionForm;
  readonly kind: ActorKind;
  readonly name: string;
  readonly office: string | null;
  readonly entry: Entry | null;
  /** The noun that heads it ("foreign minister"), for nominals and titles. */
  readonly noun: string | null;
  readonly agent: Agent | null;
  /** The country that the words beside the noun name as its own ("Ghanaian", "Ghana's"), and no body of it. */
  readonly country: Entry | null;
  /** True for "the president", "Turkey's leader": may point back to a person named before. */
  readonly definite: boolean;
  readonly plural: boolean;
  /** True where `code` is the article's country, not the mention's own. */
  readonly assumed: boolean;
  /** True where only the whole article could tell the country. */
  readonly bare: boolean;
  /** True for those who are of no one country ("both sides", "world leaders"): theirs is not to be assumed. */
  readonly open: boolean;
  /** True for what is nobody ("the investigation"): no pronoun or name speaks of it. */
  readonly thing: boolean;
}

/** Of whom nothing is told but how it is written: what a reading without name and noun starts from. */
export const plainReading = (name: string, form: MentionForm, kind: ActorKind): Reading => ({
  form,
  kind,
  name,
  code: null,
  sector: null,
  other_sectors: [],
  office: null,
  entry: null,
  noun: null,
  agent: null,
  country: null,
  definite: false,
  plural: kind === "group",
  assumed: false,
  bare: false,
  open: false,
  thing: false,
});
