// An act whose trigger is a passive participle → the act with its sides as grammar has them: who was arrested never arrested anybody, and whoever stands behind "by" did. Pure.

import { climb, headIn, kidsBy, relOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";
import { overlaps } from "../span.ts";
import type { Act } from "../tag/types.ts";
import { actBy, type Rule } from "./rule.ts";

/** Both sides of a meeting are actors, whoever is "joined by" whom; troops that "were sent" or "withdrawn" are those who came and went. */
const UNTOUCHED = /^(?:CONSULT|COOPERATE|MOBILIZE|RETREAT)$/;

/** Participles that tell what somebody thinks, is or is ready for, and not what was done to him. */
const STATES = formsOf("states");

/** Names and nouns that one phrase goes on with. */
const JOINED = /^(?:conj|appos|flat|goeswith)$/;

export const PATIENTS: Rule = {
  name: "sides.passive",
  why: "who was arrested arrested nobody, and whoever stands behind “by” did",
  fires: "Lima was arrested by police in Togo.",
  spares: "Lima arrested a police officer in Togo.",
};

export const withPatients = (act: Act, tree: Tree): Act => actBy(PATIENTS, tree, act, (one) => ofPassive(one, tree));

function ofPassive(act: Act, tree: Tree): Act {
  const trigger = headIn(tree, act.trigger);
  if (trigger < 0 || UNTOUCHED.test(act.type) || !isPassive(tree, trigger)) return act;
  const patients = new Set(patientsOf(tree, trigger));
  // "Beaten and jailed by guards": trees hang the guards on either.
  const joined = [...climb(tree, trigger, /^conj$/), ...kidsBy(tree, trigger, "conj")];
  const agents = new Set(joined.flatMap((at) => agentsOf(tree, at)));
  const others = new Set(othersOf(tree, trigger, patients));
  const strangers = new Set(strangersTo(tree, trigger, patients));
  return {
    ...act,
    arguments: act.arguments.flatMap((argument) => {
      if (argument.role !== "actor" && argument.role !== "recipient") return [argument];
      const heads = climb(tree, headIn(tree, argument), JOINED);
      if (heads.some((at) => agents.has(at))) return [{ ...argument, role: "actor" as const }];
      if (heads.some((at) => others.has(at))) return argument.role === "actor" ? [] : [argument];
      // "Freed two for *an engineer jailed* in Lyon": who freed them did not jail him.
      if (
        argument.role === "actor" &&
        isReduced(tree, trigger) &&
        !heads.some((at) => patients.has(at)) &&
        !isBelow(tree, argument, trigger)
      )
        return [];
      const own = tree.tokens.some((token, at) => patients.has(at) && overlaps(argument, token));
      if (!own && heads.some((at) => strangers.has(at))) return [];
      return heads.some((at) => patients.has(at)) ? [{ ...argument, role: "recipient" as const }] : [argument];
    }),
  };
}

/** "*Forty* were shot and *hundreds* rounded up": who suffers by a verb beside this one does not suffer by this one, where each has its own. */
function strangersTo(tree: Tree, trigger: number, patients: ReadonlySet<number>): number[] {
  const { tokens, words } = tree;
  const named = [...patients].some((at) => /^(?:NOUN|PROPN|NUM)$/.test(tokens[at]!.upos));
  const near = [...climb(tree, trigger, /^(?:conj|acl)$/), ...kidsBy(tree, trigger, "conj")];
  const beside = [...near, ...near.flatMap((at) => kidsBy(tree, at, "conj"))];
  return !named
    ? []
    : tokens.flatMap(({ deprel, head, upos }, at) =>
        deprel === "nsubj:pass" &&
        head !== trigger &&
        upos !== "PRON" &&
        beside.some((one) => one === head || tokens[one]!.head === head) &&
        !patients.has(at) &&
        !/^(?:who|which|that)$/.test(words[at]!)
          ? [at]
          : [],
      );
}

/** Who did what a participle says of the patients besides: "Lima, arrested *by police*, was sentenced"; not so where it shares its "by" with the trigger: "arrested and beaten by". */
const othersOf = (tree: Tree, trigger: number, patients: ReadonlySet<number>): number[] =>
  tree.tokens.flatMap(({ deprel, head }, at) => {
    const shared = climb(tree, trigger, /^conj$/).includes(at) || climb(tree, at, /^conj$/).includes(trigger);
    return deprel === "acl" && patients.has(head) && !shared ? agentsOf(tree, at) : [];
  });

/** "Was arrested", "those arrested", and what "and" ties to it without a subject or an object of its own: "was arrested and charged". */
function isPassive(tree: Tree, at: number): boolean {
  const { tokens, words } = tree;
  if (tokens[at]!.upos !== "VERB" || /ing$/.test(words[at]!) || STATES.has(words[at]!)) return false;
  if (hasPassiveMark(tree, at)) return true;
  if (kidsBy(tree, at, "nsubj", "obj", "aux", "mark").length > 0) return false;
  if (tokens[at]!.deprel === "acl") return /(?:ed|en|wn|ne|ld|pt|ght|ung|ot|ut|it|et)$/.test(words[at]!);
  return tokens[at]!.deprel === "conj" && hasPassiveMark(tree, tokens[at]!.head);
}

/** Where only the subject says so, trees err: "the court *sentenced* Lima" has an object behind it. */
function hasPassiveMark(tree: Tree, at: number): boolean {
  const kids = tree.kids(at);
  const relations = kids.map((kid) => tree.tokens[kid]!.deprel);
  const helper = kids[relations.indexOf("aux:pass")] ?? -1;
  // "What they mean *is Ukraine refused* to sign": a helper before the subject belongs to the clause before, but for "nor was Ukraine asked".
  const before = kids.some((kid, i) => relations[i]!.startsWith("nsubj") && helper < kid && kid < at);
  if (helper >= 0 && before && tree.tokens[helper - 1]?.upos === "VERB") return false;
  if (helper >= 0) return true;
  return relations.includes("nsubj:pass") && !/^(?:DET|NUM|NOUN|PROPN|PRON|ADJ)$/.test(tree.tokens[at + 1]?.upos ?? "");
}

/** The passive subject, or the noun that a participle says more of, with whom "were" makes them out to be: "among those executed were *Lima* and *Diallo*". */
function patientsOf(tree: Tree, at: number): number[] {
  const { tokens, kids, words } = tree;
  const subjects = kids(at).filter((kid) => tokens[kid]!.deprel === "nsubj:pass");
  if (subjects.length === 0 && tokens[at]!.deprel === "conj") {
    // "They told police, and *were threatened*": who told is threatened.
    const before = patientsOf(tree, tokens[at]!.head);
    const helped = kids(at).some((kid) => tokens[kid]!.deprel === "aux:pass");
    return before.length > 0 || !helped ? before : kids(tokens[at]!.head).filter((kid) => tokens[kid]!.deprel === "nsubj");
  }
  const noun = /^acl/.test(tokens[at]!.deprel) ? tokens[at]!.head : -1;
  const own = subjects.filter((kid) => !/^(?:who|which|that)$/.test(words[kid]!));
  if (noun < 0 || own.length > 0) return own;
  const up = tokens[noun]!.head;
  const predicate = kidsBy(tree, noun, "cop").length > 0 ? kidsBy(tree, noun, "nsubj") : [];
  const told = up >= 0 && kidsBy(tree, up, "cop").length > 0 && /^nsubj$/.test(relOf(tree, noun)) ? [up] : [];
  // "Among those executed were …": trees hang either side on the other.
  const among = /^(?:obl|nmod)$/.test(relOf(tree, noun)) && kidsBy(tree, noun, "case").some((kid) => words[kid] === "among");
  return [noun, ...predicate, ...told, ...(among && up >= 0 ? [up, ...kidsBy(tree, up, "nsubj")] : [])];
}

const agentsOf = (tree: Tree, at: number): number[] =>
  kidsBy(tree, at, "obl", "nmod").filter((kid) => kidsBy(tree, kid, "case").some((mark) => tree.words[mark] === "by"));

/** "The engineer *jailed* there": a participle on a noun that is no subject of its sentence. */
const isReduced = (tree: Tree, at: number): boolean => {
  const { tokens } = tree;
  return (
    tokens[at]!.deprel === "acl" &&
    kidsBy(tree, at, "nsubj").length === 0 &&
    tokens[tokens[at]!.head]!.upos === "NOUN" &&
    /^(?:obl|nmod)/.test(tokens[tokens[at]!.head]!.deprel)
  );
};

const isBelow = (tree: Tree, of: Act["arguments"][number], trigger: number): boolean =>
  tree.tokens.some((token, at) => overlaps(of, token) && climb(tree, at, /./).includes(trigger));
