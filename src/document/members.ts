// A gzip stream of many members, as web archives are → unpacked bytes, and a gap in place of each member that is broken.
import { createInflateRaw, type InflateRaw } from "node:zlib";
import type { Bytes } from "./effects.ts";

/** Stands where bytes are missing; what follows begins with another member. */
export const gap = Symbol("gap");

const magic = Buffer.from([0x1f, 0x8b, 0x08]);
// So small that no piece unpacks to more than memory holds.
const piece = 16_384;
// A fault can show a little later than it is, so that the search for the next member begins a little before it was seen.
const lookBack = 2 * piece;

/** Source: RFC 1952. Of a member's two checks only its length is compared: records have lengths of their own. */
export async function* unpackMembers(bytes: Bytes): AsyncGenerator<Uint8Array | typeof gap> {
  const source = pieces(bytes);
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await source.next();
    if (next.done) return false;
    held = Buffer.concat([held, next.value]);
    return true;
  };
  /** Drops bytes up to the next member, but at least `least` of them. */
  const skip = async (least: number): Promise<boolean> => {
    for (let from = least; ; ) {
      const at = held.indexOf(magic, from);
      if (at >= 0) {
        held = held.subarray(at);
        return true;
      }
      held = held.subarray(Math.max(0, held.length - 2));
      from = 0;
      if (!(await more())) return false;
    }
  };
  try {
    for (;;) {
      while (held.length < 10 && (await more()));
      if (held.length === 0) return;
      const head = await headLength();
      if (head === null) {
        yield gap;
        if (!(await skip(1))) return;
        continue;
      }
      held = held.subarray(head);
      // The bytes of this member that were given already, as far back as the search goes.
      let given: Buffer = Buffer.alloc(0);
      const member = inflater();
      let state: State = "open";
      while (state === "open") {
        if (held.length === 0 && !(await more())) break;
        const part = held.subarray(0, piece);
        held = held.subarray(part.length);
        const before = member.inflate.bytesWritten;
        state = await member.write(part);
        yield* member.take();
        const used = state === "ended" ? member.inflate.bytesWritten - before : part.length;
        given = Buffer.concat([given, part.subarray(0, used)]).subarray(-lookBack);
        held = Buffer.concat([part.subarray(used), held]);
      }
      member.inflate.close();
      if (state === "ended") {
        while (held.length < 8 && (await more()));
        // One that is cut off can end by chance within the next.
        const whole = held.length >= 8 && held.readUInt32LE(4) === member.size() % 2 ** 32;
        if (whole) {
          held = held.subarray(8);
          continue;
        }
      }
      yield gap;
      held = Buffer.concat([given, held]);
      if (!(await skip(0))) return;
    }
  } finally {
    await source.return?.(undefined);
  }

  /** Length of the header of the member that `held` begins with; null where there is none. */
  async function headLength(): Promise<number | null> {
    if (held.length < 10 || !held.subarray(0, 3).equals(magic)) return null;
    const flags = held[3]!;
    let at = 10;
    const need = async (size: number): Promise<boolean> => {
      while (held.length < size) if (!(await more())) return false;
      return true;
    };
    if (flags & 4) {
      if (!(await need(at + 2))) return null;
      at += 2 + held.readUInt16LE(at);
    }
    for (const flag of [8, 16])
      if (flags & flag) {
        let end = held.indexOf(0, at);
        while (end < 0 && held.length < 1 << 16 && (await more())) end = held.indexOf(0, at);
        if (end < 0) return null;
        at = end + 1;
      }
    if (flags & 2) at += 2;
    return (await need(at)) ? at : null;
  }
}

type State = "open" | "ended" | "broken";

function inflater() {
  const inflate: InflateRaw = createInflateRaw();
  let out: Uint8Array[] = [];
  let state: State = "open";
  let size = 0;
  inflate.on("data", (part: Uint8Array) => {
    out.push(part);
    size += part.length;
  });
  inflate.on("end", () => {
    state = "ended";
  });
  const failed = new Promise<void>((resolve) => {
    inflate.on("error", () => {
      state = "broken";
      resolve();
    });
  });
  return {
    inflate,
    size: () => size,
    async write(part: Uint8Array): Promise<State> {
      await Promise.race([failed, new Promise<void>((resolve) => inflate.write(part, () => resolve()))]);
      // "end" comes one turn after the last data.
      await new Promise((resolve) => setImmediate(resolve));
      return state;
    },
    *take(): Generator<Uint8Array> {
      const taken = out;
      out = [];
      yield* taken;
    },
  };
}

async function* pieces(bytes: Bytes): AsyncGenerator<Buffer> {
  for await (const part of bytes) for (let at = 0; at < part.length; at += piece) yield Buffer.from(part.subarray(at, at + piece));
}
