"""A trained teacher in (pairs.py with a larger encoder); its answers to unlabelled and recombined pairs out, for pairs.py --soft. python training/teach.py --from DIR --encoder FOLDER --vocabulary FOLDER --out FILE

Text: the treebanks' and wikigold's sentences, and ours with other participants and neighbours. Pairs: participants that stand together in such a sentence, whether or not one does something to the other.
Answers are log-odds in half precision.
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch

import data
from pieces import Pieces
from relater import Relater
from train import batches, half, tensors


def nominals(example):
    """Spans of nouns, names and pronouns with what stands before them in their own phrase: rough mentions, for pairs."""
    heads, upos = example["heads"], example["upos"]
    for i, pos in enumerate(upos):
        if pos not in ("PROPN", "NOUN", "PRON") or example["rels"][i] in ("compound", "flat"):
            continue
        first = i
        while first and heads[first - 1] == i + 1 and upos[first - 1] in ("DET", "ADJ", "PROPN", "NOUN", "NUM"):
            first -= 1
        last = i
        while last + 1 < len(heads) and example["rels"][last + 1] == "flat" and heads[last + 1] == i + 1:
            last += 1
        yield first, last


def two_of(spans, rng):
    spans = sorted(set(spans))
    for _ in range(6):
        if len(spans) < 2:
            return None
        a, b = rng.sample(spans, 2)
        if a[1] < b[0] or b[1] < a[0]:
            return a, b
    return None


def couples(rng, most):
    """Unlabelled pairs for the relater: participants that stand together in a sentence."""
    ours = list(data.acts())
    pool = data.mentions(ours)
    trees = [e for e in data.syntax("train") if "PROPN" in e["upos"] and "VERB" in e["upos"] and fits(e)]
    names = [e for e in data.wikigold() if fits(e)]
    found = [(e, two_of(nominals(e), rng)) for e in rng.sample(trees, min(most["trees"], len(trees)))]
    found += [(e, two_of(named(e["tags"]), rng)) for e in rng.sample(names, min(most["names"], len(names)))]
    labelled = [e for e in ours if len(e["args"]) > 1]
    for e in (rng.choice(labelled) for _ in range(most["ours"])):
        e = data.recast(data.noisy(e, ours, rng), pool, rng)
        found.append((e, two_of([(a, b) for _, role, a, b in e["args"] if role in ("actor", "recipient")] + [(a, b) for _, role, a, b in e["says"] if role == "source"], rng)))
    return [{"words": list(e["words"]), "actor": two[0], "recipient": two[1]} for e, two in found if two]


def fits(example):
    return 7 <= len(example["words"]) <= 50


def named(tags):
    """Spans of names from BIO tags."""
    starts = [i for i, t in enumerate(tags) if t[0] == "B"]
    for first in starts:
        last = first
        while last + 1 < len(tags) and tags[last + 1][0] == "I":
            last += 1
        yield first, last


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--from", dest="source", required=True)
    ask.add_argument("--checkpoint", default="model.pt")
    ask.add_argument("--encoder", required=True)
    ask.add_argument("--vocabulary")
    ask.add_argument("--out", required=True)
    ask.add_argument("--seed", type=int, default=1)
    for name, most in (("trees", 5000), ("names", 1200), ("ours", 8000)):
        ask.add_argument(f"--{name}", type=int, default=most)
    args = ask.parse_args()
    rng = random.Random(args.seed)
    torch.set_num_threads(2)
    labels = json.loads((Path(args.source) / "labels.json").read_text())
    weights = torch.load(Path(args.source) / args.checkpoint, map_location="cpu")
    model = Relater(args.encoder, len(labels["modes"]))
    model.load_state_dict(weights)
    model.eval()
    pieces = Pieces(args.vocabulary or args.encoder)
    most = {"trees": args.trees, "names": args.names, "ours": args.ours}
    begun = time.time()
    with torch.inference_mode(), half():
        rows = list(answers(model, couples(rng, most), pieces, rng))
    torch.save(rows, args.out)
    print(f"{len(rows)} answers in {time.time() - begun:.0f} s")


def answers(model, examples, pieces, rng):
    for batch in batches(examples, pieces, 3072, rng):
        p, mask, _, marks = tensors(batch)
        o = model(p, mask, marks)
        for b, (e, *_) in enumerate(batch):
            yield {**e, "pair": o["pair"][b].half(), "pairmode": o["pairmode"][b].half()}


if __name__ == "__main__":
    main()
