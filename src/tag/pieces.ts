// Words in, word pieces out, by the encoder's vocabulary (BERT, uncased): normalise, part punctuation, then the longest piece first. Knows no tensors.

const UNKNOWN = "[UNK]";
/** More pieces of one word than this are dropped, as in training. */
const LONGEST_WORD = 12;

/** A sentence ready for the encoder. `marks` are the places of the actor's and the recipient's marker in `ids`, 0 where none. */
export interface Pieces {
  readonly ids: readonly number[];
  /** For each word the place of its first piece in `ids`. */
  readonly firsts: readonly number[];
  readonly marks: readonly [number, number];
}

/** First and last word of a marked mention. */
export interface Marked {
  readonly actor: readonly [number, number] | null;
  readonly recipient: readonly [number, number] | null;
}

/** Characters that the vocabulary's makers count as punctuation: all ASCII symbols, and Unicode's P classes. */
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u;
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;

export class Vocabulary {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #words = new Map<string, readonly number[]>();
  readonly #unknown: number;

  /** @param file the text of vocab.txt, one piece a line, its number the line's. */
  constructor(file: string) {
    this.#ids = new Map(
      file
        .split("\n")
        .filter((line, i, all) => line !== "" || i < all.length - 1)
        .map((piece, i) => [piece.replace(/\r$/, ""), i]),
    );
    const unknown = this.#ids.get(UNKNOWN);
    if (unknown === undefined) throw new Error("vocab.txt holds no [UNK]: fetch model/ again");
    this.#unknown = unknown;
  }

  /** Piece numbers of one word, at least one. */
  word(word: string): readonly number[] {
    let ids = this.#words.get(word);
    if (!ids) {
      ids = this.#cut(word).slice(0, LONGEST_WORD);
      // Names are many: the memory of words must not grow with the number of articles.
      if (this.#words.size > 20_000) this.#words.clear();
      this.#words.set(word, ids);
    }
    return ids;
  }

  /** The whole sentence between [CLS] and [SEP], with [unused] pieces around marked mentions. */
  sentence(words: readonly string[], { actor, recipient }: Marked = { actor: null, recipient: null }): Pieces {
    const ids = [this.#special("[CLS]")];
    const firsts: number[] = [];
    const marks: [number, number] = [0, 0];
    words.forEach((word, i) => {
      if (actor?.[0] === i) marks[0] = ids.push(this.#special("[unused0]")) - 1;
      if (recipient?.[0] === i) marks[1] = ids.push(this.#special("[unused2]")) - 1;
      firsts.push(ids.length);
      ids.push(...this.word(word));
      if (actor?.[1] === i) ids.push(this.#special("[unused1]"));
      if (recipient?.[1] === i) ids.push(this.#special("[unused3]"));
    });
    ids.push(this.#special("[SEP]"));
    return { ids, firsts, marks };
  }

  #special(piece: string): number {
    const id = this.#ids.get(piece);
    if (id === undefined) throw new Error(`vocab.txt holds no ${piece}: fetch model/ again`);
    return id;
  }

  #cut(word: string): number[] {
    const clean = word
      .replace(/[\0\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "");
    const parts: string[] = [];
    let open = false;
    for (const char of clean) {
      if (PUNCTUATION.test(char) || IDEOGRAPH.test(char)) {
        parts.push(char);
        open = false;
      } else if (open) parts[parts.length - 1] += char;
      else {
        parts.push(char);
        open = true;
      }
    }
    const ids = parts.flatMap((part) => this.#longestFirst(part));
    return ids.length ? ids : [this.#unknown];
  }

  #longestFirst(part: string): number[] {
    if ([...part].length > 100) return [this.#unknown];
    const ids: number[] = [];
    for (let start = 0; start < part.length; ) {
      let end = part.length;
      let id: number | undefined;
      for (; end > start; end--) {
        id = this.#ids.get((start ? "##" : "") + part.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.#unknown];
      ids.push(id);
      start = end;
    }
    return ids;
  }
}
