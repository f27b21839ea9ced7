// A document + what a person says of it → the document as said, and what changed. Pure.
import type { Document } from "../document/types.ts";
import type { Setting } from "./types.ts";

type Field = Setting["field"];

/** @param given left out, or undefined, where nothing is said */
export function mendedBy(
  document: Document,
  given: { readonly [Name in Field]?: string | undefined },
): { readonly mended: Document; readonly settings: Setting[] } {
  const settings = (["published", "publisher", "title", "url"] as const).flatMap((field): Setting[] => {
    const value = given[field];
    const was = document[field];
    // A day that is set again by a person is surer than one that was found.
    const same = value === was && (field !== "published" || document.dated?.from === "given");
    return value === undefined || same ? [] : [{ field, value, was }];
  });
  const dated = settings.some(({ field }) => field === "published") ? { dated: { from: "given", confidence: 1 } as const } : {};
  return { mended: { ...document, ...Object.fromEntries(settings.map(({ field, value }) => [field, value])), ...dated }, settings };
}
