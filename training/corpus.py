"""training/corpus/*.txt in; labelled sentences out, as dicts with character offsets. Run as a program it checks the corpus.

Usage: python training/corpus.py [FILE...]     exits 1 and names file, line and fault for every contradiction with GUIDE.md
"""
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT").split()
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}
MODES = {t: m.split() for t, m in MODES.items()}
AUX = "historical future hypothetical negation".split()
VOICES = "reported attributed opinion anecdotal scene promotional furniture".split()
ARGUMENTS = "actor recipient place time".split()


class Fault(Exception):
    """A label that contradicts the text or the guide."""


def find(text, quoted, lo=0, hi=None):
    """[start, end) of `quoted` in `text`; "Putin#2" is the second place. Offsets in code points (the corpus holds no astral characters)."""
    match = re.fullmatch(r"(.*?)#(\d)", quoted, re.S)
    words, nth = (match[1], int(match[2])) if match else (quoted, 1)
    words = words.strip()
    if not words:
        raise Fault("an empty field")
    places = [m.start() for m in re.finditer(re.escape(words), text)]
    # A quotation means a whole word where there is one: "Iran" is not the "Iran" of "Iranian".
    whole = [p for p in places if not (p and text[p - 1].isalnum() and words[0].isalnum()) and not (p + len(words) < len(text) and text[p + len(words)].isalnum() and words[-1].isalnum())]
    places = whole or places
    if len(places) < nth:
        raise Fault(f"“{words}” {'does not stand in the text' if not places else f'stands only {len(places)} times'}")
    return [places[nth - 1], places[nth - 1] + len(words)]


def parse_act(text, line, alone=True):
    head, *fields = [f.strip() for f in line.split(" | ")]
    if head not in TYPES:
        raise Fault(f"no type “{head}”")
    if not fields:
        raise Fault("an act without a trigger")
    act = {"type": head, "trigger": find(text, fields[0]), "mode": None, "aux": [], "args": [], "said_by": None}
    for field in fields[1:]:
        name, _, value = field.partition(":")
        name, value = name.strip(), value.strip()
        if name == "mode":
            if value not in MODES.get(head, []):
                raise Fault(f"{head} has no mode “{value}”")
            act["mode"] = value
        elif name == "aux":
            for a in re.split(r"[,\s]+", value):
                if a not in AUX:
                    raise Fault(f"no auxiliary mode “{a}”")
                act["aux"].append(a)
        elif name in ARGUMENTS:
            act["args"].append([name, *find(text, value)])
        elif name == "said by":
            if value != "-":
                act["said_by"] = find(text, value)
        else:
            raise Fault(f"no field “{name}”")
    if "future" in act["aux"] and head in ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"):
        raise Fault(f"a future {head} is AGREE, without the auxiliary mode")
    if alone and not any(a[0] in ("actor", "recipient") for a in act["args"]):
        raise Fault(f"{head} names neither actor nor recipient")
    return act


def parse_says(text, line):
    parts = [p.strip() for p in line.split(" | ")]
    if len(parts) != 3:
        raise Fault("says needs source | cue | content")
    source, cue, content = parts
    return {
        "source": None if source == "-" else find(text, source),
        "cue": None if cue == "-" else find(text, cue),
        "content": [] if content == "-" else [find(text, c) for c in content.split(" + ")],
    }


def parse_who(text, line):
    """`the junta = MLI`, `He = MLI < General Tiani @2`, `both = USA+RUS`, `reports = -` → (start, end), codes, and who else it is: (sentences back, words) or None."""
    found = re.fullmatch(r"(.+?) = (-|[A-Z]{3}(?:\+[A-Z]{3})*)(?: < (.+) @(\d+))?", line)
    if not found:
        raise Fault(f"who needs “words = CODE” or “words = CODE < earlier words @sentences back”, not “{line}”")
    return {"span": find(text, found[1]), "codes": [] if found[2] == "-" else found[2].split("+"), "same": (int(found[4]), found[3]) if found[3] else None}


