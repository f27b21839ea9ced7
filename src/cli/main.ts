// The command line → an exit code. Starts fast: what a command needs is loaded when the command is known.
import { readFile } from "node:fs/promises";
import { type Effects, type Output, processEffects } from "./effects.ts";
import { failureLine, isClosedPipe, messageOf, UsageError } from "./errors.ts";
import { type CommandLine, readCommandLine } from "./options.ts";

const interrupted = 130;

/**
 * @param args what stands after the program's name
 * @returns 0 all coded, 1 some inputs failed, 2 wrong usage, 130 Ctrl-C. All that was written is handed over by then, each line whole;
 * the caller should end the process, since work may still be under way
 */
export async function main(args: readonly string[], effects: Effects = processEffects()): Promise<number> {
  const out = gate(effects.out);
  const err = gate(effects.err);
  const stop = new Promise<number>((resolve) => {
    const end = () => {
      // No new line begins, and the one being written ends.
      void Promise.all([out.shut(), err.shut()]).then(() => resolve(interrupted));
    };
    if (effects.interrupt.aborted) end();
    else effects.interrupt.addEventListener("abort", end, { once: true });
  });
  return Promise.race([stop, run(args, { ...effects, out, err })]);
}

async function run(args: readonly string[], effects: Effects): Promise<number> {
  try {
    const line = readCommandLine(args);
    if ("version" in line.options) {
      await effects.out.write(`readout ${await version()}\n`);
      return 0;
    }
    if ("help" in line.options) {
      const { helpOf } = await import("./help.ts");
      await effects.out.write(helpOf(line.command));
      return 0;
    }
    return await start(line, effects);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    const usage = error instanceof UsageError;
    await effects.err.write(failureLine(usage ? error.about : "stopped", messageOf(error))).catch(() => {});
    return usage ? 2 : 1;
  }
}

async function start({ command, inputs, options }: CommandLine, effects: Effects): Promise<number> {
  if (command === "read") {
    if (inputs.length === 0)
      throw new UsageError("INPUT", "is missing: name a file, a folder, a URL, or - for standard input (readout --help tells more)");
    const { read } = await import("./read.ts");
    return read(inputs, options, effects);
  }
  if (inputs.length !== 1 || inputs[0] !== "-")
    throw new UsageError(command, `reads standard input only: write readout ${command} - and pipe the lines in`);
  if (command === "relate") {
    const { relate } = await import("./relate.ts");
    return relate(effects);
  }
  const { parse } = await import("./parse.ts");
  return parse({ pretokenized: "pretokenized" in options }, effects);
}

async function version(): Promise<string> {
  const about = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return about.version;
}

/** An output that can be shut: later writes never end, and `shut` waits for the present one. */
function gate(output: Output): Output & { shut(): Promise<void> } {
  let open = true;
  let last: Promise<unknown> = Promise.resolve();
  return {
    isTerminal: output.isTerminal,
    columns: output.columns,
    write(text) {
      if (!open) return new Promise(() => {});
      const writing = output.write(text);
      last = writing.catch(() => {});
      return writing;
    },
    async shut() {
      open = false;
      await last;
    },
  };
}
