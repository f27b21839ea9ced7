"""A trained teacher in; its answers to unlabelled and recombined sentences out, for train.py --soft. python training/teach.py --from DIR --encoder FOLDER --vocabulary FOLDER --out FILE

Text: the treebanks' and wikigold's sentences, and ours with other participants and neighbours. Pairs: participants that stand together in such a sentence, whether or not one does something to the other.
Answers are log-odds in half precision; of the grid only the rows of words that the teacher takes for a trigger or cue.
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch

import data
from model import Reader
from pieces import Pieces
from train import batches, half, tensors

LIKELY = 0.15


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


def texts(rng, most):
    """Unlabelled examples, and pairs of them."""
    ours = list(data.acts())
    pool = data.mentions(ours)
    trees = [e for e in data.syntax("train") if 7 <= len(e["words"]) <= 50 and {"VERB"} & set(e["upos"]) and {"PROPN", "NOUN"} & set(e["upos"])]
    named = [e for e in trees if "PROPN" in e["upos"]]
    names = [e for e in data.wikigold() if 7 <= len(e["words"]) <= 50]
    plain = rng.sample(named, min(most["trees"], len(named))) + rng.sample(names, min(most["names"], len(names)))
    recombined = [data.recast(data.noisy(e, ours, rng), pool, rng) for e in rng.sample(ours, min(most["ours"], len(ours)))]
    acts = [{"words": list(e["words"])} for e in plain + recombined]
    couples = []
    for e in rng.sample(named, min(most["tree-pairs"], len(named))):
        couple = two_of(nominals(e), rng)
        if couple:
            couples.append({"words": list(e["words"]), "actor": couple[0], "recipient": couple[1]})
    labelled = [e for e in ours if len(e["args"]) > 1]
    for e in (rng.choice(labelled) for _ in range(most["our-pairs"])):
        e = data.recast(data.noisy(e, ours, rng), pool, rng)
        couple = two_of([(a, b) for _, role, a, b in e["args"] if role in ("actor", "recipient")] + [(a, b) for _, role, a, b in e["says"] if role == "source"], rng)
        if couple:
            couples.append({"words": list(e["words"]), "actor": couple[0], "recipient": couple[1]})
    return acts, couples


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--from", dest="source", required=True)
    ask.add_argument("--checkpoint", default="model.pt")
    ask.add_argument("--encoder", required=True)
    ask.add_argument("--vocabulary")
    ask.add_argument("--out", required=True)
    ask.add_argument("--seed", type=int, default=1)
    for name, most in (("trees", 5000), ("names", 1200), ("ours", 8000), ("tree-pairs", 3000), ("our-pairs", 8000)):
        ask.add_argument(f"--{name}", type=int, default=most)
    args = ask.parse_args()
    rng = random.Random(args.seed)
    torch.set_num_threads(2)
    labels = json.loads((Path(args.source) / "labels.json").read_text())
    model = Reader(args.encoder, len(labels["relations"]), len(labels["modes"]))
    model.load_state_dict(torch.load(Path(args.source) / args.checkpoint, map_location="cpu"))
    model.eval()
    pieces = Pieces(args.vocabulary or args.encoder)
    acts, couples = texts(rng, {k.replace("_", "-"): v for k, v in vars(args).items() if isinstance(v, int)})
    begun = time.time()
    answers = {"acts": [], "pair": []}
    with torch.inference_mode(), half():
        for batch in batches(acts, pieces, 3072, rng):
            o = {k: v.float() for k, v in model(*tensors(batch)).items()}
            for b, (e, _, firsts, _) in enumerate(batch):
                n = len(firsts)
                triggers = (1 - o["trigger"][b, :n].softmax(-1)[:, 0] > LIKELY).nonzero().flatten().tolist()
                cues = (1 - o["cue"][b, :n].softmax(-1)[:, 0] > LIKELY).nonzero().flatten().tolist()
                answers["acts"].append(
                    {
                        "words": e["words"], "trigger": o["trigger"][b, :n].half(), "cue": o["cue"][b, :n].half(), "voice": o["voice"][b].half(),
                        "at": triggers, "mode": o["mode"][b, triggers].half(), "aux": o["aux"][b, triggers].half(), "grid": o["grid"][b, :4, triggers, :n].half(),
                        "cues": cues, "says": o["grid"][b, 4:, cues, :n].half(),
                    }
                )
        for batch in batches(couples, pieces, 3072, rng):
            o = model(*tensors(batch))
            for b, (e, _, _, _) in enumerate(batch):
                answers["pair"].append({**e, "pair": o["pair"][b].half(), "pairmode": o["pairmode"][b].half()})
    torch.save(answers, args.out)
    print(f"{len(answers['acts'])} sentences, {len(answers['pair'])} pairs in {time.time() - begun:.0f} s")


if __name__ == "__main__":
    main()
