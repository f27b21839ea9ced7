// A drawn tree → its sentence, and acts in it by their words, for tests of the rules that look at how a trigger stands in its sentence.
import type { EventType } from "../../src/codebook.ts";
import { type Tree, treeOf } from "../../src/grammar/tree.ts";
import { withSides } from "../../src/rules/sides.ts";
import { type Span, slice, span } from "../../src/span.ts";
import type { Act, Entity, Role, TaggedSentence } from "../../src/tag/types.ts";
import { sentenceOf } from "../article.ts";
import { treeIn } from "../tree.ts";

export interface Drawn {
  readonly text: string;
  readonly sentence: TaggedSentence;
  readonly syntax: Tree;
  place(words: string): Span;
}

export function drawn(notation: string): Drawn {
  const { text, tokens } = treeIn(notation);
  const sentence = sentenceOf(span(0, text.length), { tokens });
  return {
    text,
    sentence,
    syntax: treeOf(text, sentence),
    place: (words) => span(text.indexOf(words), text.indexOf(words) + words.length),
  };
}

export const actIn = (of: Drawn, type: EventType, trigger: string, args: readonly (readonly [Role, string])[] = []): Act => ({
  type,
  trigger: of.place(trigger),
  modes: [],
  auxiliary: [],
  arguments: args.map(([role, words]) => ({ role, ...of.place(words), confidence: 0.9 })),
  confidence: 0.9,
});

/** @param first the act whose sides are asked for @param others what else the sentence tells @param names people that are named */
export function sidesOf(
  notation: string,
  first: Parameters<typeof actIn> extends [unknown, ...infer Rest] ? Rest : never,
  others: readonly (readonly [EventType, string])[] = [],
  names: readonly string[] = [],
): string[] {
  const of = drawn(notation);
  const act = actIn(of, ...first);
  const entities = names.map((name): Entity => ({ kind: "PER", ...of.place(name) }));
  const sentence = { ...of.sentence, entities, acts: [act, ...others.map(([type, trigger]) => actIn(of, type, trigger))] };
  return withSides(act, sentence, of.syntax).arguments.map((one) => `${one.role} ${slice(of.text, one)}`);
}
