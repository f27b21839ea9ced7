// "Macron and Merz" → a group with what its two sides share. Pure.
import { holds, hull, type Span } from "../span.ts";
import type { Entity } from "../tag/types.ts";
import { plainReading, type Reading } from "./reading.ts";
import { coreEnd, type Word } from "./words.ts";

/** @param read reads one side of it. "Macron and Merz", "police and soldiers": a group with what its two sides share. */
export function pairOf(
  words: readonly Word[],
  entities: readonly Entity[],
  determined: readonly string[],
  read: (side: Span) => Reading | null,
): Reading | null {
  // The "and" of "Jammu and Kashmir" is its own.
  const parts = (word: Word): boolean => word.lower === "and" && !entities.some((entity) => entity.kind !== "PER" && holds(entity, word));
  const and = words.findIndex((word, at) => parts(word) && at > 0 && at < words.length - 1);
  if (and < 0 || and >= coreEnd(words)) return null;
  const [left, right] = [words.slice(0, and), words.slice(and + 1)].map((side) => read(hull(side)));
  const somebody = (side: Reading | null | undefined): side is Reading =>
    side != null && (side.entry !== null || side.agent !== null || side.kind === "person" || (side.code !== null && !side.assumed));
  if (!somebody(left) || !somebody(right)) return null;
  // "Deputy Prime Minister and Defence Minister Amina Diallo", "party member and Defence Minister Amina Diallo" is one woman.
  if (
    determined.length === 0 &&
    left.form === "nominal" &&
    !left.plural &&
    (right.office === null ? /^(?:leader|office)$/ : /^(?:leader|office|people)$/).test(left.agent?.form ?? "") &&
    right.kind === "person" &&
    right.form === "name"
  )
    return { ...right, office: right.office && `${left.name} and ${right.office}` };
  const shared = <T>(one: T, other: T): T | null => (one === other ? one : null);
  return {
    ...plainReading(left.name, "nominal", "group"),
    bare: left.bare,
    // "Soldiers and the Free Rivers Network": one side's country, where only one tells it.
    code: left.code === null || right.code === null ? (left.code ?? right.code) : shared(left.code, right.code),
    sector: shared(left.sector, right.sector),
    assumed: left.assumed && right.assumed,
    open: left.open || right.open || left.code !== right.code,
  };
}
