// A text → its record, and why a line of it is so, by a worker with the model in it, so that the page stays free. Opened at the first text and kept.
import type { ReadoutRecord } from "../../src/record/types.ts";
import type { Why } from "../../src/why/types.ts";
import { Trouble } from "../page/api.ts";
import { type Tell, tellSentences } from "../page/how-far.ts";
import type { Source } from "../page/source.ts";
import type { AskWhy } from "../page/why.ts";
import { isFile, parts } from "./parts.ts";
import type { Asked, Told } from "./worker.ts";
import workerUrl from "./worker.ts?worker&url";

let worker: Worker | null = null;

/**
 * @param date ISO date that "yesterday" is told from, "" where it is not known
 * @param tell is told in words what is being done
 */
export async function readHere(source: Source, date: string, signal: AbortSignal, tell: Tell): Promise<ReadoutRecord> {
  if (!("text" in source)) throw new Trouble("This page reads plain text alone.", "Paste the article’s text.", 0);
  const told = await ask({ read: { text: source.text, date } }, signal, tell);
  return (told as { record: ReadoutRecord }).record;
}

export const whyHere: AskWhy = async (document, of, signal, tell) => {
  // A record that is shown is a state of the page, which no worker takes as it is.
  const plain = JSON.parse(JSON.stringify(document)) as typeof document;
  return ((await ask({ why: { document: plain, of } }, signal, tell)) as { why: Why[] }).why;
};

async function ask(asked: Asked, signal: AbortSignal, tell: Tell): Promise<Told> {
  if (isFile())
    throw new Trouble(
      "Opened from a file, this page shows its example only: browsers let no file load the model.",
      "Put its folder on any server, this machine’s too, and open it there by https or from localhost.",
      0,
    );
  if (!isSecureContext)
    throw new Trouble("Browsers let no page check a model that came by plain http.", "Open this page by https, or from localhost.", 0);
  try {
    worker ??= await open(signal, tell);
    return await question(worker, asked, signal, tell);
  } catch (error) {
    // Whatever it was doing, it is not to be trusted with the next text.
    worker?.terminate();
    worker = null;
    throw error;
  }
}

async function open(signal: AbortSignal, tell: Tell): Promise<Worker> {
  const mega = (bytes: number): number => Math.round(bytes / 1e6);
  const fetched = await parts(signal, (done, total) => tell(`Loading the model: ${mega(done)} of ${mega(total)} MB`, done / total));
  tell("Opening the model …");
  const opened = new Worker(workerUrl, { type: "module", name: "readout" });
  try {
    await question(opened, { open: fetched }, signal, tell, Object.values(fetched) as ArrayBuffer[]);
    return opened;
  } catch (error) {
    opened.terminate();
    throw error;
  }
}

/** One question at a time, to the worker's last word on it. */
function question(of: Worker, asked: Asked, signal: AbortSignal, tell: Tell, given: ArrayBuffer[] = []): Promise<Told> {
  return new Promise<Told>((resolve, reject) => {
    const stop = (): void => reject(new Trouble("You stopped it.", "Nothing was kept.", 0));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    of.onerror = (event) => reject(new Trouble("The reader failed in this browser.", event.message || "Load the page again.", 0));
    of.onmessage = ({ data }: MessageEvent<Told>) => {
      if ("done" in data) return tellSentences(tell, data);
      signal.removeEventListener("abort", stop);
      if ("failure" in data) reject(new Trouble(data.failure, data.hint, 0));
      else resolve(data);
    };
    of.postMessage(asked, given);
  });
}
