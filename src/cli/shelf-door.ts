// A shelf's path → the Door through which a server uses it.
import { access, constants } from "node:fs/promises";
import { doorTo } from "../server/door.ts";
import type { Door, ServedShelf } from "../server/types.ts";
import type { Effects } from "./effects.ts";
import { served } from "./served.ts";

/** The shelf for reading and writing: made where it is not there. @throws ShelfError where it cannot be used */
export async function openDoor(path: string, open: (path: string, access: "read" | "write") => Promise<ServedShelf>): Promise<Door> {
  const readOnly = await access(path, constants.W_OK).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
  const door = doorTo({ open: (access) => open(path, access), readOnly });
  // What is wrong with the file is told now, and not by each page.
  await (readOnly ? door.read(async () => {}) : door.write(async () => {}));
  return door;
}

/** The shelf for reading alone, opened by the first question. */
export const readingDoor = (path: string, { openShelf }: Pick<Effects, "openShelf">): Door =>
  doorTo({ open: async () => served(await openShelf(path, "read")), readOnly: true });
