// Acts as the model reads them → as the codebook has them, where it leaves no choice: what is yet to come, and both sides of talks. Pure.

import { YET_TO_COME } from "../codebook.ts";
import { stem } from "../grammar/stems.ts";
import { isOff } from "../grammar/trace.ts";
import { formsOf, says } from "../grammar/words.ts";
import { slice } from "../span.ts";
import type { Act, Tagged } from "../tag/types.ts";
import { once } from "./once.ts";
import { type Rule, tell } from "./rule.ts";

interface Recoding extends Rule {
  /** @param word the trigger's first word @param sentence its words */
  readonly make: (act: Act, word: string, sentence: string) => Act;
}

/** In the order in which they are asked. */
export const RECODED: readonly Recoding[] = [
  {
    name: "recoded.to-come",
    why: "what is yet to come is agreed to or conceded, not done",
    make: ahead,
    fires: "The presidents of Togo and Ghana will meet on Monday.",
    spares: "The presidents of Togo and Ghana met on Monday.",
  },
  {
    name: "recoded.both-talk",
    why: "of talks all are actors, on whichever side the model puts them",
    make: together,
    fires: "The minister of Togo consulted Ghana.",
    spares: "The president of Togo visited Ghana.",
  },
  {
    name: "recoded.clash-of-words",
    why: "who clashes over a matter, where nothing tells of force, clashes with words",
    make: inWords,
    fires: "Togo and Ghana clashed over fishing rights.",
    spares: "Police in Togo clashed with protesters.",
  },
  {
    name: "recoded.ambassador",
    why: "who sends an ambassador, or sends him back to his post, takes up relations: no aid, and no sanction",
    make: toPost,
    fires: "Togo returned its ambassador to Accra.",
    spares: "Togo withdrew its ambassador from Accra.",
  },
];

/** @param word the trigger's first word @param sentence its words */
export const asCoded = (act: Act, word: string, sentence: string): Act =>
  RECODED.reduce((one, rule) => {
    if (isOff(rule.name)) return one;
    const made = rule.make(one, word, sentence);
    if (made !== one) tell(rule, "changed", one.trigger, `${codeOf(one)} → ${codeOf(made)}`);
    return made;
  }, act);

const codeOf = ({ type, modes, auxiliary, arguments: sides }: Act): string =>
  [type, ...modes, ...auxiliary, sides.every(({ role }) => role !== "recipient") ? "of all as actors" : ""].filter(Boolean).join(" ");

/** All acts of an article as the codebook has them, each once. */
export const recoded = (tagged: Tagged): Tagged => ({
  ...tagged,
  sentences: tagged.sentences.map((sentence) => {
    if (sentence.acts.length === 0) return sentence;
    const words = sentence.tokens.map((token) => slice(tagged.segmented.document.text, token));
    const all = words.join(" ");
    const first = (act: Act): string => words[sentence.tokens.findIndex(({ start }) => start === act.trigger.start)] ?? "";
    return {
      ...sentence,
      acts: once(
        sentence.acts.map((act) => asCoded(act, first(act), all)),
        sentence.tokens,
      ),
    };
  }),
});

/** "The parties clashed *over* the budget": with words, where nothing in the sentence tells of force. */
function inWords(act: Act, word: string, sentence: string): Act {
  return act.type === "ASSAULT" &&
    /^(?:clash|spar)$/.test(stem(word.toLowerCase())) &&
    /\bover\b/i.test(sentence) &&
    !says("force", sentence.slice(0, sentence.lastIndexOf(" over "))) &&
    !says("force", sentence, "hurt")
    ? { ...act, type: "ACCUSE", modes: ["disapprove"] }
    : act;
}

const RESTORES = formsOf("restoring");

/** An ambassador of one's own, or any; in brackets, back at his post. One sent home is another's. */
const AMBASSADOR = /^(?:(?:an?|its|their) )?(?:new )?ambassadors?(?: (back) to\b|(?! (?:home|back|away)\b))/i;

/** "Dispatched an ambassador to Lima", "*returned* its ambassador", "sent its ambassador *back to* Lima"; not "sent Togo's ambassador home". */
function toPost(act: Act, word: string, sentence: string): Act {
  if (!/^(?:AID|SANCTION)$/.test(act.type)) return act;
  const sends = /^(?:dispatch|send|sent)/i.test(word);
  if (!sends && !RESTORES.has(word.toLowerCase())) return act;
  const found = AMBASSADOR.exec(sentence.split(`${word} `)[1] ?? "");
  return found && (!sends || act.type === "AID" || found[1]) ? { ...act, type: "SUPPORT", modes: [] } : act;
}

/** "Will meet" is AGREE, "will withdraw" CONCEDE. */
function ahead(act: Act): Act {
  const type = YET_TO_COME[act.type];
  if (!type || !act.auxiliary.includes("future") || act.auxiliary.length > 1) return act;
  return { ...act, type, modes: [], auxiliary: [] };
}

/** Of talks all are actors, on whichever side the model puts them. */
function together(act: Act, word: string): Act {
  if (act.type !== "CONSULT" || !formsOf("talks-alike").has(word.toLowerCase()) || act.modes.some((mode) => mode !== "multilateral"))
    return act;
  if (act.arguments.every(({ role }) => role !== "recipient")) return act;
  return { ...act, arguments: act.arguments.map((one) => (one.role === "recipient" ? { ...one, role: "actor" } : one)) };
}