def read_block(lines, alone=True):
    """Lines of one block → sentence; raises Fault. @param alone False where another sentence may name an act's participants"""
    text = None
    out = {"acts": [], "says": [], "who": [], "voice": None}
    for line in lines:
        key, _, value = line.partition(":")
        key, value = key.strip(), value.strip()
        if key == "text":
            text = value
            out["text"] = text
            if any(ord(c) > 0xFFFF for c in text):
                raise Fault("a character outside the basic plane")
        elif text is None:
            raise Fault("a block must begin with text:")
        elif key == "act":
            out["acts"].append(parse_act(text, value, alone))
        elif key == "says":
            out["says"].append(parse_says(text, value))
        elif key == "who":
            out["who"].append(parse_who(text, value))
        elif key == "voice":
            if value not in VOICES:
                raise Fault(f"no voice “{value}”")
            out["voice"] = value
        else:
            raise Fault(f"no line “{key}:”")
    if text is None or out["voice"] is None:
        raise Fault("a block needs text: and voice:")
    for act in out["acts"]:
        inside = [s for s in out["says"] if any(a <= act["trigger"][0] < b for a, b in s["content"])]
        if act["said_by"] and not any(s["source"] == act["said_by"] for s in inside):
            raise Fault("said by names no source of a says line whose content holds the trigger")
    return out


def read_corpus(files=None):
    """Yields (where, sentence or Fault) for every block of every file. Sentences of a whole story (below “# article”) carry its name as `story`."""
    for path in [Path(f) for f in files] if files else sorted((HERE / "corpus").glob("*.txt")):
        block, at, story = [], 1, 0
        for number, line in enumerate([*path.read_text(encoding="utf8").split("\n"), ""], 1):
            if line.startswith("#"):
                story += line.startswith("# article")
                continue
            if line.strip():
                if not block:
                    at = number
                block.append(line)
            elif block:
                where, lines, block = f"{path.name}:{at}", block, []
                try:
                    yield where, read_block(lines) | {"story": f"{path.stem}.{story}" if story else None}
                except Fault as fault:
                    yield where, fault


RUN = 7


def runs(text):
    """Every run of RUN words as they stand; those that are mostly names echo nothing."""
    words = re.findall(r"[\w’']+", text)
    for i in range(len(words) - RUN + 1):
        run = words[i : i + RUN]
        if sum(w[0].isupper() or w[0].isdigit() for w in run[1:]) < 2:
            yield tuple(w.lower().replace("’", "'") for w in run)


def measured():
    """Runs of words of the texts that Readout is measured on; none where ../shared is absent."""
    shared = HERE.parent.parent / "shared" / "data"
    texts = [*(shared / "articles").glob("*.txt"), *(shared / "eval").glob("*.tsv")]
    return {run for path in texts for run in runs(path.read_text(encoding="utf8", errors="replace"))}


def main():
    good, faults, seen, kept = [], 0, {}, measured()
    for where, sentence in read_corpus(sys.argv[1:]):
        if isinstance(sentence, Fault):
            faults += 1
            print(f"{where}: {sentence}")
            continue
        key = re.sub(r"\W+", " ", sentence["text"].lower()).strip()
        if key in seen:
            faults += 1
            print(f"{where}: the same text as {seen[key]}")
        seen[key] = where
        echo = next((run for run in runs(sentence["text"]) if run in kept), None)
        if echo:
            faults += 1
            print(f"{where}: “{' '.join(echo)}” stands in a text that is measured on")
        good.append(sentence)
    acts = [a for s in good for a in s["acts"]]
    print(f"{len(good)} sentences, {sum(not s['acts'] for s in good)} without an act, {len(acts)} acts, {sum(len(s['says']) for s in good)} attributions, {faults} faults")
    for title, counter in [
        ("types", Counter(a["type"] for a in acts)),
        ("auxiliary", Counter(x for a in acts for x in a["aux"])),
        ("voice", Counter(s["voice"] for s in good)),
        ("modes", Counter(f"{a['type']} {a['mode']}" for a in acts)),
    ]:
        print(f"{title}: " + ", ".join(f"{k} {n}" for k, n in counter.most_common()))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
