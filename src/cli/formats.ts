// Names of --as → the writers, and what stands before the first record and between two.
import { writeCameo } from "../record/cameo.ts";
import { CSV_HEADER, writeCsv } from "../record/csv.ts";
import { writeJson } from "../record/json.ts";
import { writeJsonl } from "../record/jsonl.ts";
import { writeMarkdown } from "../record/markdown.ts";
import { writePage } from "../record/page.ts";
import { writePlover } from "../record/plover.ts";
import type { ReadoutRecord } from "../record/types.ts";
import type { Effects } from "./effects.ts";
import type { Format } from "./options.ts";

export interface Layout {
  /** Written once, even where there are no records. */
  readonly head: string;
  readonly between: string;
  write(record: ReadoutRecord): string;
}

export function layoutOf(format: Format, { out, env }: Pick<Effects, "out" | "env">): Layout {
  const width = Math.max(40, Math.min(100, out.columns ?? 80));
  const colour = out.isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
  const layouts: Record<Format, Layout> = {
    page: { head: "", between: `\n${"─".repeat(width)}\n\n`, write: (record) => writePage(record, { width, colour }) },
    json: { head: "", between: "", write: writeJson },
    jsonl: { head: "", between: "", write: writeJsonl },
    plover: { head: "", between: "", write: (record) => writePlover(record) },
    csv: { head: CSV_HEADER, between: "", write: writeCsv },
    cameo: { head: "", between: "", write: writeCameo },
    markdown: { head: "", between: "\n---\n\n", write: writeMarkdown },
  };
  return layouts[format];
}
