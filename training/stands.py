"""Hand-coded negotiations: an article's numbered sentences, and notes on them to offsets without text (eval/NEGOTIATION.md is the guide).

python training/stands.py sentences ARTICLE           its sentences, numbered from 0
python training/stands.py offsets CODER FILE…         writes training/eval/negotiation/NAME.CODER.json: offsets in UTF-16 units and labels; none of the text
python training/stands.py offsets CODER PACK FILE…    the same for a pack's articles, into training/eval/negotiation/PACK/
  with --unseen into its folder unseen/: of these nobody has read what the program makes of them while its rules were written

A line of notes (NAME.txt), fields parted by " ; ":
  P; ACTOR; issue; stance; SAID BY or -; sentences; earlier       a position; `earlier` only for a shift: number of the position it replaces, the first is 1
  C; ACTOR & ACTOR; ACTOR or -; what; SAID BY or -; standing; sentences
  R; ACTOR; to what; stance; sentences
ACTOR: words / other words for the same actor =CODE. Words are looked for in the named sentences, in their order, else in the one named by "@number".
"""
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

from gold import ARTICLES, SPLIT, pack

STANCES = "demands offers accepts rejects supports opposes conditional undecided".split()
STANDINGS = "stated claimed vague doubted broken historical".split()
TAKES = "supports opposes mixed worried".split()


class Fault(Exception):
    pass


def sentences(article):
    lines = subprocess.run(["node", "-e", SPLIT], input=article, capture_output=True, text=True, check=True).stdout.splitlines()
    at, out = 0, []
    for line in lines:
        begin = article.find(line, at)
        at = begin + len(line)
        out.append((begin, at))
    return out


class Notes:
    def __init__(self, article):
        self.article = article
        self.cut = sentences(article)
        self.units = [0]
        for c in article:
            self.units.append(self.units[-1] + (2 if ord(c) > 0xFFFF else 1))

    def move(self, span):
        return [self.units[span[0]], self.units[span[1]]]

    def place(self, words, numbers):
        """Where the words stand: whole words, in the sentence after "@", else in the first of the sentences that has them."""
        named = re.fullmatch(r"(.*)@(\d+)", words.strip())
        words, numbers = (named[1], [int(named[2])]) if named else (words.strip(), numbers)
        for number in numbers:
            begin, end = self.cut[number]
            found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.article[begin:end])
            if found:
                return self.move((begin + found.start(), begin + found.end()))
        raise Fault(f"“{words}” is in none of the sentences {numbers}: add @number")

    def actor(self, words, numbers):
        code = re.search(r"=([A-Z]{3})\s*$", words)
        forms = (words[: code.start()] if code else words).split(" / ")
        return {"spans": [self.place(form, numbers) for form in forms], "code": code[1] if code else None}

    def actors(self, words, numbers):
        return [] if words == "-" else [self.actor(one, numbers) for one in words.split(" & ")]

    def said_by(self, words, numbers):
        return None if words == "-" else self.actor(words, numbers)

    def line(self, text, out):
        kind, *rest = [field.strip() for field in text.split(";")]
        want = {"P": (5, 6), "C": (6,), "R": (4,)}
        if len(rest) not in want.get(kind, ()):
            raise Fault(f"{len(rest)} fields after “{kind}”")
        numbers = [int(n) for n in rest[{"P": 4, "C": 5, "R": 3}[kind]].split(",")]
        label = rest[{"P": 2, "C": 4, "R": 2}[kind]]
        if label not in {"P": STANCES, "C": STANDINGS, "R": TAKES}[kind]:
            raise Fault(f"“{label}” is no stance or standing")
        if kind == "P":
            earlier = int(rest[5]) - 1 if len(rest) == 6 else None
            one = {"actor": self.actor(rest[0], numbers), "issue": self.place(rest[1], numbers), "stance": label, "said_by": self.said_by(rest[3], numbers), "evidence": numbers, "earlier": earlier}
            out["positions"].append(one)
        elif kind == "C":
            one = {"by": self.actors(rest[0], numbers), "to": self.actors(rest[1], numbers), "what": self.place(rest[2], numbers), "said_by": self.said_by(rest[3], numbers), "standing": label, "evidence": numbers}
            out["commitments"].append(one)
        else:
            out["reactions"].append({"actor": self.actor(rest[0], numbers), "to": self.place(rest[1], numbers), "stance": label, "evidence": numbers})


def offsets(coder, file, folder, articles=None):
    """@param folder below eval/negotiation @param articles texts by name where the file is of a pack, which `folder` names"""
    name = Path(file).stem
    # Read as bytes: line ends are characters of the text, too.
    article = articles[name] if articles else (ARTICLES / f"{name}.txt").read_bytes().decode("utf8")
    notes = Notes(article)
    out = {"article": f"{folder}/{name}" if articles else f"{name}.txt", "sha256": hashlib.sha256(article.encode()).hexdigest(), "coder": coder, "sentences": [notes.move(s) for s in notes.cut], "positions": [], "commitments": [], "reactions": []}
    faults = 0
    for line in Path(file).read_text(encoding="utf8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        try:
            notes.line(line, out)
        except Fault as fault:
            faults += 1
            print(f"{file}: {line[:60]}: {fault}")
    if not faults:
        to = Path(__file__).parent / "eval" / "negotiation" / folder
        to.mkdir(exist_ok=True, parents=True)
        (to / f"{name}.{coder}.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
    print(f"{name}: {len(out['positions'])} positions, {len(out['commitments'])} commitments, {len(out['reactions'])} reactions, {faults} faults{'' if faults else ', written'}")
    return faults


if __name__ == "__main__":
    if sys.argv[1:2] == ["sentences"]:
        article = Path(sys.argv[2]).read_bytes().decode("utf8")
        for number, (begin, end) in enumerate(sentences(article)):
            print(f"[{number}] {article[begin:end]}")
    elif sys.argv[1:2] == ["offsets"]:
        coder, *files = [one for one in sys.argv[2:] if one != "--unseen"]
        texts, folder = (pack(files[0]), files.pop(0)) if not files[0].endswith(".txt") else (None, "unseen" if "--unseen" in sys.argv else "")
        sys.exit(1 if sum(offsets(coder, f, folder, texts) for f in files) else 0)
    else:
        sys.exit(__doc__)
