"""A trained reader with a larger encoder in; its answers to a batch, and how far another reader's answers lie from them, out. For train.py --teacher.

Labels say one answer a word; a teacher's say how sure, of what else, and of sentences that have no labels. Source: Hinton et al. 2015.
"""
import json
from pathlib import Path

import torch
import torch.nn.functional as F

from model import Reader, computes_half, own


def teacher(folder, encoder, low):
    """The reader of a run's folder (model.pt, else last.pt), ready to answer; in half precision throughout where the processor computes in it, which is nearly twice as fast as autocast. `low` as it was trained with."""
    folder = Path(folder)
    labels = json.loads((folder / "labels.json").read_text())
    model = Reader(encoder, len(labels["relations"]), len(labels["modes"]), low)
    model.load_state_dict(torch.load(next(p for p in (folder / "model.pt", folder / "last.pt") if p.exists()), map_location="cpu"))
    return (model.bfloat16() if computes_half() else model).eval()


def near(model, pieces, words, count=12):
    """Word → the `count` words that a reader's own embeddings hold nearest, among `words` of one piece."""
    single = [w for w in words if len(pieces.word(w)) == 1]
    rows = own(model, torch.tensor([pieces.word(w)[0] for w in single]))
    table = F.normalize(model.encoder.embeddings.word_embeddings.weight[rows].detach().float(), dim=-1)
    return {w: [single[int(k)] for k in row[1:]] for w, row in zip(single, (table @ table.T).topk(count + 1).indices)}


def apart(batch, out, sure, roles=1.0):
    """How far acts, cues, their participants (weighing `roles`) and voice of `out` lie from `sure`, the teacher's, for the rows of a batch (train.batches)."""
    real = torch.zeros(out["trigger"].shape[:2], dtype=torch.bool)
    for b, r in enumerate(batch):
        real[b, : len(r[2])] = True
    total = 0
    likely = {}
    for key, weight in (("trigger", 4), ("cue", 2)):
        p = sure[key].float().softmax(-1)
        likely[key] = (1 - p[..., 0]).masked_fill(~real, 0)
        far = F.kl_div(out[key].float().log_softmax(-1), p, reduction="none").sum(-1)
        # Few words are acts or cues; what the teacher holds for one counts five times.
        share = (1 + 4 * likely[key]) * real
        total = total + weight * (far * share).sum() / share.sum()
    columns = real.unsqueeze(1)
    for key, planes, weight in (("trigger", slice(0, 4), 6 * roles), ("cue", slice(4, 6), 4 * roles)) if roles else ():
        rows = likely[key] > 0.3
        if rows.any():
            want, got = (o["grid"][:, planes].permute(0, 2, 1, 3)[rows].float() for o in (sure, out))
            here = columns.expand(-1, real.shape[1], -1)[rows].unsqueeze(1).expand_as(want)
            # Of two hundred words a row, five take part; these must not drown.
            wanted = want.sigmoid()
            share = here * (1 + 3 * wanted)
            far = F.binary_cross_entropy_with_logits(got, wanted, reduction="none") - F.binary_cross_entropy(wanted, wanted, reduction="none")
            total = total + weight * (far * share).sum() / share.sum()
    rows = likely["trigger"] > 0.3
    if rows.any():
        total = total + 0.6 * F.kl_div(out["mode"][rows].float().log_softmax(-1), sure["mode"][rows].float().softmax(-1), reduction="batchmean")
        total = total + F.binary_cross_entropy_with_logits(out["aux"][rows].float(), sure["aux"][rows].float().sigmoid())
    return total + 0.4 * F.kl_div(out["voice"].float().log_softmax(-1), sure["voice"].float().softmax(-1), reduction="batchmean")
