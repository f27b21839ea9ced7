// In a worker of the page: the same path as in Node (src/path.ts), its parts opened from what the page fetched. Fetches nothing with a text in it, sends nothing.
import agents from "../../data/actors/agents.txt?raw";
import countries from "../../data/actors/countries.txt?raw";
import organisations from "../../data/actors/organisations.txt?raw";
import people from "../../data/actors/people.txt?raw";
import things from "../../data/actors/things.txt?raw";
import { version } from "../../package.json";
import { parseDictionary } from "../../src/actors/dictionary.ts";
import { documentOf, statedByText } from "../../src/document/text.ts";
import { askedPathOf, type Parts, pathOf } from "../../src/path.ts";
import { type Gazetteer, gazetteerOf } from "../../src/places/gazetteer.ts";
import { placesOf } from "../../src/record/places.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { inJobs } from "../../src/tag/jobs.ts";
import { readerOf } from "../../src/tag/reader.ts";
import type { Sentence, SentencesRead, TaggedSentence } from "../../src/tag/types.ts";
import type { Why } from "../../src/why/types.ts";
import { whyOf } from "../../src/why/why.ts";
import type { Fetched } from "./parts.ts";
import { openModel, sha256 } from "./session.ts";

/** First `open`, then a `read` or `why` at a time. */
export type Asked =
  | { readonly open: Fetched }
  | { readonly read: { readonly text: string; readonly date: string } }
  | { readonly why: { readonly document: ReadoutRecord["document"]; readonly of: string } };
/** The last word is a record (null for `open`), a why or a failure; sentences that are done come before. */
export type Told =
  | { readonly record: ReadoutRecord | null }
  | { readonly why: Why[] }
  | { readonly failure: string; readonly hint: string }
  | SentencesRead;

/** The parts of the path, with a tagger that tells what was scored where `asked`. */
let partsFor: ((asked: boolean) => Parts) | null = null;

addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  const tell = (told: Told): void => postMessage(told);
  try {
    if ("open" in data) {
      partsFor = await open(data.open);
      tell({ record: null });
    } else if ("read" in data) {
      const { text, date } = data.read;
      const document = await documentOf(statedByText(text), {}, (whole) => sha256(new TextEncoder().encode(whole)));
      tell({ record: await pathOf(partsFor!(false))(document, { ...(date && { date }), onProgress: tell }) });
    } else {
      const { document, of } = data.why;
      const reading = await askedPathOf(partsFor!(true))(document, { onProgress: tell });
      tell({ why: whyOf(reading, of, placesOf(reading.record).cite) });
    }
  } catch (error) {
    const [failure, hint] = String(error instanceof Error ? error.message : error).split(/: (?=[a-z])/, 2);
    tell({ failure: failure!, hint: hint ?? "Load the page again." });
  }
});

async function open({ weights, runtime, places }: Fetched): Promise<(asked: boolean) => Parts> {
  const model = await openModel(weights, runtime);
  const plain = readerOf(model);
  const telling = readerOf(model, true);
  let gazetteer: Gazetteer | null = null;

  /** One job after another: the runtime has one thread and takes one batch at a time. */
  async function tag(
    sentences: readonly Sentence[],
    tagHere: typeof plain,
    onRead?: (part: readonly Sentence[]) => void,
  ): Promise<TaggedSentence[]> {
    let before: Promise<unknown> = Promise.resolve();
    return inJobs(
      sentences,
      ({ length }) => length,
      (part) => {
        const job = before.then(() => tagHere(part));
        before = job;
        return job;
      },
      onRead,
    );
  }

  const dictionary = parseDictionary({
    "countries.txt": countries,
    "organisations.txt": organisations,
    "people.txt": people,
    "agents.txt": agents,
    "things.txt": things,
  });
  return (asked) => ({
    engine: { version, model: model.hash },
    tagger: { tag: (sentences, onRead) => tag(sentences, asked ? telling : plain, onRead) },
    dictionary,
    places: () => (gazetteer ??= gazetteerOf(new Uint8Array(places))),
  });
}
