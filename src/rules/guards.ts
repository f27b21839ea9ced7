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
    fires: "A dozen cars were destroyed overnight.",
    spares: "Togo destroyed a dozen cars overnight.",
  },
  thingBlamed: {
    name: "event.blames-nobody",
    why: "accusations of which nobody is known to make them, against things, blame nobody",
    fires: "The vote ended in accusations over the process.",
    spares: "The vote ended in accusations against Togo.",
  },
  itHelped: {
    name: "event.helps-nobody",
    why: "help goes to somebody, and “it” is nobody that the article knows",
    fires: "The farmer of Togo fed it.",
    spares: "The farmer of Togo fed the refugees.",
  },
  evenOdds: {
    name: "event.below-even-odds",
    why: "of events less sure than one half hardly one in three was right",
    fires: "",
    spares: "Togo attacked Ghana.",
  },
  opinion: {
    name: "event.unsure-opinion",
    why: "where the author judges, words of deeds are oftener a figure of speech: an event there must be surer",
    fires: "",
    spares: "Togo attacked Ghana.",
  },
  sameBothSides: {
    name: "event.same-on-both-sides",
    why: "nobody does to himself what PLOVER codes: one reading of the two is wrong",
    fires: "",
    spares: "Togo attacked Ghana.",
  },
  numberParty: {
    name: "event.number",
    why: "a number is somebody only where it counts those who suffer",
    fires: "Togo agreed to raise the age to 63.",
    spares: "Soldiers of Togo killed 63.",
  },
  uttered: {
    name: "event.utters-thanks",
    why: "whoever utters thanks without a verb gives them",
    fires: "“Many thanks to Togo,” Lima said.",
    spares: "Lima thanked Togo.",
  },
  ofTwo: {
    name: "event.of-two",
    why: "a meeting of two, each of them one, is not between many",
    fires: "",
    spares: "The presidents of Togo, Ghana and Benin met.",
  },
  wrongNo: {
    name: "event.no-of-another",
    why: "what came of a meeting is denied, not the meeting; a refusal in so many words is itself the refusal; who denies an accusation was accused",
    fires: "The summit between Togo and Ghana failed to deliver a deal.",
    spares: "Togo did not meet Ghana.",
  },
  nobodyVouches: {
    name: "event.nobody-vouches",
    why: "a deed that somebody is charged with is told by whoever charges him; where nobody known does, nobody vouches for it",
    fires: "Two men were accused of attacking a village in Togo.",
    spares: "Togo accused two men of attacking a village.",
  },
  denierUnknown: {
    name: "event.denier-unknown",
    why: "a denial is told of whoever denies; where the cast does not know him, or blames another, there is no event",
    fires: "",
    spares: "Togo denied attacking Ghana.",
  },
} as const satisfies Readonly<Record<string, Rule>>;
