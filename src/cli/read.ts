// `readout INPUT…`: inputs → records, written in the order of the inputs while others are still being read.
import type { Input, InputFormat } from "../document/inputs.ts";
import type { Document } from "../document/types.ts";
import type { Reader } from "../read.ts";
import type { ReadoutRecord } from "../record/types.ts";
import type { Effects } from "./effects.ts";
import { failureLine, messageOf } from "./errors.ts";
import { layoutOf } from "./formats.ts";
import { mapInOrder } from "./in-order.ts";
import type { Format } from "./options.ts";
import { progressOf } from "./progress.ts";

type Result = { readonly record: ReadoutRecord } | { readonly failure: string };

/** @param options of the command line, checked */
export async function read(names: readonly string[], options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  const { out, err } = effects;
  const layout = layoutOf((options.as as Format | undefined) ?? (out.isTerminal ? "page" : "jsonl"), effects);
  const progress = progressOf(effects);
  const date = options.date === undefined ? {} : { date: options.date };
  // Opened by the first document, so that a mistyped name is answered at once.
  let opened: Promise<Reader> | null = null;

  async function code(input: Input): Promise<Result & { readonly input: string }> {
    return { input: input.input, ...("failure" in input ? input : await codeDocument(input.document)) };
  }

  async function codeDocument(document: Document): Promise<Result> {
    const foreign = foreignLanguage(document.language);
    if (foreign) return { failure: `is in ${foreign}, and only English is coded: give a translation` };
    opened ??= effects.openReader();
    const reader = await opened;
    try {
      return { record: await reader.read(document, date) };
    } catch (error) {
      return { failure: messageOf(error) };
    }
  }

  let failed = false;
  let written = 0;
  await (layout.head && out.write(layout.head));
  try {
    const inputs = effects.readInputs(names, (options.input as InputFormat | undefined) ?? null);
    for await (const result of mapInOrder(inputs, 2 * effects.cores, code)) {
      if ("failure" in result) {
        failed = true;
        await progress.clear();
        await err.write(failureLine(result.input, result.failure));
      } else {
        const text = layout.write(result.record);
        if (out.isTerminal) await progress.clear();
        if (text !== "") await out.write(written++ > 0 ? layout.between + text : text);
      }
      await progress.step("failure" in result);
    }
  } finally {
    await progress.clear().catch(() => {});
    await (opened as Promise<Reader> | null)?.then((reader) => reader.close()).catch(() => {});
  }
  return failed ? 1 : 0;
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** English name of the language, or null for English and for texts too short to tell. */
function foreignLanguage(code: string): string | null {
  if (code === "" || /^(en|und)\b/i.test(code)) return null;
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
