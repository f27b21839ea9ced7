// A text, a page or an address → its record, by the server; asks it now and then how far it is.
import type { ReadoutRecord } from "../../src/record/types.ts";
import { api } from "../page/api.ts";
import type { Source } from "../page/source.ts";

export async function readThere(source: Source, date: string, signal: AbortSignal, tell: (doing: string) => void): Promise<ReadoutRecord> {
  const clock = setInterval(async () => {
    const coding = (await api.status().catch(() => null))?.coding;
    if (coding) tell(`Reading: ${coding.done} of ${coding.total} ${coding.what}`);
  }, 700);
  try {
    return await api.read(source, date, signal);
  } finally {
    clearInterval(clock);
  }
}
