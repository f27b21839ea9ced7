// The rules by which a word of the text tells a stand, a promise or how something is taken: rows that readout why names. What each looks at stands in the file that asks it.
import type { Rule } from "../rules/rule.ts";

const row = (name: string, why: string, fires: string, spares: string): Rule => ({ name, why, fires, spares });

export const STANDS = {
  taken: row(
    "stand.word",
    "a word that takes a stand by itself: “demanded”, “ready to”, “its refusal”",
    "France demanded that Mali release the prisoners.",
    "France said that Mali released the prisoners.",
  ),
  verdict: row(
    "stand.verdict",
    "what a speaker calls a matter: “is a nonstarter”, “is essential”",
    "The president of France said that ceding territory is a nonstarter.",
    "The president of France said that the territory is large.",
  ),
  sided: row(
    "stand.side",
    "who is for or against something, in so many words",
    "The unions are against the new tax.",
    "The union spoke about the new tax.",
  ),
  called: row(
    "stand.called",
    "what somebody calls a thing: “called the plan unacceptable”",
    "The president of France called the peace plan unacceptable.",
    "The president of France called the peace plan new.",
  ),
  refusal: row(
    "stand.will-not",
    "“will not”, “cannot”: what somebody will not do he refuses",
    "The president of France will not accept the peace plan.",
    "The president of France will travel to Mali.",
  ),
  terms: row(
    "stand.terms",
    "what somebody would do, on terms",
    "The president of France would sign the treaty if Russia withdraws its troops.",
    "The president of France signed the treaty.",
  ),
  will: row(
    "stand.said",
    "what a speaker says must be, will be or should be",
    "The minister of Togo said that the sanctions must end.",
    "The minister of Togo said that the sanctions had ended.",
  ),
  dropped: row(
    "stand.given-up",
    "a stand that is told as given up is not also one that is taken",
    "France gave up its demand for a truce.",
    "France repeated its demand for a withdrawal of the troops.",
  ),
  over: row(
    "stand.over",
    "what was held “originally”, and of which nothing takes the place, is told as no stand",
    "France initially refused to sign the treaty.",
    "France demands a withdrawal of the troops.",
  ),
} as const;

export const PROMISES_MADE = {
  given: row(
    "promise.given",
    "a verb of promise, or one that makes an agreement",
    "France promised to send troops to Mali.",
    "France sent troops to Mali.",
  ),
  between: row(
    "promise.between",
    "an agreement “between” parties",
    "France praised an agreement between Mali and Chad.",
    "France praised the talks between Mali and Chad.",
  ),
  under: row(
    "promise.under",
    "“under the agreement”: what an agreement binds its parties to",
    "Under the agreement, France will withdraw its troops from Mali.",
    "Under the president, France withdrew its troops from Mali.",
  ),
  said: row(
    "promise.said",
    "one's own “will” that assures what was asked for or feared",
    "“We will respect the rights of the minority,” the president of France said.",
    "“They respect the rights of the minority,” the president of France said.",
  ),
} as const;

export const TAKEN = {
  voiced: row(
    "reaction.noun",
    "a noun for how something is taken, and the verb that voices it: “drew criticism from”",
    "The raid drew criticism from France.",
    "The raid drew soldiers from France.",
  ),
  verb: row(
    "reaction.verb",
    "a verb or adjective by which its subject takes something well or badly",
    "France welcomed the release of the prisoners by Mali.",
    "France reported the release of the prisoners by Mali.",
  ),
  coded: row(
    "reaction.coded",
    "praise or blame that the model coded, of a deed that is named",
    "France hit out at Mali over the killing of villagers.",
    "France and Mali discussed the village.",
  ),
  judged: row(
    "reaction.judgement",
    "what a speaker calls a deed: “a crime”, “a breakthrough”",
    "“The attack was a crime,” the president of France said.",
    "“The attack was a test,” the president of France said.",
  ),
  contrary: row(
    "reaction.contrary",
    "“while critics called it …”: those who take the same thing the other way",
    "France welcomed the release of the prisoners, while critics called it a show.",
    "France welcomed the release of the prisoners.",
  ),
} as const;
