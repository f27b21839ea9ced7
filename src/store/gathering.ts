// An article to be written to a shelf → its events gathered with those of others, and what differs between them. Over the verbs of desk.ts.
import type { Answer, Contradiction, Mention, Side } from "../gather/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import type { Tables } from "./desk.ts";
import { keyOf } from "./fold.ts";
import { recentOn, type Wording } from "./recent.ts";
import { dayOf, type Place } from "./rows.ts";
import { sqlOf } from "./sql.ts";
import type { Telling, Value } from "./types.ts";

/** The tables of its own, and which of their rows speak of the version with a key: they are found anew when it is written anew. */
export const GATHERED = {
  answer: "document = $key",
  contradiction: "document = $key OR other_document = $key",
  shift: "document = $key OR new_document = $key OR old_document = $key",
};

/** A gathered event has the article and number of the event that told it first, so that writing an article anew gives the same numbers. */
const eventsAtMost = 1_000_000;

type Cells = readonly Value[];

/** Numbers of gathered events by `sameness` of the event in its article. */
type Earlier = ReadonlyMap<string, number>;

const sameness = (ref: number, { type, auxiliary, source, target }: Pick<Mention, "type" | "auxiliary" | "source" | "target">): string =>
  JSON.stringify([ref, type, auxiliary, source, target]);

export interface Gathering {
  /**
   * @param record as its rows will be on the shelf, corrections worked in
   * @param refs numbers of its events within the article, which it keeps for good
   * @param earlier of the version when it is written anew: an event that is as it was stays where it was gathered
   * @returns rows by table: the last cells of each event and of the document, which go behind their own, and whole rows of the keys of `GATHERED`
   */
  rows(
    record: ReadoutRecord,
    refs: ReadonlyMap<string, number>,
    place: Pick<Place, "key" | "article" | "current">,
    earlier?: Earlier,
  ): Promise<Readonly<Record<string, readonly Cells[]>>>;
  /** To be called before the rows of a version are written anew. @returns what its events are gathered into, by what they are */
  before(key: number): Promise<Earlier>;
  /** To be called when the rows have not been kept. */
  clear(): void;
}

export function gatheringOn(tables: Pick<Tables, "rows">, { gatherer, dateOf }: Pick<Telling, "gatherer" | "dateOf">): Gathering {
  const recent = recentOn(tables);
  const { windows } = gatherer;

  /** The first article of those with nearly this text. */
  async function wordingOf(text: string, day: readonly string[], { key, article }: Pick<Place, "key" | "article">): Promise<Wording> {
    const sketch = gatherer.sketchOf(text);
    let [family, most] = [key, 0];
    for (const other of await recent.near("wordings", day, windows.copies, article)) {
      const share = gatherer.shared(sketch, other);
      if (gatherer.isCopy(share) && share > most) [family, most] = [other.family, share];
    }
    return { document: key, article, family, ...sketch };
  }

  async function gathered(
    record: ReadoutRecord,
    refs: ReadonlyMap<string, number>,
    day: string | null,
    { key, article }: Pick<Place, "key" | "article">,
    earlier: Earlier | undefined,
  ): Promise<Mention[]> {
    if (record.events.length === 0) return [];
    const own = gatherer
      .mentionsOf(record, key, day, (event) => dayOf(dateOf(event, record.document)?.iso ?? null))
      .map((mention) => ({ ...mention, gathered: earlier?.get(sameness(refs.get(mention.id)!, mention)) ?? null }));
    const days = own.flatMap((mention) => mention.day ?? []);
    const known = await recent.near("mentions", days, windows.events, article);
    return gatherer.gather(own, known, ({ id }, taken) => {
      let number = article * eventsAtMost + refs.get(id)!;
      while (taken.has(number)) number += eventsAtMost / 10;
      return number;
    });
  }

  async function contradictions(
    own: readonly Mention[],
    answers: readonly Answer[],
    day: readonly string[],
    article: number,
  ): Promise<Contradiction[]> {
    const others = <Row extends { readonly article: number }>(rows: readonly Row[]) => rows.filter((row) => row.article !== article);
    const days = own.flatMap((mention) => mention.day ?? []);
    const around = await recent.near("mentions", days, windows.events, article);
    const claims = answers.length === 0 ? [] : await recent.near("mentions", day, windows.answers, article);
    const known = own.length === 0 ? [] : await recent.near("answers", day, windows.answers, article);
    return gatherer.contradictions(
      { mentions: own, answers },
      { mentions: others([...new Set([...around, ...claims])]), answers: others(known) },
    );
  }

  return {
    async rows(record, refs, { key, article, current }, earlier) {
      if (current) recent.replace(article, key);
      const day = dayOf(record.document.published);
      const days = day === null ? [] : [day];
      const wording = await wordingOf(record.document.text, days, { key, article });
      const own = await gathered(record, refs, day, { key, article }, earlier);
      const answers = gatherer.answersOf(record, key, day);
      const found = await contradictions(own, answers, days, article);
      const stands = gatherer.standsOf(record, key, day);
      const moved = gatherer.shifts(
        stands,
        await recent.stands(
          stands.flatMap(({ actor }) => actor ?? []),
          article,
        ),
      );
      recent.put("wordings", day, wording);
      for (const mention of own) recent.put("mentions", mention.day, { ...mention, article });
      for (const answer of answers) recent.put("answers", day, { ...answer, article });
      for (const stand of stands) recent.putStand({ ...stand, article });
      return {
        document: [[wording.family, wording.shingles, wording.minima]],
        event: own.map((mention) => [mention.gathered, mention.trigger]),
        answer: answers.map(answerCells),
        contradiction: found.map((each) => contradictionCells(each, key)),
        shift: moved.map(({ from, to }) => [key, to.document, to.number, from.document, from.number]),
      };
    },
    async before(key) {
      recent.forget(key);
      const rows = await tables.rows(sqlOf("gather_before"), { key });
      return new Map(rows.map((row) => [sameness(row.ref as number, row as unknown as Mention), row.gathered as number]));
    },
    clear: () => recent.clear(),
  };
}

const contradictionCells = ({ kind, actor, actor_code, earlier, later }: Contradiction, key: number): readonly Value[] => [
  ...[kind, actor, actor_code, keyOf([...earlier.who, ...later.who])],
  [...new Set([earlier.type, later.type].filter((type) => type !== null))],
  Math.min(earlier.confidence, later.confidence),
  // Rows go with the article that is being written; the last cell says that it is the earlier one.
  ...(later.document === key ? [...sideCells(later), ...sideCells(earlier), false] : [...sideCells(earlier), ...sideCells(later), true]),
];

const answerCells = ({ document, id, speaker, speaker_code, cue, content, sentence, start, end, confidence }: Answer): readonly Value[] => [
  ...[document, id, speaker, speaker_code, cue, content, sentence, start, end, confidence],
];

const sideCells = ({ document, id, said_by, value, sentence, start, end }: Side): readonly Value[] => [
  ...[document, id, said_by, value, sentence, start, end],
];
