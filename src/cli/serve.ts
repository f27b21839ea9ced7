// `readout serve`: the page and the API on a port of this machine, until Ctrl-C.
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { appOf } from "../server/app.ts";
import { isLoopback } from "../server/guard.ts";
import { type Listening, listen } from "../server/listen.ts";
import { batchPath } from "../server/reading.ts";
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { failureLine, messageOf, UsageError } from "./errors.ts";
import { lanesOf } from "./lanes.ts";
import type { Reading } from "./reading.ts";
import { servicesOf } from "./services.ts";
import { shelvesOfServer } from "./shelf-apart.ts";
import { openDoor } from "./shelf-door.ts";

const interrupted = 130;
const page = fileURLToPath(new URL("../../dist/web", import.meta.url));

/** @param options of the command line, checked @param actors paths of the user's dictionaries @throws UsageError, ShelfError */
export async function serve(options: Readonly<Record<string, string>>, effects: Effects, actors: readonly string[] = []): Promise<number> {
  const binding = bindingOf({ ...options, ...(await tokenOf(options, effects)) });
  const reading = await lanesOf({ actors, ...(options.date !== undefined && { date: options.date }) }, effects);
  return serveWith(reading, binding, options.db ?? defaultShelf, effects, async () => {});
}

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly token: string | null;
  /** Takes a free port where this one is taken. */
  readonly elsewhere?: boolean;
}

/** @throws UsageError */
export function bindingOf({ host = "127.0.0.1", port = "7777", token }: Readonly<Record<string, string>>): Address {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new UsageError("--port", `“${port}” is no port: give a number from 0 (any that is free) to 65535`);
  if (token === undefined && !isLoopback(host))
    throw new UsageError(
      "--host",
      `${host} can be reached by others: add --token-file, or READOUT_TOKEN, with a secret word, which they must then give`,
    );
  return { host, port: Number(port), token: token ?? null };
}

/** The secret word: as typed, from a file, or from the environment, since other users of a machine can see what was typed. @throws UsageError */
async function tokenOf(
  { token, "token-file": file }: Readonly<Record<string, string>>,
  { readText, env }: Pick<Effects, "readText" | "env">,
): Promise<{ readonly token?: string }> {
  if (token !== undefined && file !== undefined) throw new UsageError("--token-file", "cannot go with --token: give one of them");
  if (token !== undefined) return { token };
  if (file === undefined) return env.READOUT_TOKEN ? { token: env.READOUT_TOKEN } : {};
  const word = await readText(file).then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      throw new UsageError("--token-file", `${file} cannot be read (${error.code}): check that it is a file, and yours to read`);
    },
  );
  if (word === "" || /[\r\n]/.test(word))
    throw new UsageError("--token-file", `${file} holds no single line: write the secret word into it`);
  return { token: word };
}

/** @param then called when the server listens @returns 1 where it cannot listen, 130 after Ctrl-C */
export async function serveWith(
  reading: Reading & { close(): Promise<void> },
  { host, port, token, elsewhere = false }: Address,
  db: string,
  effects: Effects,
  then: (url: string) => Promise<void>,
): Promise<number> {
  const { err, interrupt, cores } = effects;
  const shelves = shelvesOfServer(effects);
  const door = await openDoor(db, shelves.open);
  const close = async (): Promise<void> => {
    await Promise.all([door.close().finally(shelves.close), reading.close()]);
  };
  const services = await servicesOf({ reading, door, db, effects });
  const onFault = (what: string, error: unknown) => void err.write(failureLine(what, messageOf(error))).catch(() => {});
  const name = hostname();
  const binding = { host, token, names: [name, `${name}.local`] };
  const app = appOf(services, { binding, page, places: 2 * cores, onFault });
  let listening: Listening;
  try {
    const place = { host, port, isLong: (path: string) => path === batchPath };
    listening = await listen(app.fetch, place).catch((error: NodeJS.ErrnoException) => {
      if (elsewhere && error.code === "EADDRINUSE") return listen(app.fetch, { ...place, port: 0 });
      throw error;
    });
  } catch (error) {
    await close();
    await err.write(failureLine(...cannotListen(error, host, port)));
    return 1;
  }
  const ended = new Promise<void>((resolve) => {
    const end = () => void listening.close().then(resolve);
    if (interrupt.aborted) end();
    else interrupt.addEventListener("abort", end, { once: true });
  });
  await err.write(`readout: listening on ${listening.url}\n`);
  // Loaded while the first page is being looked at; what is wrong with the model is told by the first article.
  reading.engine().catch(() => {});
  await then(listening.url);
  await ended;
  await close();
  return interrupted;
}

function cannotListen(error: unknown, host: string, port: number): [about: string, message: string] {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return [`--port ${port}`, "is taken by another program, or another readout: end it, or give another --port (0 takes a free one)"];
  if (code === "EACCES") return [`--port ${port}`, "may not be used by you: give one from 1024"];
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return [`--host ${host}`, "is no address of this machine: give one that is, or leave it out"];
  return ["serve", messageOf(error)];
}
