// The articles that the fuzzer's shelf holds.
import { recordOf } from "../test/store/records.ts";

export const kept = [1, 2, 3].map((n) => recordOf(n));
