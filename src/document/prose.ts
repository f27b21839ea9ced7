// DOM → how much prose each element holds: characters outside links, in runs of at least `sentence` characters. Changes nothing.
import { isInline } from "./blocks.ts";
import type { PageElement } from "./dom.ts";

// Shorter runs are headings, labels and links more often than sentences.
const sentence = 80;

/** The prose characters below each element of `root`, the root too. */
export function weighProse(root: PageElement): Map<PageElement, number> {
  const weights = new Map<PageElement, number>();
  // Depth is bounded by parsePage, so recursion is safe.
  const visit = (element: PageElement): { prose: number; run: number; linked: number } => {
    let prose = 0;
    let run = 0;
    let linked = 0;
    const close = () => {
      if (run >= sentence) prose += run - linked;
      run = 0;
      linked = 0;
    };
    for (const child of element.childNodes) {
      if (child.nodeType === 3) run += child.textContent.trim().length;
      else if (child.nodeType === 1) {
        const inside = visit(child as PageElement);
        prose += inside.prose;
        if (isInline(child.nodeName)) {
          run += inside.run;
          linked += child.nodeName === "A" ? inside.run : inside.linked;
        } else close();
      }
    }
    if (!isInline(element.nodeName)) close();
    weights.set(element, prose + (run >= sentence ? run - linked : 0));
    return { prose, run, linked };
  };
  visit(root);
  return weights;
}
