// Name of a .sql file → its text. The files stay in src/, which the package carries, so that building copies nothing.
import { readFileSync } from "node:fs";

// Two folders up from src/store and from dist/store alike.
const folder = new URL("../../src/store/sql/", import.meta.url);

/** @param name without ".sql" */
export const sqlOf = (name: string): string => readFileSync(new URL(`${name}.sql`, folder), "utf8");
