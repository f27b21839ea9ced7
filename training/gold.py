"""Hand-coded articles: a skeleton to fill in, and filled-in files to offsets without text.

python training/gold.py skeleton ARTICLE > FILE       one block a sentence, in the corpus line format (corpus/GUIDE.md)
python training/gold.py offsets CODER FILE…           writes training/eval/NAME.CODER.json: offsets in UTF-16 units, types, codes; none of the text

In a filled-in file a mention may be followed by its country or organisation code: `actor: the Kremlin [RUS]`.
"""
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

from corpus import Fault, read_block

ARTICLES = Path(__file__).parent.parent.parent / "shared" / "data" / "articles"
SPLIT = """const t=require('fs').readFileSync(0,'utf8');const s=new Intl.Segmenter('en',{granularity:'sentence'});
for(const p of t.split('\\n'))for(const{segment}of s.segment(p))if(segment.trim())console.log(segment.trim())"""


def skeleton(article):
    lines = subprocess.run(["node", "-e", SPLIT], input=Path(article).read_text(encoding="utf8"), capture_output=True, text=True, check=True).stdout
    print("\n\n".join(f"text: {line}\nvoice: reported" for line in lines.splitlines()))


def offsets(coder, file):
    name = Path(file).stem
    # Read as bytes: line ends are characters of the text, too.
    article = (ARTICLES / f"{name}.txt").read_bytes().decode("utf8")
    units = [0]
    for c in article:
        units.append(units[-1] + (2 if ord(c) > 0xFFFF else 1))
    out = {"article": f"{name}.txt", "sha256": hashlib.sha256(article.encode()).hexdigest(), "coder": coder, "sentences": [], "events": [], "statements": []}
    at = faults = 0
    for block in re.split(r"\n\s*\n", Path(file).read_text(encoding="utf8").strip()):
        lines = [l for l in block.split("\n") if l.strip() and not l.startswith("#")]
        if not lines:
            continue
        codes = []

        def strip(match):
            codes.append(match[1])
            return f"\x00{len(codes) - 1}\x00"

        plain, coded = [], []
        for line in lines:
            if line.startswith("act:"):
                fields = line.split(" | ")
                kept = []
                for f in fields:
                    code = re.search(r"\s*\[([A-Z]{3}|-)\]\s*$", f)
                    coded.append(code[1] if code else None) if re.match(r"\s*(actor|recipient):", f) else None
                    kept.append(f[: code.start()] if code else f)
                plain.append(" | ".join(kept))
            else:
                plain.append(line)
        try:
            s = read_block(plain)
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
        for act in s["acts"]:
            event = {"sentence": number, "type": act["type"], "mode": act["mode"], "aux": act["aux"], "trigger": move(act["trigger"]), "said_by": move(act["said_by"]), "actor": [], "recipient": []}
            for role, a, b in act["args"]:
                if role in ("actor", "recipient"):
                    event[role].append({"span": move([a, b]), "code": queue.pop(0)})
            out["events"].append(event)
        for say in s["says"]:
            out["statements"].append({"sentence": number, "source": move(say["source"]), "cue": move(say["cue"]), "content": [move(c) for c in say["content"]]})
    if not faults:
        (Path(__file__).parent / "eval" / f"{name}.{coder}.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
    print(f"{name}: {len(out['sentences'])} sentences, {len(out['events'])} events, {len(out['statements'])} statements, {faults} faults{'' if faults else ', written'}")
    return faults


if __name__ == "__main__":
    if sys.argv[1:2] == ["skeleton"]:
        skeleton(sys.argv[2])
    elif sys.argv[1:2] == ["offsets"]:
        sys.exit(1 if sum(offsets(sys.argv[2], f) for f in sys.argv[3:]) else 0)
    else:
        sys.exit(__doc__)
