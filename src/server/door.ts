// How to open a shelf → a Door: one use after the other, the file let go when nobody has asked for a while.
import type { Door, ServedShelf } from "./types.ts";

export interface DoorSettings {
  open(access: "read" | "write"): Promise<ServedShelf>;
  readonly readOnly: boolean;
  /** Milliseconds that the file is held for the next one. */
  readonly patience?: number;
}

export function doorTo({ open, readOnly, patience = 250 }: DoorSettings): Door {
  let held: { readonly access: "read" | "write"; readonly shelf: ServedShelf } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** A shelf answers one question at a time: another one would cut the rows of the first short. */
  function queued<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  }

  async function letGo(): Promise<void> {
    clearTimeout(timer);
    const { shelf } = held ?? {};
    held = null;
    await shelf?.close();
  }

  const through = <T>(access: "read" | "write", use: (shelf: ServedShelf) => Promise<T>, strictly = false): Promise<T> =>
    queued(async () => {
      clearTimeout(timer);
      // What may write may read too, but is not shut off from the files beside it.
      if (held !== null && held.access !== access && (held.access === "read" || strictly)) await letGo();
      held ??= { access, shelf: await open(access) };
      try {
        return await use(held.shelf);
      } catch (error) {
        // Whatever held it has ended: the next one opens it anew.
        if ((error as Error).name === "ShelfLost") held = null;
        throw error;
      } finally {
        timer = setTimeout(() => void queued(letGo).catch(() => {}), patience).unref();
      }
    });

  return {
    readOnly,
    read: (use) => through("read", use),
    readStrictly: (use) => through("read", use, true),
    write: (use) => through("write", use),
    close: () => queued(letGo),
  };
}
