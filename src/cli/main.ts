// The command line → an exit code. Starts fast: what a command needs is loaded when the command is known.
import { type Effects, type Output, processEffects } from "./effects.ts";
import { failureLine, isClosedPipe, stopOf, UsageError } from "./errors.ts";
import { type CommandLine, isQuestion, meantBy, readCommandLine } from "./options.ts";
import { version } from "./version.ts";

const interrupted = 130;

/**
 * @param args what stands after the program's name
 * @returns 0 all coded, 1 some inputs failed, 2 wrong usage, 130 Ctrl-C. All that was written is handed over by then, each line whole;
 * the caller should end the process, since work may still be under way
 */
export async function main(args: readonly string[], effects: Effects = processEffects()): Promise<number> {
  const out = gate(effects.out);
  const err = gate(effects.err);
  const toClose = new Set<Promise<{ close(): Promise<void> }>>();
  /** A server opens its shelf time and again: what is closed is let go of. */
  function closing<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
    const opened = opening.then((it) => ({ ...it, close: () => it.close().finally(() => toClose.delete(opened)) }));
    toClose.add(opened);
    opened.catch(() => toClose.delete(opened));
    return opened;
  }
  const openReader: Effects["openReader"] = (options) => closing(effects.openReader(options));
  const openShelf: Effects["openShelf"] = (...args) => closing(effects.openShelf(...args));
  let lastWords: (() => string) | null = null;
  const atInterrupt = (tell: () => string): void => {
    lastWords = tell;
    effects.atInterrupt?.(tell);
  };
  const stop = new Promise<number>((resolve) => {
    const end = async () => {
      // No new line begins, and the one being written ends.
      await Promise.all([out.shut(), err.shut()]);
      await Promise.allSettled([...toClose].map(async (opened) => (await opened).close()));
      // What had just ended is counted first.
      await new Promise((done) => setImmediate(done));
      if (lastWords !== null) {
        effects.atInterrupt?.(() => "");
        await effects.err.write(lastWords()).catch(() => {});
      }
      resolve(interrupted);
    };
    if (effects.interrupt.aborted) void end();
    else effects.interrupt.addEventListener("abort", end, { once: true });
  });
  const ended = run(args, { ...effects, out, err, openReader, openShelf, atInterrupt }).then((code) =>
    // What was cut off comes to an end of its own, which is not the run's.
    effects.interrupt.aborted ? stop : code === 0 && effects.fallen?.() ? 1 : code,
  );
  return Promise.race([stop, ended]);
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
    await effects.err.write(failureLine(...stopOf(error))).catch(() => {});
    return error instanceof UsageError ? 2 : 1;
  }
}

async function start({ command, inputs, options, lists }: CommandLine, effects: Effects): Promise<number> {
  if (command === "read") {
    if (inputs.length === 0)
      throw new UsageError("INPUT", "is missing: name a file, a folder, a URL, or - for standard input (readout --help tells more)");
    const [first = ""] = inputs;
    if (/^[a-z]{2,}$/.test(first) && !(await effects.exists(first))) {
      if (first === "read") throw new UsageError(first, "is no command and no file: name what to read alone, as in readout FILE");
      const meant = meantBy(first);
      if (meant) throw new UsageError(first, `is no command and no file: did you mean readout ${meant}?`);
    }
    if ("open" in options) {
      const { readAndOpen } = await import("./open.ts");
      return readAndOpen(inputs, options, effects, lists.actors);
    }
    const { read } = await import("./read.ts");
    return read(inputs, options, effects, lists.actors);
  }
  if (command === "why") {
    const { why } = await import("./why.ts");
    return why(inputs, options, effects, lists.actors);
  }
  if (command === "add") {
    if (inputs.length === 0)
      throw new UsageError("INPUT", "is missing: name a file, a folder, a URL, or - for standard input (readout add --help tells more)");
    const { add } = await import("./add.ts");
    return add(inputs, options, effects, lists.actors);
  }
  if (command === "help") {
    const { helpFor } = await import("./help.ts");
    await effects.out.write(helpFor(inputs));
    return 0;
  }
  if (command === "set" || command === "remove") {
    const { set, remove } = await import("./set.ts");
    return command === "set" ? set(inputs, options, effects, lists.actors) : remove(inputs, options, effects);
  }
  if (command === "watch") {
    if (inputs.length === 0)
      throw new UsageError("FEED", "is missing: name the address of a feed, or a list of feeds (readout watch --help tells more)");
    const { watch } = await import("./watch.ts");
    return watch(inputs, options, effects, lists.actors);
  }
  if (command === "correct" && "from" in options) {
    if (inputs.length > 0) throw new UsageError(inputs[0]!, "cannot go with --from, whose file names the events: leave it out");
    const { correctFrom } = await import("./correct-from.ts");
    return correctFrom(options, effects);
  }
  if (command === "agree") {
    const { agree } = await import("./agree.ts");
    return agree(inputs, options, effects);
  }
  if (command === "correct") {
    const { correct } = await import("./correct.ts");
    return correct({ inputs, options, lists }, effects);
  }
  if (command === "sql") {
    const { sql } = await import("./sql.ts");
    return sql(inputs, options, effects);
  }
  if (
    command === "export" ||
    command === "serve" ||
    command === "mcp" ||
    command === "review" ||
    command === "recode" ||
    command === "dyads" ||
    command === "rescue" ||
    isQuestion(command)
  ) {
    if (inputs.length > 0)
      throw new UsageError(inputs[0]!, `is not understood: readout ${command} takes options only (readout ${command} --help)`);
    if (command === "export") {
      const { exportTo } = await import("./export.ts");
      return exportTo(options, effects);
    }
    if (command === "serve") {
      const { serve } = await import("./serve.ts");
      return serve(options, effects, lists.actors);
    }
    if (command === "mcp") {
      const { mcp } = await import("./mcp.ts");
      return mcp(options, effects, lists.actors);
    }
    if (command === "review") {
      const { review } = await import("./review.ts");
      return review(options, effects);
    }
    if (command === "recode") {
      const { recode } = await import("./recode.ts");
      return recode(options, effects, lists.actors);
    }
    if (command === "dyads") {
      const { dyads } = await import("./dyads.ts");
      return dyads(options, lists.actor ?? [], effects);
    }
    if (command === "rescue") {
      const { rescue } = await import("./rescue.ts");
      return rescue(options, effects);
    }
    const { ask } = await import("./ask.ts");
    return ask(command, options, effects);
  }
  if (inputs.length !== 1 || inputs[0] !== "-")
    throw new UsageError(command, `reads standard input only: write readout ${command} - and pipe the lines in`);
  if (command === "relate") {
    const { relate } = await import("./relate.ts");
    return relate(effects);
  }
  if (command === "worker") {
    const { worker } = await import("./worker.ts");
    return worker(options, effects, lists.actors);
  }
  const { parse } = await import("./parse.ts");
  return parse({ pretokenized: "pretokenized" in options }, effects);
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
