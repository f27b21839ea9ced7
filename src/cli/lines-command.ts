// What relate and parse share: JSONL on standard input → an answer a line in order, a failure line for each broken one, and the exit code.
import type { Reader } from "../read.ts";
import { batches } from "./batches.ts";
import type { Effects } from "./effects.ts";
import { failureLine, isModelError, messageOf } from "./errors.ts";
import { mapInOrder } from "./in-order.ts";
import { jsonLines, type Line } from "./json-lines.ts";

export type GoodLine = Extract<Line, { value: unknown }>;

/** What to ask for one line, or what is wrong with it: "what is wrong: what to do". */
export type Question<T> = { readonly ask: T } | { readonly failure: string };

const batchSize = 64;

/**
 * @param question a line's question
 * @param answer the questions of a batch → their answers as text, in the same order
 */
export async function answerLines<T>(
  effects: Effects,
  question: (line: GoodLine) => Question<T> | Promise<Question<T>>,
  answer: (reader: Reader, asked: readonly T[]) => Promise<readonly string[]>,
): Promise<number> {
  let opened: Promise<Reader> | null = null;

  async function answerBatch(lines: readonly Line[]): Promise<{ number: number; text?: string; failure?: string }[]> {
    const questions = await Promise.all(lines.map((line) => (line.failure === undefined ? question(line) : { failure: line.failure })));
    const asked = questions.flatMap((each) => ("ask" in each ? [each.ask] : []));
    const answers = asked.length === 0 ? [] : await answerAll(asked);
    let at = 0;
    return questions.map((each, i) => ({ number: lines[i]!.number, ...("ask" in each ? answers[at++]! : { failure: each.failure }) }));
  }

  async function answerAll(asked: readonly T[]): Promise<({ text: string } | { failure: string })[]> {
    opened ??= effects.openReader();
    const reader = await opened;
    try {
      return (await answer(reader, asked)).map((text) => ({ text }));
    } catch (error) {
      if (isModelError(error)) throw error;
      // One bad line must not take the others of its batch with it.
      if (asked.length === 1) return [{ failure: messageOf(error) }];
      return (await Promise.all(asked.map((one) => answerAll([one])))).flat();
    }
  }

  let failed = false;
  try {
    for await (const results of mapInOrder(batches(jsonLines(effects.stdin), batchSize), 2 * effects.cores, answerBatch)) {
      for (const { number, text, failure } of results) {
        if (text !== undefined) await effects.out.write(text);
        else {
          failed = true;
          await effects.err.write(failureLine(`-:${number}`, failure!));
        }
      }
    }
  } finally {
    await (opened as Promise<Reader> | null)?.then((reader) => reader.close()).catch(() => {});
  }
  return failed ? 1 : 0;
}
