// A folder to export to → a place within it to write to, and its swap for an earlier export: at every moment, a kill included, one of the two is whole.

import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isAlive } from "../store/create.ts";
import { FileError, isShelfError, UsageError } from "./errors.ts";

export const manifestName = "manifest.json";
/** In the stage, once it is whole and being moved: the manifest of the export that it replaces. */
const earlierName = "replaces.json";
const stageName = /^\.readout-export-(\d+)$/;

export interface Stage {
  /** Empty, and within the folder to export to, so that a rename moves what is written there. */
  readonly folder: string;
  /** Puts what was written in the place of an earlier export. */
  put(): Promise<void>;
  /** Takes it away; what was exported earlier stays. */
  drop(): Promise<void>;
}

/**
 * @param named the folder as the user wrote it
 * @throws UsageError where the folder holds anything that is not an export, FileError where it takes no files
 */
export async function stageIn(folder: string, named: string): Promise<Stage> {
  const stage = join(folder, `.readout-export-${process.pid}`);
  try {
    await makeFolder(folder);
    await tidy(folder, named);
    const names = (await readdir(folder)).filter((name) => !stageName.test(name));
    if (names.length > 0 && (await filesOf(join(folder, manifestName))) === null)
      throw new UsageError("--to", `${named} holds other files: name an empty folder, or one that does not exist yet`);
    await mkdir(stage);
  } catch (error) {
    const told = unwritable(error, named);
    throw told instanceof FileError ? new UsageError("--to", told.message) : told;
  }
  return {
    folder: stage,
    async put() {
      const earlier = await readFile(join(folder, manifestName), "utf8").catch(() => "{}");
      await writeFile(join(stage, "replaces"), earlier);
      // From here on the new export counts: whoever finds this file finishes the moving.
      await rename(join(stage, "replaces"), join(stage, earlierName));
      await move(stage, folder);
    },
    drop: () => rm(stage, { recursive: true, force: true }).catch(() => {}),
  };
}

/** Not by mkdir's `recursive`, which tries for ever where an existing folder takes none, as /proc does. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return;
    const above = dirname(path);
    const missing = code === "ENOENT" && (await stat(above).catch(() => null)) === null;
    if (!missing || above === path) throw error;
    await makeFolder(above);
    await mkdir(path);
  }
}

/** Finishes, or takes away, what exports left that were killed. @throws UsageError where one is under way */
async function tidy(folder: string, named: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, pid] = stageName.exec(name) ?? [];
    if (pid === undefined) continue;
    if (Number(pid) !== process.pid && isAlive(Number(pid)))
      throw new UsageError("--to", `${named} is being written by another readout, PID ${pid}: wait until it ends, or name another folder`);
    const stage = join(folder, name);
    if ((await readdir(stage)).includes(earlierName)) await move(stage, folder);
    else await rm(stage, { recursive: true, force: true });
  }
}

/** May be called again where it was interrupted. */
async function move(stage: string, folder: string): Promise<void> {
  // The manifest goes first and comes last: without it what is there is no whole export.
  const fresh = (await filesOf(join(stage, manifestName))) ?? [];
  const stale = ((await filesOf(join(stage, earlierName))) ?? []).filter((name) => !fresh.includes(name));
  if (fresh.length > 0) {
    for (const name of [manifestName, ...stale]) await rm(join(folder, name), { force: true });
    const parts = new Set(stale.filter((name) => name.includes("/")).map((name) => dirname(name)));
    // A folder that holds anything else stays.
    for (const part of [...parts, ...[...parts].map((each) => dirname(each))]) await rmdir(join(folder, part)).catch(() => {});
    for (const name of [...fresh, manifestName]) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await rename(join(stage, name), join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        // Moved before the interruption.
        if (error.code !== "ENOENT") throw error;
      });
    }
  }
  await rm(stage, { recursive: true, force: true });
}

/** The files of an export, or null where the manifest is none of ours. */
async function filesOf(manifest: string): Promise<string[] | null> {
  try {
    const { program, files } = JSON.parse(await readFile(manifest, "utf8")) as { program: string; files: { name: string }[] };
    return program.startsWith("readout ") ? files.map(({ name }) => name).filter(isWithin) : null;
  } catch {
    return null;
  }
}

/** A manifest may have been made by anybody: what it names outside its folder, or hidden, is not touched. */
const isWithin = (name: string): boolean => name.split("/").every((part) => /^[^.\\\0][^\\\0]*$/.test(part));

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space and run it again, what was exported before is still there",
  EDQUOT: "your share of the disk is full: free some space and run it again, what was exported before is still there",
  EACCES: "may not be written to by you: name another folder",
  EPERM: "takes no files: name another folder",
  EROFS: "is on a disk that cannot be written to: name another folder",
  ENOTDIR: "is no folder: name another one",
  EEXIST: "is no folder: name another one",
};

/** What the file system, or the database on it, says of the folder, as an error for people; all else as it is. */
export function unwritable(error: unknown, named: string): unknown {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  if (syscall !== undefined)
    return new FileError("--to", `${named} ${reasons[code] ?? `takes no files (${code}): name another folder`}`, error);
  if (!isShelfError(error)) return error;
  const words = error.cause instanceof Error ? error.cause.message : "";
  if (/no space left|could not write all bytes/i.test(words)) return new FileError("--to", `${named} ${reasons.ENOSPC}`, error);
  if (/^IO Error: Cannot open file/i.test(words)) return new FileError("--to", `${named} takes no files: name another folder`, error);
  return error;
}
