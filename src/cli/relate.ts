// `readout relate -`: sentences with two marked mentions → what the first does to the second.
import type { Span } from "../span.ts";
import type { MarkedPair } from "../tag/types.ts";
import type { Effects } from "./effects.ts";
import { idOf } from "./json-lines.ts";
import { answerLines, type GoodLine, type Question } from "./lines-command.ts";

type Asked = { readonly id: string | number; readonly pair: MarkedPair };

export const relate = (effects: Effects): Promise<number> =>
  answerLines<Asked>(effects, question, async (reader, asked) => {
    const relations = await reader.relate(asked.map(({ pair }) => pair));
    return relations.map(
      ({ type, mode, confidence, scores }, at) => `${JSON.stringify({ id: asked[at]!.id, type, mode, confidence, scores })}\n`,
    );
  });

function question(line: GoodLine): Question<Asked> {
  const { text, actor, recipient } = line.value;
  if (typeof text !== "string" || text.trim() === "") return { failure: 'has no "text": give it the sentence' };
  for (const [name, mark] of Object.entries({ actor, recipient })) {
    if (!isMark(mark, text))
      return {
        failure: `"${name}" is no place in the text: give [start, end), two whole numbers in UTF-16 code units from 0 to ${text.length}`,
      };
  }
  return { ask: { id: idOf(line), pair: { text, actor: spanOf(actor), recipient: spanOf(recipient) } } };
}

const isMark = (mark: unknown, text: string): boolean =>
  Array.isArray(mark) &&
  mark.length === 2 &&
  mark.every((end) => Number.isInteger(end)) &&
  0 <= mark[0] &&
  mark[0] < mark[1] &&
  mark[1] <= text.length &&
  text.slice(mark[0], mark[1]).trim() !== "";

function spanOf(mark: unknown): Span {
  const [start, end] = mark as [number, number];
  return { start, end };
}
