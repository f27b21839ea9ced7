// Names and options of the command line → its inputs. What all commands that read articles share.
import type { Amount } from "../document/amount.ts";
import type { Input, InputFormat } from "../document/inputs.ts";
import type { Effects } from "./effects.ts";

export const inputsOf = (
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  { readInputs }: Pick<Effects, "readInputs">,
  amount?: Amount,
): AsyncIterable<Input> =>
  readInputs(names, (options.input as InputFormat | undefined) ?? null, {
    allowPrivate: "allow-private" in options,
    ...(amount && { amount }),
    ...(options["text-column"] !== undefined && { textColumn: options["text-column"] }),
  });
