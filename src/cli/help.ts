// The tables of options.ts → the text of --help.
import { nearest, UsageError } from "./errors.ts";
import { COMMANDS, type Command, type CommandName } from "./options.ts";

/** `readout help`, `readout help add` @throws UsageError for a command that is none */
export function helpFor(inputs: readonly string[]): string {
  const [name = "read", ...more] = inputs;
  if (more.length > 0) throw new UsageError(more[0]!, "is one too many: readout help takes one command");
  if (Object.hasOwn(COMMANDS, name)) return helpOf(name as CommandName);
  const meant = nearest(name, Object.keys(COMMANDS));
  throw new UsageError(name, `is no command: ${meant ? `did you mean ${meant}?` : `there are ${Object.keys(COMMANDS).join(", ")}`}`);
}

/** What a command does and takes; for reading also what the other commands do. */
export function helpOf(name: CommandName): string {
  const { usage, help, options }: Command = COMMANDS[name];
  const rows = Object.entries(options).map(([option, { value, choices, help: does }]) => {
    const left = `--${option}${value ? ` ${value}` : ""}`;
    return `  ${left.padEnd(20)} ${does}${choices ? `\n${" ".repeat(23)}${choices.join(" · ")}` : ""}`;
  });
  const others: readonly Command[] = name === "read" ? Object.values(COMMANDS).filter((command) => command !== COMMANDS.read) : [];
  const more = others.map((other) => `\n${other.usage}\n  ${other.help.replaceAll("\n", "\n  ")}\n`);
  return `${usage}\n\n${help}\n\nOptions\n${rows.join("\n")}\n${more.join("")}`;
}
