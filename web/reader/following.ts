// The article and the record beside it → each scrolls along with the other: the record to the lines about what is being read, the article to the words of the line.
// Whichever the reader's pointer or keyboard is in leads; on narrow screens, where one of the two is shown, nothing follows.
import { paragraphAt } from "./ranges.ts";

/** Where in the window's or the column's height one reads. */
const reading = 0.35;

/** @param spread holds an `article` and a `.record` that scrolls @returns an end to it */
export function following(spread: HTMLElement): () => void {
  let leads: "article" | "record" = "article";
  let last: Element | null = null;
  let waits = false;
  const article = (): HTMLElement | null => spread.querySelector("article");
  const column = (): HTMLElement | null => spread.querySelector(".record");
  const isIn = (event: Event): boolean => column()?.contains(event.target as Node) ?? false;
  const behavior = (): ScrollBehavior => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

  function toRecord(text: HTMLElement, lines: HTMLElement): void {
    const at =
      [...text.querySelectorAll("[data-start]")].find((each) => each.getBoundingClientRect().bottom >= innerHeight * reading) ?? null;
    if (at === last || !at) return;
    last = at;
    const about = [...lines.querySelectorAll<HTMLElement>("li[data-at]")].filter((line) => {
      line.removeAttribute("data-near");
      return paragraphAt(text, Number(line.dataset.at)) === at;
    });
    for (const line of about) line.setAttribute("data-near", "");
    const [line] = about.filter((each) => each.classList.contains("current")).concat(about);
    if (line) lines.scrollTo({ top: line.offsetTop - lines.offsetTop - lines.clientHeight * reading, behavior: behavior() });
  }

  function toArticle(text: HTMLElement, lines: HTMLElement): void {
    const top = lines.getBoundingClientRect().top + lines.clientHeight * reading;
    const line = [...lines.querySelectorAll<HTMLElement>("li[data-at]")].find((each) => each.getBoundingClientRect().bottom >= top) ?? null;
    if (!line || line === last) return;
    last = line;
    const words = paragraphAt(text, Number(line.dataset.at))?.getBoundingClientRect();
    if (words) scrollTo({ top: scrollY + words.top - innerHeight * reading, behavior: behavior() });
  }

  function scrolled(event: Event): void {
    const own = event.target === document ? "article" : event.target === column() ? "record" : null;
    const [text, lines] = [article(), column()];
    if (own !== leads || waits || !text || !lines) return;
    const beside =
      text.offsetParent !== null &&
      lines.scrollHeight > lines.clientHeight + 1 &&
      text.getBoundingClientRect().right <= lines.getBoundingClientRect().left;
    if (!beside) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      if (leads === "article") toRecord(text, lines);
      else toArticle(text, lines);
    });
  }
  const lead = (event: Event): void => {
    leads = isIn(event) ? "record" : "article";
  };
  const signs = ["wheel", "pointerdown", "touchstart", "keydown"] as const;
  for (const sign of signs) addEventListener(sign, lead, { passive: true, capture: true });
  addEventListener("scroll", scrolled, { passive: true, capture: true });
  return () => {
    for (const sign of signs) removeEventListener(sign, lead, { capture: true });
    removeEventListener("scroll", scrolled, { capture: true });
  };
}
