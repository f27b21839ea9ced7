// A tagged sentence → the subjects of its verbs of wanting, promising, feeling and keeping or breaking one's word: who takes part by them, also where no act tells of it. Pure.
import { type Span, slice, span } from "../span.ts";
import type { TaggedSentence, Token } from "../tag/types.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.split(/,\s*/));

/** Verbs whose subject wants, offers, allows, promises, praises, blames or breaks something; base forms and irregular ones. */
const TELLING = list(
  "want, demand, insist, urge, call, press, push, appeal, require, plead, ask, request, seek, sought, lobby, campaign, offer, propose, pledge, promise, vow, swear, swore, sworn, guarantee, undertake, undertook, commit, assure, accept, agree, consent, approve, concede, yield, ratify, sign, reject, refuse, decline, rebuff, veto, dismiss, support, back, endorse, favour, favor, advocate, champion, embrace, oppose, object, resist, protest, threaten, rule, prefer, welcome, praise, hail, applaud, laud, cheer, commend, celebrate, salute, thank, appreciate, criticise, criticize, condemn, denounce, slam, blast, decry, deplore, lambast, lambaste, mock, censure, castigate, rebuke, lament, bemoan, lash, rail, worry, fear, mourn, regret, break, broke, broken, violate, breach, renege, flout, ignore, betray, abandon, honour, honor, respect, abide, comply, keep, kept, fulfil, fulfill, withdraw, withdrew, withdrawn",
);
/** Adjectives, and participles that trees take for them. */
const FEELING = list(
  "ready, willing, unwilling, prepared, reluctant, opposed, open, adamant, committed, bound, pleased, delighted, thrilled, glad, relieved, outraged, angry, angered, furious, infuriated, enraged, appalled, dismayed, disappointed, upset, indignant, worried, concerned, alarmed, uneasy, anxious, wary, afraid, shocked, saddened, frightened, troubled, disturbed, split, divided",
);
/** Verbs that only voice or hold what their object tells, and the objects that tell of a stand, a promise, a feeling or a habit. */
const VOICING = list(
  "have, has, had, raise, make, made, voice, express, reiterate, repeat, renew, reaffirm, present, issue, announce, declare, restate, give, gave, given, maintain, share, relay, convey, state, lodge, file, register, feel, felt, show, air, hold, held, take, took, taken, drop, soften, reverse",
);
const VOICED = list(
  "demand, call, appeal, plea, willingness, unwillingness, readiness, reluctance, request, ultimatum, stance, position, condition, offer, proposal, pledge, promise, vow, guarantee, commitment, assurance, word, refusal, rejection, veto, support, backing, opposition, objection, resistance, praise, satisfaction, delight, relief, appreciation, gratitude, criticism, condemnation, outrage, anger, fury, protest, dismay, disappointment, concern, worry, fear, alarm, unease, anxiety, doubt, sorrow, sadness, grief, reservation, record, history, habit, reputation",
);

/** A word's possible base forms: "worries" → worry, "planned" → plan, "urging" → urge. */
function basesOf(word: string): string[] {
  const cut = /^(.+?)(?:s|es|d|ed|ing)$/.test(word)
    ? ["s", "es", "d", "ed", "ing"].flatMap((ending) => (word.endsWith(ending) ? [word.slice(0, -ending.length)] : []))
    : [];
  return [word, ...cut.flatMap((base) => [base, `${base}e`, base.replace(/i(?:e)?$/, "y"), base.replace(/(\p{L})\1$/u, "$1")])];
}

const isOf = (words: ReadonlySet<string>, text: string, token: Token): boolean =>
  basesOf(slice(text, token).toLowerCase()).some((base) => words.has(base));

/** "The group *wanted* …", "officials are *worried*", "the two *raised concerns*". */
function tells(text: string, tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]!;
  if (verb.upos === "ADJ") return isOf(FEELING, text, verb);
  if (verb.upos !== "VERB") return false;
  return (
    isOf(TELLING, text, verb) ||
    isOf(FEELING, text, verb) ||
    (isOf(VOICING, text, verb) && tokens.some((token) => token.head === at && token.deprel === "obj" && isOf(VOICED, text, token)))
  );
}

/** "It" is mostly a thing, "we" whoever speaks. */
const PRONOUN = /^they$/i;
const BEFORE = /^(?:det|amod|compound|nummod|nmod:poss|flat|case)/;

/** Each such subject as its noun with what stands before it, and those that are joined to it by "and". */
export function subjectsOf(text: string, { tokens }: TaggedSentence): Span[] {
  return tokens.flatMap((token, at) => {
    if (token.deprel !== "nsubj" || !tokens[token.head] || !tells(text, tokens, token.head)) return [];
    const joined = tokens.flatMap(({ head, deprel }, other) => (head === at && deprel === "conj" ? [other] : []));
    return [at, ...joined]
      .filter((one) => /^(?:NOUN|PROPN)$/.test(tokens[one]!.upos) || PRONOUN.test(slice(text, tokens[one]!)))
      .map((one) => phraseAt(tokens, one));
  });
}

/** The noun at `at` with the unbroken run of its own modifiers before it and the rest of a name behind it. */
function phraseAt(tokens: readonly Token[], at: number): Span {
  const inside = new Set([at]);
  let first = at;
  while (first > 0 && BEFORE.test(tokens[first - 1]!.deprel) && hangsOn(tokens, first - 1, inside)) inside.add(--first);
  let last = at;
  while (tokens[last + 1]?.deprel.startsWith("flat") && inside.has(tokens[last + 1]!.head)) inside.add(++last);
  return span(tokens[first]!.start, tokens[last]!.end);
}

/** True where a word hangs on one of `inside`, also the "'s" of "the union's members", by the word to its left. */
const hangsOn = (tokens: readonly Token[], at: number, inside: ReadonlySet<number>): boolean => {
  const { head, deprel } = tokens[at]!;
  return deprel === "case" ? head === at - 1 && inside.has(tokens[head]?.head ?? -1) : inside.has(head);
};
