// The shelves of a server in a thread of their own: messages ask, messages answer, until the port is closed. shelf-apart.ts starts it.
import { type MessagePort, parentPort } from "node:worker_threads";
import type { ServedShelf } from "../server/types.ts";
import { served } from "./served.ts";
import { openShelfHere } from "./shelf-here.ts";

export type Verb = keyof ServedShelf;

/** `shelf` is the number that the thread is to know it by, or knows it by. */
export type Asked = { readonly id: number; readonly shelf: number } & (
  | { readonly open: { readonly path: string; readonly access: "read" | "write" } }
  | { readonly verb: Verb; readonly given: readonly unknown[] }
);

/** `about` is there of a ShelfError. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly about: string | undefined;
}

export type Told = { readonly id: number } & ({ readonly value: unknown } | { readonly fault: Fault });

/** @param open tests give another one */
export function answering(port: MessagePort, open: (path: string, access: "read" | "write") => Promise<ServedShelf>): void {
  const shelves = new Map<number, ServedShelf>();

  async function answerTo(asked: Asked): Promise<unknown> {
    const { shelf } = asked;
    if ("open" in asked) return void shelves.set(shelf, await open(asked.open.path, asked.open.access));
    const { verb, given } = asked;
    const answer = await (shelves.get(shelf)![verb] as (...given: readonly unknown[]) => Promise<unknown>)(...given);
    if (verb === "close") shelves.delete(shelf);
    return answer;
  }

  port.on("message", (asked: Asked) => {
    const { id } = asked;
    answerTo(asked).then(
      // What may be large is handed over, not copied.
      (value) => port.postMessage({ id, value } satisfies Told, bytesIn(value)),
      ({ name, message, stack, about }: Fault) => port.postMessage({ id, fault: { name, message, stack, about } } satisfies Told),
    );
  });
}

const bytesIn = (value: unknown): ArrayBuffer[] => {
  const { bytes } = (value ?? {}) as { readonly bytes?: Uint8Array<ArrayBuffer> };
  return bytes === undefined ? [] : [bytes.buffer];
};

if (parentPort !== null) answering(parentPort, async (path, access) => served(await openShelfHere(path, access)));
