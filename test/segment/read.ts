// Text → Segmented, for tests: the document around it says nothing.
import { segment } from "../../src/segment/segment.ts";
import type { Segmented } from "../../src/segment/types.ts";

export const read = (text: string): Segmented =>
  segment({
    id: "t",
    url: null,
    title: null,
    byline: null,
    publisher: null,
    published: null,
    language: "en",
    text,
    sha256: "",
    kind: "news",
    extra: {},
  });
