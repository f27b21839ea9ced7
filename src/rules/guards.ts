// What keeps an act from becoming an event, and what is changed when it becomes one: rows that events/code.ts asks. No behaviour.
import type { Rule } from "./rule.ts";

export const GUARDS = {
  wanted: {
    name: "event.content",
    why: "what is promised, asked for, refused or threatened is the content of that act, and no deed beside it",
    fires: "Togo agreed to let them attack Ghana.",
    spares: "Togo attacked Ghana.",
  },
  nobody: {
    name: "event.nobody",
    why: "an act of which the article names neither doer nor recipient is not told",
    fires: "Two cars were seized overnight.",
    spares: "Kenya seized two cars overnight.",
  },
  itHelped: {
    name: "event.helps-nobody",
    why: "help goes to somebody, and “it” or “them” is nobody that the article knows",
    fires: "And boy, did Lima feed them.",
    spares: "The farmer of Togo fed the refugees.",
  },
  unsure: {
    name: "event.unsure",
    why: "of events that the model is hardly sure of two in three were wrong",
    fires: "",
    spares: "Togo attacked Ghana.",
  },
  inTheirEyes: {
    name: "event.in-their-eyes",
    why: "that one does what others see him do is theirs to vouch for",
    fires: "They saw the president of Togo cozying up to Ghana.",
    spares: "A visit saw Togo and Ghana sign a deal.",
  },
  leftOpen: {
    name: "event.left-open",
    why: "who does not say how many, why or where takes the deed as known, and does not tell of it",
    fires: "The ministry of Togo did not say how many people were arrested.",
    spares: "The ministry of Togo said how many people were arrested.",
  },
  himself: {
    name: "event.him-not-himself",
    why: "“him” is somebody else than who does it: nobody does to himself what PLOVER codes",
    fires: "Lima said the mayor of Togo had accused him of theft.",
    spares: "Lima accused the mayor of Togo of theft.",
  },
  ownCountry: {
    name: "event.own-country",
    why: "what an official does against others he does not do against his own country as well",
    fires: "Togo's intelligence minister Kofi Diallo said Lomé had foiled subversive actions by the Ghanaian regime.",
    spares: "The minister of Togo accused Ghana and Mali of arming the rebels.",
  },
  wrongNo: {
    name: "event.no-of-another",
    why: "what came of a meeting is denied, not the meeting; a refusal in so many words is itself the refusal; who denies an accusation was accused",
    fires: "The summit between Togo and Ghana failed to bring a deal.",
    spares: "Togo did not meet Ghana.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
