// The word lists that a negotiation is told in, by name; the words stand in data/words. No behaviour but look-ups by stem.
import { stemsOf, tableOf } from "../grammar/words.ts";
import type { Stance } from "./types.ts";

/** Verbs that take a stand; those with a particle only with it. */
export const VERBS = tableOf<Stance>("stand-verbs");

/** Words that only a coded event makes a stand: "asked" alone may be a question. */
export const BY_EVENT = tableOf<Stance>("stand-verbs-by-event");

/** What one grants, on terms: "could *accept* a truce if …", "would not *sign* until …". */
export const YIELDS = stemsOf("yielding");

/** What one does, on terms, to have one's way: "would *block* the deal unless …". */
export const RETORTS = stemsOf("retorting");

/** Nouns for a stand: "his demand for", "its refusal to". */
export const NOUNS = tableOf<Stance>("stand-nouns");

/** Adjectives whose subject takes the stand. */
export const ADJECTIVES = tableOf<Stance>("stand-adjectives");

/** Predicates whose subject is the issue, and whose speaker takes the stand. */
export const VERDICTS = tableOf<Stance>("verdicts");

/** Phrases by which a speaker rejects their subject, whole; and, denied, those by which he insists on it. */
export const VERDICT_PHRASES = /(?:^| )(?:out of the question|off the table)$/;
export const OPEN_PHRASES =
  /(?:^| )(?:up for (?:discussion|debate|negotiation|grabs|sale)|open to (?:discussion|debate|negotiation)|negotiable)$/;

/** Verbs that pass a verdict on their object, and those that make it a condition. */
export const CALLS = stemsOf("calling-so");
export const MAKES = stemsOf("making-conditions");
export const CONDITIONS = stemsOf("conditions");

/** What who claims it wants to have. */
export const CLAIMED = stemsOf("claimed-goods");

/** What a speaker gives or withholds: "there will be no *talks*". */
export const GRANTED = stemsOf("granted");

/** Who stresses the need for something, wants it. */
export const NEEDS = stemsOf("needs");
export const STRESSES = stemsOf("stressing");

/** What one has "no …" of, and so will not do. */
export const WILLS = stemsOf("wills");

/** Verbs that one refuses, declines or will not do, without taking a stand on any issue: "would not comment". */
export const MUTE = stemsOf("saying-nothing");

/** What one is ready to let others see: no offer on any matter. */
export const SHOWS = stemsOf("showing");

/** What a party does or lets be done by its own will: not to do it is a refusal, not a failure. */
export const WILLED = stemsOf("willed");

/** What others do to bend one's will: "we will not *be rushed*" refuses it. */
export const PRESSED = stemsOf("pressing");

/** What one does only with another: whoever wants to, offers it. */
export const TOGETHER = stemsOf("together");

/** What somebody is ready for as an enemy: no offer. */
export const HOSTILE = stemsOf("hostile");

/** Verbs that give a position up; what is given up is a noun of `NOUNS`. */
export const DROPS = stemsOf("dropping");
/** Of those, verbs that leave some of it standing. */
export const SOFTENS = stemsOf("softening");
/** Verbs that turn to something new. */
export const TURNS = stemsOf("turning");

/** Verbs and adjectives whose complement has not come true. */
export const UNREAL = stemsOf("unreal");

/** Nouns that only point back to what somebody asked or offered. */
export const POINTERS = stemsOf("pointers");

/** What is only planned: to praise or condemn it is a stand, not a reaction to a deed. */
export const PLANS = stemsOf("plans");

/** Verbs of promise. */
export const PROMISES = stemsOf("promising");
/** What "agree on" promises, where it is no clause. */
export const AGREED = stemsOf("agreed-on");
/** Verbs that make an agreement of their object, and the objects. */
export const SIGNS = stemsOf("sealing");
export const AGREEMENTS = stemsOf("agreements");
/** With a noun of promise they promise: "gave assurances". */
export const GIVES = stemsOf("giving");
/** Nouns of promise; together with the agreements they are what a doubt speaks of. */
export const WORDS_GIVEN = stemsOf("words-given");
/** What one's own "will" assures, "the rights *will be respected*"; what one's own "will not" promises not to do; and what one promises not to let others do at home. */
export const ASSURED = stemsOf("assured");
export const FEARED = stemsOf("feared");
export const HARBOURED = stemsOf("harboured");
export const BREAKS = stemsOf("breaking");

/** Verbs with the prepositions that lead to what they are about: "insist on". */
export const LEADING: ReadonlySet<string> = new Set(
  [...VERBS.keys(), ...DROPS, ...TURNS, ...PROMISES, ...stemsOf("leading")].filter((key) => key.includes(" ")),
);

/** Verbs whose object is the one who is asked, not what is asked. */
export const OF_SOMEBODY = stemsOf("asking-somebody");

/** Objects that are asked for, where others are asked. */
export const THINGS = stemsOf("things-asked");

/** What is denied rather than refused. */
export const CLAIMS = stemsOf("claims-denied");

/** How an event is taken: verbs whose subject takes it so, and adjectives of feeling. */
export const REACTS = tableOf<"supports" | "opposes" | "worried" | "mixed">("reacting");
/** Of those, verbs of what makes others feel so: "the raid *angered* residents", "residents were *angered* by the raid". */
export const FEELINGS = stemsOf("making-feel");

/** Nouns for those who take it so. */
export const SIDES = tableOf<"supports" | "opposes">("sides");
/** Nouns for how an event is taken, the verbs that voice them, and the verbs of what calls them forth ("drew criticism from"). */
export const TAKINGS = tableOf<"supports" | "opposes" | "worried">("takings");
export const VOICES = stemsOf("voicing");
export const DRAWS = stemsOf("drawing");

/** What a speaker calls a deed that he takes well or badly. */
export const JUDGEMENTS = tableOf<"supports" | "opposes">("judgements");

/** Nouns for what happens or goes on, beside meetings and the deeds of `NAMED`. */
export const HAPPENINGS = stemsOf("happenings");
/** What was only said: to praise or blame it is no reaction to a deed. */
export const SAYINGS = stemsOf("sayings");
/** What makes of a deed one that has not been done: "the *planned* closure". */
export const UNDONE = stemsOf("not-done");

/** Deeds that nobody asks for under this name. */
export const CRIMES = stemsOf("crimes");

/** Verbs that only utter the stand that their noun tells ("*repeated* its demand"). */
export const UTTERS = stemsOf("uttering");

/** Nouns for a meeting. */
export const MEETINGS = stemsOf("meetings");

/** Verbs of meeting, with "sit down". */
export const MEETS = stemsOf("meeting-verbs");

/** Nouns and the types of the events that they may name. */
export const NAMED: ReadonlyMap<string, readonly string[]> = new Map(
  [...tableOf("event-nouns")].map(([noun, types]) => [noun, types.split(" ")]),
);
