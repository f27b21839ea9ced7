// How many read at once: a place at the desk, or none; and how far the present crowd is.
import { Refusal } from "./refusal.ts";

export interface Desk {
  /** Runs the work at a free place. @throws Refusal 429 where there is none */
  at<T>(work: () => Promise<T>): Promise<T>;
  /** Takes a place. @returns what gives it back, which may be called twice @throws Refusal 429 */
  take(): () => void;
  /** Articles begun and finished since the desk was last empty, or null while it is. */
  progress(): { readonly done: number; readonly total: number } | null;
  /** One more article of somebody who has a place already. */
  count(event: "begun" | "done"): void;
}

export function deskWith(places: number): Desk {
  let taken = 0;
  let done = 0;
  let total = 0;
  function take(): () => void {
    if (taken === places) throw new Refusal(429, "as many articles are being read as can be: try again in a moment", 1);
    if (taken++ === 0) done = total = 0;
    let mine = true;
    return () => {
      if (mine) taken--;
      mine = false;
    };
  }
  const count = (event: "begun" | "done"): void => void (event === "begun" ? total++ : done++);
  return {
    take,
    count,
    progress: () => (taken === 0 ? null : { done, total }),
    async at(work) {
      const leave = take();
      count("begun");
      try {
        return await work();
      } finally {
        count("done");
        leave();
      }
    },
  };
}
