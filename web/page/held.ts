// Records of texts that were pasted and not kept on the shelf, by the first digits of their hash: in this tab only, gone when it is closed.
import type { ReadoutRecord } from "../../src/record/types.ts";

const records = new Map<string, ReadoutRecord>();
const nameOf = (key: string): string => `readout:${key}`;

/** @returns the key to find it by */
export function hold(record: ReadoutRecord): string {
  const key = record.document.sha256.slice(0, 12);
  records.set(key, record);
  try {
    sessionStorage.setItem(nameOf(key), JSON.stringify(record));
  } catch {
    // Too long for the browser's storage: it then lasts until the page is loaded again.
  }
  return key;
}

export function held(key: string): ReadoutRecord | null {
  const known = records.get(key);
  if (known) return known;
  const stored = sessionStorage.getItem(nameOf(key));
  return stored ? (JSON.parse(stored) as ReadoutRecord) : null;
}
