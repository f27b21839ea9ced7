"""Treebanks, wikigold and our corpus in; examples as plain dicts out. Knows file formats, nothing of tensors.

An example has `words` and, by task:
  syntax: upos, heads (0 = root), rels     names: tags (BIO PER ORG LOC MISC)
  acts:   triggers [(word, type, mode, aux)], args [(trigger word, role, first, last)], cues [(first, last)], says [(cue index, role, first, last)], voice
  pair:   actor (first, last) or None, recipient (first, last) or None, type, mode
"""
import gzip
import json
import random
import re
import subprocess
from pathlib import Path

from corpus import MODES, TYPES, VOICES, AUX, Fault, read_corpus

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
ROLES = ["actor", "recipient", "place", "time", "source", "content"]
NAMES = ["O", *(f"{p}-{k}" for k in ("PER", "ORG", "LOC", "MISC") for p in "BI")]
MODE_NAMES = ["-", *(f"{t} {m}" for t in TYPES if t in MODES for m in MODES[t])]
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


def conllu(path):
    """Yields (words, upos, heads, rels, entity column) for each sentence; multiword and empty lines are passed over."""
    rows = []
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            if line == "\n":
                if rows:
                    yield tuple(zip(*rows))
                rows = []
            elif not line.startswith("#"):
                c = line.rstrip("\n").split("\t")
                if c[0].isdigit():
                    rows.append((c[1], c[3], int(c[6]), c[7], c[9]))
    if rows:
        yield tuple(zip(*rows))


def syntax(part):
    for name in (f"ewt-{part}", f"gum-open-{part}"):
        for words, upos, heads, rels, _ in conllu(SHARED / "ud" / f"{name}.conllu.gz"):
            if len(words) <= 120:
                yield {"words": list(words), "upos": list(upos), "heads": list(heads), "rels": list(rels)}


def gum_names(part):
    """GUM's entities that are headed by a proper noun and start with a name-like word, as BIO tags."""
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    for words, upos, heads, rels, misc in conllu(SHARED / "ud" / f"gum-open-{part}.conllu.gz"):
        tags, stack, spans = ["O"] * len(words), [], []
        for i, m in enumerate(misc):
            entity = next((f[7:] for f in m.split("|") if f.startswith("Entity=")), "")
            for opening, closing in re.findall(r"\((\d+-[a-z]+)|(\d+)\)|(?<=\w)\)", entity):
                if opening:
                    stack.append((opening.split("-")[0], opening.split("-")[1], i))
                elif closing:
                    for k in range(len(stack) - 1, -1, -1):
                        if stack[k][0] == closing:
                            spans.append((*stack.pop(k)[1:], i))
                            break
            # "(1-person-…)" opens and closes on one word.
            for number, kind in re.findall(r"\((\d+)-([a-z]+)[^()]*\)", entity):
                spans.append((kind, i, i))
                stack = [s for s in stack if not (s[0] == number and s[2] == i)]
        for kind, a, b in sorted(spans, key=lambda s: s[1] - s[2]):
            # Only the run of proper nouns inside: "the late king [Gustav III]".
            run = [i for i in range(a, b + 1) if upos[i] == "PROPN"]
            if kind in kinds and run and run[-1] - run[0] == len(run) - 1 and run[-1] >= b - 1:
                for i in range(run[0], run[-1] + 1):
                    tags[i] = ("B-" if i == run[0] else "I-") + kinds[kind]
        yield {"words": list(words), "tags": tags}


def wikigold():
    words, tags = [], []
    for line in (SHARED / "ner" / "wikigold.conll").read_text(encoding="utf8").split("\n"):
        if not line.strip():
            if words and words[0] != "-DOCSTART-":
                yield {"words": words, "tags": tags}
            words, tags = [], []
            continue
        word, tag = line.split()
        if tag != "O" and (not tags or tags[-1][2:] != tag[2:]):
            tag = "B-" + tag[2:]
        # The treebanks part words at hyphens; names must be read the same way.
        for k, piece in enumerate(p for p in re.split(r"(-)", word) if p) if "-" in word and word != "-DOCSTART-" else [(0, word)]:
            words.append(piece)
            tags.append(tag if k == 0 or tag == "O" else "I-" + tag[2:])


