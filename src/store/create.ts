// A path where nothing is → an empty shelf, there as a whole or not at all, even when the program is killed meanwhile.
import { chmod, constants, copyFile, link, readdir, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Makes the file under another name beside its own and then gives it its name, unless another process was first.
 * @param make fills the file at the path given, and closes it
 */
export async function createWhole(path: string, make: (path: string) => Promise<void>): Promise<void> {
  await removeLeftovers(path);
  const made = `${path}.new-${process.pid}`;
  try {
    await make(made);
    // What people read and say of it is their own: nobody else on the machine reads it unless they let them.
    await chmod(made, 0o600);
    await give(made, path);
  } finally {
    await unlink(made).catch(() => {});
  }
}

async function give(made: string, path: string): Promise<void> {
  try {
    // Unlike a renaming, a link never replaces what another process made meanwhile.
    await link(made, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    // File systems without links.
    if (!(await exists(path))) await rename(made, path);
  }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Gives the file at `made` the name of the one at `path`, which stays under a name of its own. @returns that name */
export async function replaceKeeping(path: string, made: string, name: string): Promise<string> {
  let kept = name;
  for (let n = 2; ; n++) {
    try {
      await link(path, kept);
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST") {
        // File systems without links.
        await copyFile(path, kept, constants.COPYFILE_EXCL);
        break;
      }
      const [one, two] = await Promise.all([path, kept].map((each) => stat(each)));
      // Left by a process that was killed before the renaming.
      if (one!.ino === two!.ino) break;
      kept = `${name}-${n}`;
    }
  }
  await rename(made, path);
  return kept;
}

/** What processes left that were killed while they made the file, or another of its format. */
export async function removeLeftovers(path: string): Promise<void> {
  const [folder, prefix] = [dirname(path), `${basename(path)}.new-`];
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = /^(\d+)(?:\.wal)?$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : "")?.[1];
    if (pid && !isAlive(Number(pid))) await unlink(join(folder, name)).catch(() => {});
  }
}

/** True where a process of that number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
