// The tables of options.ts → the text of --help.
import { COMMANDS, type Command, type CommandName } from "./options.ts";

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
