// Questions to the local server's API → answers, or a trouble that says what is wrong and what to do. The only file that fetches.
import type { ReadoutRecord } from "../../src/record/types.ts";
import type { SentencesRead } from "../../src/tag/types.ts";
import type { Why } from "../../src/why/types.ts";
import type { Source } from "./source.ts";

/** What a person is told when an answer does not come. */
export class Trouble extends Error {
  readonly hint: string;
  /** HTTP status; 0 where no answer came at all. */
  readonly status: number;
  constructor(message: string, hint: string, status: number) {
    super(message);
    this.hint = hint;
    this.status = status;
  }
}

/** Below the page's own address, so that a proxy may put it anywhere. */
export const apiPath = (path: string, params: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams(params).toString();
  return `api/v1/${path}${query ? `?${query}` : ""}`;
};

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw new Trouble("You stopped it.", "Nothing was kept.", 0);
    throw Object.assign(
      new Trouble("Readout’s server does not answer.", "Start it again in its terminal with: readout serve. Then try again.", 0),
      { cause },
    );
  }
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw troubleOf(answer.status, body);
  return body as T;
}

const hints: Readonly<Record<number, string>> = {
  401: "Enter the token that readout serve was started with.",
  404: "Open it from the shelf, or add it again.",
  413: "Give a shorter text, or add it in a terminal with: readout add FILE",
};

/** Errors of the server: {"error": {"message", "hint"}} or {"error": "message"}. */
function troubleOf(status: number, body: unknown): Trouble {
  const error = (body as { error?: unknown } | null)?.error;
  const { message, hint } =
    typeof error === "object" && error ? (error as { message?: string; hint?: string }) : { message: String(error ?? "") };
  return new Trouble(
    message || `The server answered ${status}.`,
    hint ?? hints[status] ?? "Try again; the server’s terminal says more.",
    status,
  );
}

const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  ask<T>(apiPath(path), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

export interface Status {
  readonly documents?: number;
  /** What is being read while a request is under way. */
  readonly coding?: {
    readonly done: number;
    readonly total: number;
    readonly what: string;
    readonly sentences?: SentencesRead | null;
  } | null;
}

export interface Correction {
  readonly event?: string;
  /** "DOCUMENT#e5", "DOCUMENT#p1", or the id of a remark. */
  readonly line?: string;
  /** Instead of `event`: where a note is kept. */
  readonly note_on?: { readonly document: string; readonly start: number; readonly end: number };
  readonly not_so?: boolean;
  readonly said_by?: string;
  readonly stance?: string;
  readonly standing?: string;
  readonly modes?: readonly string[];
  /** Instead of `event`: words of an article that tell one which the machine missed. */
  readonly missed?: { readonly document: string; readonly words: string };
  readonly auxiliary?: readonly string[];
  readonly type?: string;
  readonly not_an_event?: boolean;
  readonly undo?: boolean;
  readonly actor?: string | readonly string[];
  readonly recipient?: string | readonly string[];
  readonly note?: string;
  readonly by?: string;
}

/** Rows of a question, and how many more pass but for the days and have no date. */
export interface Answered<Row> {
  readonly rows: Row[];
  readonly undated?: number;
}

export const api = {
  read: (source: Source, date: string, signal: AbortSignal) =>
    post<ReadoutRecord>("read", { ...source, ...(date ? { date } : {}) }, signal),
  why: async ({ text, title, publisher, published, url }: ReadoutRecord["document"], of: string, signal: AbortSignal) => {
    const known = Object.entries({ title, publisher, published, url: /^https?:/.test(url ?? "") ? url : null });
    const given = Object.fromEntries(known.filter(([, value]) => value));
    return (await post<{ why: Why[] }>("why", { text, ...given, of }, signal)).why;
  },
  keep: (source: Source) => post<{ id: string }>("documents", source),
  /** `remark` undoes what was said of a line, and nothing that somebody else says of it. */
  correct: (correction: Correction) => post<{ readonly remark: string | null }>("corrections", correction),
  enter: (token: string) => post<unknown>("session", { token }),
  example: () => ask<ReadoutRecord>(apiPath("example")),
  document: (id: string) => ask<ReadoutRecord>(apiPath(`documents/${encodeURIComponent(id)}`)),
  status: () => ask<Status>(apiPath("status")),
  answer: <Row>(question: string, params: Readonly<Record<string, string>> = {}) => ask<Answered<Row>>(apiPath(question, params)),
  async rows<Row>(question: string, params: Readonly<Record<string, string>> = {}): Promise<Row[]> {
    return (await api.answer<Row>(question, params)).rows;
  },
};
