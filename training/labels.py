"""Plain stories and their labels, by number of line → blocks of the corpus. python training/labels.py --check STORIES LABELS | python training/labels.py STORIES LABELS OUT

STORIES has a sentence a line, and "# article: …" before each story. LABELS has, for each sentence, its line's number and voice ("12 attributed"), then its act: and says: lines as corpus/GUIDE.md has them;
so who labels need not write the text again. --check tells each line that contradicts the text or the guide; OUT holds the sentences that do not. corpus/WRITING.md tells how both are written.
"""
import re
import sys
from pathlib import Path

from corpus import Fault, read_block


def numbered(path):
    """Line number → sentence or heading, without blank lines."""
    return {n: line.strip() for n, line in enumerate(Path(path).read_text(encoding="utf8").split("\n"), 1) if line.strip()}


def labelled(path, stories):
    """Labels → (line → voice and fields, faults as (line, words))."""
    blocks, faults, now = {}, [], None
    for number, line in numbered(path).items():
        head = re.fullmatch(r"(\d+)[ :.]+([a-z]+)", line)
        if head:
            now = int(head[1])
            if now in blocks:
                faults.append((now, "stands twice: the later one counts"))
            if now not in stories or stories[now].startswith("#"):
                faults.append((now, "no sentence stands on that line"))
            blocks[now] = (head[2], [])
        elif re.match(r"(?:act|says):", line) and now is not None:
            blocks[now][1].append(line)
        elif not line.startswith("#"):
            faults.append((now or 0, f"line {number} is neither a number with a voice nor act: nor says: “{line[:80]}”"))
    return blocks, faults


def main():
    check = "--check" in sys.argv
    stories_file, labels_file, *out = [a for a in sys.argv[1:] if a != "--check"]
    stories = numbered(stories_file)
    blocks, faults = labelled(labels_file, stories)
    good = {}
    for n, (voice, fields) in blocks.items():
        lines = [f"text: {stories.get(n, '')}", *fields, f"voice: {voice}"]
        try:
            read_block(lines)
            good[n] = lines
        except Fault as fault:
            faults.append((n, str(fault)))
    for n, words in sorted(faults):
        print(f"{n}: {words}")
    span = range(min(blocks, default=1), max(blocks, default=0) + 1)
    missing = [n for n in span if n in stories and not stories[n].startswith("#") and n not in blocks]
    if missing:
        print("without labels:", *missing)
    print(f"{len(blocks)} sentences, {len(good)} good, {len(faults)} faults")
    if not check:
        parts, heading = [], None
        for n, line in stories.items():
            if line.startswith("#"):
                heading = line
            elif n in good:
                # The heading of a story of which nothing is labelled is left out.
                parts += [heading] if heading else []
                parts.append("\n".join(good[n]))
                heading = None
        Path(out[0]).write_text("\n\n".join(parts) + "\n", encoding="utf8")
    sys.exit(1 if faults and check else 0)


if __name__ == "__main__":
    main()
