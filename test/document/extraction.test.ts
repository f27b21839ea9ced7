// The two extraction targets on the shared pages (eval/extraction.ts); skipped where ../shared is absent.
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractionPages, measureExtraction } from "../../eval/extraction.ts";

describe("extraction", () => {
  it.skipIf(!existsSync(extractionPages))(
    `reaches its targets on the pages of ../shared/data/extraction${existsSync(extractionPages) ? "" : " (skipped: absent)"}`,
    { timeout: 120_000 },
    async () => {
      const score = await measureExtraction(extractionPages);
      expect(score.shingleF1).toBeGreaterThanOrEqual(0.94);
      expect(score.withoutAbsent).toBeGreaterThanOrEqual(0.95);
    },
  );
});