def cut(texts):
    """The program's own word offsets of every text, by its own rules."""
    run = subprocess.run(["npx", "tsx", "training/words.ts"], input="".join(json.dumps(t) + "\n" for t in texts), capture_output=True, text=True, cwd=ROOT, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def touched(offsets, start, end):
    """First and last word that overlap [start, end), or None."""
    hit = [i for i, (a, b) in enumerate(offsets) if a < end and start < b]
    return (hit[0], hit[-1]) if hit else None


def acts(files=None):
    """Our labelled sentences as examples over words; sentences with faults are left out."""
    good = [(w, s) for w, s in read_corpus(files) if not isinstance(s, Fault)]
    for (where, s), offsets in zip(good, cut([s["text"] for _, s in good])):
        text = s["text"]
        words = [text[a:b] for a, b in offsets]
        triggers, args, cues, says = {}, [], [], []
        for act in s["acts"]:
            at = touched(offsets, *act["trigger"])
            if at is None or at[0] in triggers:
                continue
            mode = f"{act['type']} {act['mode']}" if act["mode"] else "-"
            triggers[at[0]] = (act["type"], mode, act["aux"])
            for role, a, b in act["args"]:
                place = touched(offsets, a, b)
                if place:
                    args.append((at[0], role, *place))
        for say in s["says"]:
            cue = touched(offsets, *say["cue"]) if say["cue"] else None
            if cue is None:
                continue
            cues.append(cue)
            if say["source"]:
                says.append((len(cues) - 1, "source", *touched(offsets, *say["source"])))
            for a, b in say["content"]:
                place = touched(offsets, a, b)
                if place:
                    says.append((len(cues) - 1, "content", *place))
        yield {"where": where, "words": words, "triggers": [(i, *t) for i, t in triggers.items()], "args": args, "cues": cues, "says": says, "voice": s["voice"]}


def plain(folder):
    """The sentences of a folder of unlabelled text, one a line below "# article: …", as examples without an answer."""
    lines = [(f"{f.name}:{n}", line.strip()) for f in sorted(Path(folder).glob("*.txt")) for n, line in enumerate(f.read_text().splitlines(), 1)]
    lines = [(where, text) for where, text in lines if text and not text.startswith("#")]
    for (where, text), offsets in zip(lines, cut([text for _, text in lines])):
        if offsets:
            yield {"where": where, "words": [text[a:b] for a, b in offsets]}


def kinds(trees):
    """Content words of the trees by part of speech and ending: what may stand in another's place."""
    seen = {}
    for tree in trees:
        for word, upos in zip(tree["words"], tree["upos"]):
            if upos in ("NOUN", "VERB", "ADJ", "ADV") and word.isalpha() and word.islower() and len(word) > 2:
                count = seen.setdefault(word, {})
                count[upos] = count.get(upos, 0) + 1
    of, words = {}, {}
    for word, count in sorted(seen.items()):
        if sum(count.values()) > 1:
            of[word] = (max(count, key=count.get), next((e for e in ("ing", "ed", "ly", "s") if word.endswith(e)), ""))
            words.setdefault(of[word], []).append(word)
    return of, words


def mutated(words, rng, near, of, like, share=0.25):
    """Some content words replaced, half by one that is near in meaning (`near`: word → words), half by any of its kind: what a sentence without labels says then, a teacher tells. Source: Jiao et al. 2020, TinyBERT."""
    out = list(words)
    for i, w in enumerate(words):
        if w in of and rng.random() < share:
            out[i] = rng.choice(near[w] if w in near and rng.random() < 0.5 else like[of[w]])
    return out


# Coded from a pair, material conflict wins over verbal conflict, deeds over words.
RANK = {t: r for r, ts in enumerate([["ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"], ["AID", "COOPERATE", "RETREAT"], ["THREATEN", "ACCUSE", "REJECT", "CONCEDE", "REQUEST", "AGREE", "SUPPORT", "CONSULT"]]) for t in ts}


def pairs(example):
    """Every actor × recipient of the example's acts, once, with the type that wins."""
    best = {}
    for trigger, kind, mode, aux in example["triggers"]:
        mine = [a for a in example["args"] if a[0] == trigger]
        actors = [(a, b) for _, role, a, b in mine if role == "actor"]
        recipients = [(a, b) for _, role, a, b in mine if role == "recipient"]
        options = [(a, r) for a in actors for r in recipients]
        if not recipients and len(actors) > 1:
            # Meetings and clashes: all are actors, each towards the other.
            options = [(actors[i], actors[j]) for i in range(len(actors)) for j in range(len(actors)) if i != j]
        elif not recipients:
            options = [(a, None) for a in actors]
        for a, r in options:
            if r and not (a[1] < r[0] or r[1] < a[0]):
                continue
            if (a, r) not in best or RANK[kind] < RANK[best[a, r][0]]:
                best[a, r] = (kind, mode)
    for (a, r), (kind, mode) in best.items():
        yield {"words": example["words"], "actor": a, "recipient": r, "type": kind, "mode": mode}


# ---- noise: what surrounds a sentence in real text must not change what it says

CITIES = "GENEVA NAIROBI MANILA BOGOTA KYIV TOKYO DELHI CAIRO ANKARA LIMA ACCRA SEOUL DHAKA TUNIS RIGA HANOI AMMAN QUITO DAKAR BERLIN WASHINGTON LONDON MOSCOW BEIJING JAKARTA KABUL BAGHDAD".split()
AGENCIES = ["Reuters", "AP", "AFP", "Xinhua", "dpa", "EFE", "ANSA", "PTI"]
TAILS = [
    ", officials said", ", state media reported", ", a spokesman said on Monday", ", according to local reports", ", a statement said", ", the agency reported", ", two people familiar with the matter said",
    ", the ministry said", " on Tuesday", " last week", " earlier this month", " on Sunday evening", " , it was announced on Friday", ", according to a transcript", ", witnesses told reporters", " on Thursday, local media said",
]
LEADS = ["On Monday ,", "Earlier this week ,", "In a separate development ,", "Meanwhile ,", "Late on Friday ,", "In March ,", "However ,", "In the capital ,", "At the same time ,", "Also on Wednesday ,", "In 2014 ,", "Last month ,"]
COUNTRIES = [
    ("Iran", "Iranian", "Tehran"), ("Chile", "Chilean", "Santiago"), ("Kenya", "Kenyan", "Nairobi"), ("Russia", "Russian", "Moscow"), ("Ukraine", "Ukrainian", "Kyiv"), ("Israel", "Israeli", "Jerusalem"), ("Egypt", "Egyptian", "Cairo"),
    ("Syria", "Syrian", "Damascus"), ("Iraq", "Iraqi", "Baghdad"), ("India", "Indian", "Delhi"), ("Pakistan", "Pakistani", "Islamabad"), ("China", "Chinese", "Beijing"), ("Japan", "Japanese", "Tokyo"), ("Vietnam", "Vietnamese", "Hanoi"),
    ("Turkey", "Turkish", "Ankara"), ("Greece", "Greek", "Athens"), ("France", "French", "Paris"), ("Germany", "German", "Berlin"), ("Poland", "Polish", "Warsaw"), ("Spain", "Spanish", "Madrid"), ("Italy", "Italian", "Rome"),
    ("Brazil", "Brazilian", "Brasilia"), ("Peru", "Peruvian", "Lima"), ("Colombia", "Colombian", "Bogota"), ("Venezuela", "Venezuelan", "Caracas"), ("Cuba", "Cuban", "Havana"), ("Mexico", "Mexican", "Tijuana"), ("Canada", "Canadian", "Ottawa"),
    ("Nigeria", "Nigerian", "Abuja"), ("Ghana", "Ghanaian", "Accra"), ("Ethiopia", "Ethiopian", "Asmara"), ("Somalia", "Somali", "Mogadishu"), ("Sudan", "Sudanese", "Khartoum"), ("Uganda", "Ugandan", "Kampala"), ("Rwanda", "Rwandan", "Kigali"),
    ("Libya", "Libyan", "Tripoli"), ("Algeria", "Algerian", "Algiers"), ("Morocco", "Moroccan", "Rabat"), ("Tunisia", "Tunisian", "Tunis"), ("Serbia", "Serbian", "Belgrade"), ("Croatia", "Croatian", "Zagreb"), ("Armenia", "Armenian", "Yerevan"),
    ("Azerbaijan", "Azerbaijani", "Baku"), ("Georgia", "Georgian", "Tbilisi"), ("Belarus", "Belarusian", "Minsk"), ("Lithuania", "Lithuanian", "Vilnius"), ("Hungary", "Hungarian", "Budapest"), ("Nepal", "Nepalese", "Kathmandu"),
    ("Myanmar", "Burmese", "Yangon"), ("Thailand", "Thai", "Bangkok"), ("Cambodia", "Cambodian", "Phnom"), ("Malaysia", "Malaysian", "Putrajaya"), ("Indonesia", "Indonesian", "Jakarta"), ("Australia", "Australian", "Canberra"),
    ("Qatar", "Qatari", "Doha"), ("Kuwait", "Kuwaiti", "Kuwait"), ("Yemen", "Yemeni", "Sanaa"), ("Lebanon", "Lebanese", "Beirut"), ("Jordan", "Jordanian", "Amman"), ("Britain", "British", "London"), ("Sweden", "Swedish", "Stockholm"),
]
WHICH = {form: (i, k) for i, forms in enumerate(COUNTRIES) for k, form in enumerate(forms)}


def swap_countries(words, rng):
    """Each country of the sentence, with its demonym and capital, replaced by another one throughout."""
    present = {WHICH[w][0] for w in words if w in WHICH}
    if not present:
        return words
    target = dict(zip(sorted(present), rng.sample(range(len(COUNTRIES)), len(present))))
    return [COUNTRIES[target[WHICH[w][0]]][WHICH[w][1]] if w in WHICH else w for w in words]


def moved(example, by, before, after):
    """The same labels, `by` words further on."""
    out = dict(example, words=before + example["words"] + after)
    for key, numbers in (("triggers", (0,)), ("args", (0, 2, 3)), ("cues", (0, 1)), ("says", (2, 3))):
        if key in example:
            out[key] = [tuple(v + by if k in numbers else v for k, v in enumerate(row)) for row in example[key]]
    for key in ("actor", "recipient"):
        if example.get(key):
            out[key] = (example[key][0] + by, example[key][1] + by)
    return out


def merged(a, b):
    """Two labelled sentences in one: labels of both, the voice of the first. Only for acts, where both halves stay labelled."""
    by, n = len(a["words"]), len(a["cues"])
    b = moved(b, by, [], [])
    return dict(
        a, words=a["words"] + b["words"], triggers=a["triggers"] + b["triggers"], args=a["args"] + b["args"], cues=a["cues"] + b["cues"], says=a["says"] + [(c + n, *rest) for c, *rest in b["says"]]
    )


def kind_of_mention(words):
    """Mentions of one kind may stand for each other: names of people and bodies, and nominals. Countries and pronouns have no kind here."""
    if any(w in WHICH for w in words) or len(words) == 1 and words[0].islower():
        return None
    if all(w[0].isupper() or w in {"of", "the", "al", "-", "bin", "de", "for"} for w in words) and words[0] not in {"The", "A", "An", "He", "She", "They", "It", "We", "I"}:
        return "name"
    return "nominal" if words[0].lower() in {"the", "a", "an", "two", "three", "its", "several"} else None


def mentions(examples):
    """Every participant of the labelled sentences by its kind, as lists of words."""
    out = {"name": [], "nominal": []}
    for e in examples:
        for _, role, first, last in e["args"]:
            words = e["words"][first : last + 1]
            kind = kind_of_mention(words)
            if role in ("actor", "recipient") and kind and len(words) <= 6:
                out[kind].append(words)
    return out


def replaced(example, first, last, words):
    """The same labels with other words at [first, last], or None where a label begins or ends inside."""
    by = len(words) - (last - first + 1)

    def place(v, end):
        if v < first or (v == first and not end):
            return v
        if v > last or (v == last and end):
            return v + by
        raise ValueError

    try:
        out = dict(example, words=example["words"][:first] + words + example["words"][last + 1 :])
        for key, starts, ends in (("args", (0, 2), (3,)), ("cues", (0,), (1,)), ("says", (2,), (3,)), ("triggers", (0,), ())):
            if key in example:
                rows = [list(row) for row in example[key]]
                for row in rows:
                    for k in starts:
                        row[k] = place(row[k], False)
                    for k in ends:
                        row[k] = place(row[k], True)
                out[key] = [tuple(row) for row in rows]
        for key in ("actor", "recipient"):
            if example.get(key):
                out[key] = (place(example[key][0], False), place(example[key][1], True))
        return out
    except ValueError:
        return None


def recast(example, pool, rng):
    """The participants, each with a chance of two in three, replaced by other participants of their kind: a label must not hang on a name."""
    spans = {(first, last) for _, role, first, last in example.get("args", []) if role in ("actor", "recipient")}
    spans |= {tuple(example[key]) for key in ("actor", "recipient") if example.get(key)}
    for first, last in sorted(spans, reverse=True):
        kind = kind_of_mention(example["words"][first : last + 1])
        if kind is None or rng.random() < 1 / 3:
            continue
        words = list(rng.choice(pool[kind]))
        if kind == "nominal":
            head = words[0][0].upper() if first == 0 else words[0][0].lower()
            words[0] = head + words[0][1:]
        example = replaced(example, first, last, words) or example
    return example


def renamed(example, pool, rng):
    """The words of an example with its countries and participants exchanged for others of as many words, so that every label keeps its place."""
    words = list(example["words"])
    for first, last in {(a, z) for _, role, a, z in example["args"] if role in ("actor", "recipient")}:
        kind = kind_of_mention(words[first : last + 1])
        like = [m for m in pool[kind] if len(m) == last - first + 1] if kind else []
        if like and not any(first <= i <= last for i, *_ in example["triggers"]) and rng.random() < 0.7:
            words[first : last + 1] = rng.choice(like)
            if kind == "nominal":
                words[first] = (words[first][0].upper() if first == 0 else words[first][0].lower()) + words[first][1:]
    return swap_countries(words, rng)


def noisy(example, others, rng, pool=None):
    """One sentence as it may stand in the wild: swapped countries, a dateline, a lead, a neighbour, other capitals or quotation marks."""
    out = dict(example, words=list(example["words"]))
    pair = "type" in example
    if pool and rng.random() < 0.35:
        out = recast(out, pool, rng)
    if rng.random() < 0.5:
        out["words"] = swap_countries(out["words"], rng)
    dice = rng.random()
    words = out["words"]
    if dice < 0.12:
        line = [rng.choice(CITIES)] + (["(", rng.choice(AGENCIES), ")"] if rng.random() < 0.6 else []) + [rng.choice(["-", "--", "—", ":"])]
        out = moved(out, len(line), line, [])
    elif dice < 0.2:
        lead = rng.choice(LEADS).split()
        first = words[0]
        if first.lower() in {"the", "a", "an", "his", "their", "its", "two", "he", "she", "they", "police", "some"}:
            out["words"] = [first.lower(), *words[1:]]
        out = moved(out, len(lead), lead, [])
    elif dice < 0.3 and pair and words[-1] == ".":
        tail = rng.choice(TAILS).replace(",", " ,").split()
        out = moved(dict(out, words=words[:-1]), 0, [], tail + ["."])
    elif dice < (0.5 if pair else 0.36):
        other = rng.choice(others)
        if pair:
            after = rng.random() < 0.6
            out = moved(out, 0, [], other["words"]) if after else moved(out, len(other["words"]), list(other["words"]), [])
        elif other["voice"] == out["voice"]:
            out = merged(out, other)
    if rng.random() < 0.15 and out["words"][-1] in ".":
        out["words"] = out["words"][:-1] or out["words"]
    if rng.random() < 0.3:
        table = rng.choice([{"“": '"', "”": '"', "’": "'"}, {'"': "”", "'": "’"}])
        quoted = False
        fixed = []
        for w in out["words"]:
            if w == '"' and '"' in table:
                fixed.append("”" if quoted else "“")
                quoted = not quoted
            else:
                fixed.append("".join(table.get(c, c) for c in w) if '"' not in table else w.replace("'", "’") if w != "'" else w)
        out["words"] = fixed
    limit = 110
    if len(out["words"]) > limit:
        return dict(example)
    return out
