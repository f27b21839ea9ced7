"""Hand-coded articles: a skeleton to fill in, and filled-in files to offsets without text.

python training/gold.py skeleton ARTICLE > FILE       one block a sentence, in the corpus line format (corpus/GUIDE.md)
python training/gold.py skeletons PACK FOLDER         the same for every article of a pack of ../shared/data/packs, as FOLDER/ID.txt
python training/gold.py offsets CODER FILE…           writes training/eval/NAME.CODER.json: offsets in UTF-16 units, types, codes; none of the text
python training/gold.py offsets CODER PACK FILE…      the same for a pack's articles, into training/eval/PACK/

In a filled-in file a mention is followed by its country or organisation code: `actor: the Kremlin [RUS]`, several countries by `[GRC+TUR]`, one of whom nobody can tell by `[-]`.
A participant that only another sentence names is `actor*: words [CODE]` or `recipient*: words [CODE]`; the words are looked for backwards from the sentence, then behind it (`where: context`).
"""
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

from corpus import Fault, read_block

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
ARTICLES, PACKS = SHARED / "articles", SHARED / "packs"
SPLIT = """const t=require('fs').readFileSync(0,'utf8');const s=new Intl.Segmenter('en',{granularity:'sentence'});
for(const p of t.split('\\n'))for(const{segment}of s.segment(p))if(segment.trim())console.log(segment.trim())"""


def skeleton(text):
    lines = subprocess.run(["node", "-e", SPLIT], input=text, capture_output=True, text=True, check=True).stdout
    return "\n\n".join(f"text: {line}\nvoice: reported" for line in lines.splitlines()) + "\n"


def pack(name):
    """Texts of a pack by id."""
    with open(PACKS / f"{name}.jsonl", encoding="utf8") as file:
        return {row["id"]: row["text"] for row in map(json.loads, file)}


OUTSIDE = re.compile(r"^\s*(actor|recipient)\*:\s*(.+?)\s*\[([A-Z]{3}(?:\+[A-Z]{3})*|-)\]\s*$")


def nearest(article, words, begin, end):
    """Where a participant of another sentence stands: the last place before the sentence, else the first behind it."""
    before = article.rfind(words, 0, begin)
    place = before if before >= 0 else article.find(words, end)
    if place < 0:
        raise Fault(f"“{words}” stands in no other sentence")
    return [place, place + len(words)]


def offsets(coder, file, articles=None, folder=""):
    """@param articles texts by name where the file is of a pack, and the pack's name"""
    name = Path(file).stem
    # Read as bytes: line ends are characters of the text, too.
    article = articles[name] if articles else (ARTICLES / f"{name}.txt").read_bytes().decode("utf8")
    units = [0]
    for c in article:
        units.append(units[-1] + (2 if ord(c) > 0xFFFF else 1))
    out = {"article": f"{folder}/{name}" if articles else f"{name}.txt", "sha256": hashlib.sha256(article.encode()).hexdigest(), "coder": coder, "sentences": [], "events": [], "statements": []}
    at = faults = 0
    for block in re.split(r"\n\s*\n", Path(file).read_text(encoding="utf8").strip()):
        lines = [l for l in block.split("\n") if l.strip() and not l.startswith("#")]
        if not lines:
            continue
        codes = []

        def strip(match):
            codes.append(match[1])
            return f"\x00{len(codes) - 1}\x00"

        plain, coded, outside = [], [], []
        for line in lines:
            if line.startswith("act:"):
                fields = line.split(" | ")
                kept = []
                outside.append([m.groups() for m in map(OUTSIDE.match, fields) if m])
                for f in (f for f in fields if not OUTSIDE.match(f)):
                    code = re.search(r"\s*\[([A-Z]{3}(?:\+[A-Z]{3})*|-)\]\s*$", f)
                    coded.append(code[1] if code else None) if re.match(r"\s*(actor|recipient):", f) else None
                    kept.append(f[: code.start()] if code else f)
                plain.append(" | ".join(kept))
            else:
                plain.append(line)
        try:
            s = read_block(plain, alone=False)
            begin = article.find(s["text"], at)
            if begin < 0:
                raise Fault(f"the article does not go on with “{s['text'][:60]}…”")
        except Fault as fault:
            faults += 1
            print(f"{file}: {lines[0][:70]}: {fault}")
            continue
        at = begin + len(s["text"])
        move = lambda span: span and [units[begin + span[0]], units[begin + span[1]]]
        number = len(out["sentences"])
        out["sentences"].append({"span": [units[begin], units[at]], "voice": s["voice"]})
        queue = list(coded)
        for act, others in zip(s["acts"], outside):
            event = {"sentence": number, "type": act["type"], "mode": act["mode"], "aux": act["aux"], "trigger": move(act["trigger"]), "said_by": move(act["said_by"]), "actor": [], "recipient": []}
            for role, a, b in act["args"]:
                if role in ("actor", "recipient"):
                    event[role].append({"span": move([a, b]), "code": queue.pop(0)})
            for role, words, code in others:
                try:
                    event[role].append({"span": [units[x] for x in nearest(article, words, begin, at)], "code": code, "where": "context"})
                except Fault as fault:
                    faults += 1
                    print(f"{file}: {lines[0][:70]}: {fault}")
            if not event["actor"] and not event["recipient"]:
                faults += 1
                print(f"{file}: {lines[0][:70]}: {event['type']} names neither actor nor recipient")
            out["events"].append(event)
        for say in s["says"]:
            out["statements"].append({"sentence": number, "source": move(say["source"]), "cue": move(say["cue"]), "content": [move(c) for c in say["content"]]})
    if not faults:
        to = Path(__file__).parent / "eval" / folder
        to.mkdir(exist_ok=True)
        (to / f"{name}.{coder}.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
    print(f"{name}: {len(out['sentences'])} sentences, {len(out['events'])} events, {len(out['statements'])} statements, {faults} faults{'' if faults else ', written'}")
    return faults


if __name__ == "__main__":
    if sys.argv[1:2] == ["skeleton"]:
        print(skeleton(Path(sys.argv[2]).read_text(encoding="utf8")))
    elif sys.argv[1:2] == ["skeletons"]:
        for name, text in pack(sys.argv[2]).items():
            (Path(sys.argv[3]) / f"{name}.txt").write_text(skeleton(text), encoding="utf8")
    elif sys.argv[1:2] == ["offsets"]:
        coder, *files = sys.argv[2:]
        texts, folder = (pack(files[0]), files.pop(0)) if not files[0].endswith(".txt") else (None, "")
        sys.exit(1 if sum(offsets(coder, f, texts, folder) for f in files) else 0)
    else:
        sys.exit(__doc__)
