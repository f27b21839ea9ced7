// A path → the shelf there, used by this thread. Heavy modules are loaded by the first call.
import type { Shelf } from "../store/types.ts";

/** What is written is the user's own, also what the database writes beside a shelf while it is open. Not to be called from a worker, which cannot. */
export const ownersOnly = (): number => process.umask(process.umask() | 0o077);

/** @param folder the one that the shelf may write files to; by default none @throws ShelfError where the file cannot be used */
export async function openShelfHere(path: string, access: "read" | "write", folder?: string): Promise<Shelf> {
  const [{ openShelf }, { gatherer }, { writeJsonl }, { dateOf }, { isRetold, realityOf }, { geography }] = await Promise.all([
    import("../store/shelf.ts"),
    import("../gather/gatherer.ts"),
    import("../record/jsonl.ts"),
    import("../record/when.ts"),
    import("../record/reality.ts"),
    import("../places/load.ts"),
  ]);
  const migrated = (kept: string): void => {
    process.stderr.write(`readout: ${path} was made by an older readout and is brought up to date; the old file is kept as ${kept}\n`);
  };
  return openShelf(
    path,
    access,
    { write: (record) => writeJsonl(record).trimEnd(), dateOf, realityOf, isRetold, gatherer, geography },
    folder,
    migrated,
  );
}
