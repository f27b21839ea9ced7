// A text, a page or an address → its record, by the server; asks it now and then how far it is.
import type { ReadoutRecord } from "../../src/record/types.ts";
import { api } from "../page/api.ts";
import { type Tell, tellSentences } from "../page/how-far.ts";
import type { Source } from "../page/source.ts";

export async function readThere(source: Source, date: string, signal: AbortSignal, tell: Tell): Promise<ReadoutRecord> {
  const clock = setInterval(async () => {
    const coding = (await api.status().catch(() => null))?.coding;
    if (coding?.sentences) tellSentences(tell, coding.sentences);
    else if (coding && coding.total > 1) tell(`Reading: ${coding.done} of ${coding.total} ${coding.what}`);
  }, 700);
  try {
    return await api.read(source, date, signal);
  } finally {
    clearInterval(clock);
  }
}
