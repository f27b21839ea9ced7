"""Corpus in; a checkpoint of the relater out. python training/pairs.py --out DIR --encoder FOLDER [--vocabulary FOLDER] [--soft FILE]

A teacher is the same program with a larger encoder; its answers (teach.py) come back by --soft. Every round goes over the pairs of our sentences, each with other noise and participants.
"""
import argparse
import json
import random
import time

import torch
import torch.nn.functional as F

import data
from corpus import TYPES
from pieces import Pieces
from relater import Relater
from train import MODE, TYPE, batches, begin, files, half, tensors


def soft(scores, answers):
    """Cross-entropy against the teacher's distribution, one figure a row."""
    return -(answers.float().softmax(-1) * scores.float().log_softmax(-1)).sum(-1)


def loss_of(batch, out):
    examples = [r[0] for r in batch]
    if "pair" in examples[0]:
        return soft(out["pair"], torch.stack([e["pair"] for e in examples])).mean() + 0.3 * soft(out["pairmode"], torch.stack([e["pairmode"] for e in examples])).mean()
    kind = torch.tensor([TYPE[e["type"]] - 1 for e in examples])
    mode = torch.tensor([MODE[e["mode"]] for e in examples])
    return F.cross_entropy(out["pair"].float(), kind, label_smoothing=0.05) + 0.3 * F.cross_entropy(out["pairmode"].float(), mode)


def right(model, pieces, examples):
    model.eval()
    with torch.inference_mode(), half():
        hits = 0
        for batch in batches(examples, pieces, 4096, random.Random(0)):
            p, mask, _, marks = tensors(batch)
            best = model(p, mask, marks)["pair"].argmax(-1).tolist()
            hits += sum(b == TYPE[r[0]["type"]] - 1 for b, r in zip(best, batch))
    model.train()
    return hits / len(examples)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--out", required=True)
    ask.add_argument("--encoder", required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    ask.add_argument("--vocabulary", help="folder with tokenizer.json, where it is not the encoder's")
    ask.add_argument("--start", help="a checkpoint to go on from")
    ask.add_argument("--rounds", type=int, default=4)
    ask.add_argument("--share", type=float, default=1, help="share of the pairs a round")
    ask.add_argument("--limit", type=int, default=1280, help="word pieces a batch")
    ask.add_argument("--lr", type=float, default=1e-4)
    ask.add_argument("--heads", type=float, default=1e-3, help="rate of the heads")
    ask.add_argument("--freeze", type=int, default=0, help="encoder layers left as they are, with the embeddings")
    ask.add_argument("--soft", help="file of a teacher's answers (teach.py), learnt beside the labels")
    ask.add_argument("--soft-share", type=float, default=1, help="share of the answers a round")
    ask.add_argument("--hold", default="f03,i04", help="corpus files held out, by number")
    ask.add_argument("--seed", type=int, default=1)
    args = ask.parse_args()
    rng, out = begin(args)
    (out / "labels.json").write_text(json.dumps({"types": TYPES, "modes": data.MODE_NAMES}, indent=1))
    pieces = Pieces(args.vocabulary or args.encoder)
    learnt, held = files(args.hold)
    test = [p for e in data.acts(held) for p in data.pairs(e)]
    ours = list(data.acts(learnt))
    couples = [p for e in ours for p in data.pairs(e)]
    pool = data.mentions(ours)
    answers = torch.load(args.soft) if args.soft else []
    model = Relater(args.encoder, len(data.MODE_NAMES))
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu"))
    if args.freeze:
        for part in (model.encoder.embeddings, *model.encoder.encoder.layer[: args.freeze]):
            part.requires_grad_(False)
    groups = [
        {"params": [p for n, p in model.named_parameters() if n.startswith("encoder") and p.requires_grad], "lr": args.lr},
        {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder")], "lr": args.heads},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    print(f"{len(couples)} pairs, {len(answers)} answers; held out: {[f.name for f in held]}", flush=True)
    step, begun = 0, time.time()
    for r in range(args.rounds):
        sample = [dict(p, recipient=None) if rng.random() < 0.06 else p for p in rng.sample(couples, int(len(couples) * args.share))]
        plan = batches([data.noisy(p, ours, rng, pool) for p in sample], pieces, args.limit, rng)
        plan += batches(rng.sample(answers, int(len(answers) * args.soft_share)), pieces, args.limit, rng)
        rng.shuffle(plan)
        total = 0.0
        for k, batch in enumerate(plan):
            rate = min(1, (step + 1) / 100) * max(0.02, 1 - (r + k / len(plan)) / args.rounds)
            for group, base in zip(optimiser.param_groups, (args.lr, args.heads)):
                group["lr"] = base * rate
            p, mask, _, marks = tensors(batch)
            with half():
                o = model(p, mask, marks)
            loss = loss_of(batch, o)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            total += float(loss.detach())
            if step % 50 == 0:
                print(f"  {k + 1} of {len(plan)}, {total / (k + 1):.3f}, {time.time() - begun:.0f} s", flush=True)
        torch.save(model.state_dict(), out / "model.pt")
        print(f"round {r + 1}: loss {total / len(plan):.3f}, held-out pairs {right(model, pieces, test):.4f}, {time.time() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
