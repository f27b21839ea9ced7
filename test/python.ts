// A Python that has a package, for checks by the validators of others: PYTHON, else python3. Where it lacks the package the test is skipped, saying so.
import { spawnSync } from "node:child_process";

export const python = process.env.PYTHON || "python3";

/** True where `import NAME` works. */
export function hasPython(name: string): boolean {
  const found = spawnSync(python, ["-c", `import ${name}`], { stdio: "ignore" }).status === 0;
  if (!found)
    process.stderr.write(
      `test: ${python} has no ${name}: skipping what it checks; pip install ${name.replaceAll("_", "-")}, and PYTHON names the Python\n`,
    );
  return found;
}
