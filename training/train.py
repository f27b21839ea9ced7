"""Corpus and treebanks in; a checkpoint of the reader out. One command: python training/train.py --out DIR [--encoder FOLDER] [--rounds 8]

Every round goes over all of our sentences, a share of the treebanks and of the names, in one mixed order. The marked pair has its own model: pairs.py.
The state of the run is written every ten minutes (DIR/state.pt); the same command goes on from it. --start begins a new run from other weights.
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import data
from dresses import dressed
from corpus import AUX, TYPES, VOICES
from model import Reader, computes_half, like_int8, quick
from pieces import PAD, Pieces
from soft import apart, near, teacher

TYPE = {t: i for i, t in enumerate(["-", *TYPES])}
MODE = {m: i for i, m in enumerate(data.MODE_NAMES)}
ROLE = {r: i for i, r in enumerate(data.ROLES)}
NAME = {n: i for i, n in enumerate(data.NAMES)}
VOICE = {v: i for i, v in enumerate(VOICES)}
POS = {p: i for i, p in enumerate(data.UPOS)}


def half():
    """Half precision where the processor computes in it."""
    return torch.autocast("cpu", torch.bfloat16, enabled=computes_half())


def paired(examples, pieces):
    """The rows of a batch as `batches` gives them, in the order of the examples."""
    return [(e, *pieces.sentence(e["words"])) for e in examples]


def batches(examples, pieces, limit, rng):
    """Examples of like length together, at most `limit` pieces with padding a batch."""
    ready = []
    for e in examples:
        ids, firsts, marks = pieces.sentence(e["words"], e.get("actor"), e.get("recipient"))
        if len(ids) <= 320:
            ready.append((e, ids, firsts, marks))
    ready.sort(key=lambda r: len(r[1]) + rng.random() * 2)
    out, batch, longest = [], [], 0
    for r in ready:
        if batch and max(longest, len(r[1])) * (len(batch) + 1) > limit:
            out.append(batch)
            batch, longest = [], 0
        batch.append(r)
        longest = max(longest, len(r[1]))
    return out + ([batch] if batch else [])


def tensors(batch):
    p = -(-max(len(r[1]) for r in batch) // 2) * 2
    w = -(-max(len(r[2]) for r in batch) // 2) * 2
    pieces = torch.zeros(len(batch), p, dtype=torch.long)
    words = torch.zeros(len(batch), w, dtype=torch.long)
    for i, (_, ids, firsts, _) in enumerate(batch):
        pieces[i, : len(ids)] = torch.tensor(ids)
        words[i, : len(firsts)] = torch.tensor(firsts)
    return pieces, pieces.ne(PAD).long(), words, torch.tensor([r[3] for r in batch])


def padded(rows, width, fill=-100):
    out = torch.full((len(rows), width), fill, dtype=torch.long)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.tensor(row)
    return out


def loss_of(task, batch, out, relation):
    examples = [r[0] for r in batch]
    w = out["upos"].shape[1]
    if task == "syntax":
        upos = padded([[POS[p] for p in e["upos"]] for e in examples], w)
        heads = padded([e["heads"] for e in examples], w)
        rels = padded([[relation.get(x, relation[x.split(":")[0]]) for x in e["rels"]] for e in examples], w)
        return F.cross_entropy(out["upos"].flatten(0, 1).float(), upos.flatten()) + F.cross_entropy(out["arcs"].flatten(0, 1).float(), heads.flatten()) + F.cross_entropy(out["goldrels"].flatten(0, 1).float(), rels.flatten())
    if task == "names":
        tags = padded([[NAME[t] for t in e["tags"]] for e in examples], w)
        return F.cross_entropy(out["names"].flatten(0, 1).float(), tags.flatten())
    # acts
    trigger = padded([[0] * len(e["words"]) for e in examples], w)
    cue = padded([[0] * len(e["words"]) for e in examples], w)
    mode = torch.full_like(trigger, -100)
    aux = torch.zeros(len(batch), w, len(AUX))
    auxmask = torch.zeros(len(batch), w, 1)
    grid = torch.zeros(len(batch), len(ROLE), w, w)
    gridmask = torch.zeros_like(grid)
    for b, e in enumerate(examples):
        n = len(e["words"])
        for i, kind, m, a in e["triggers"]:
            trigger[b, i] = TYPE[kind]
            mode[b, i] = MODE[m]
            auxmask[b, i] = 1
            for x in a:
                aux[b, i, AUX.index(x)] = 1
            gridmask[b, :4, i, :n] = 1
        for i, role, first, last in e["args"]:
            grid[b, ROLE[role], i, first : last + 1] = 1
        for k, (first, last) in enumerate(e["cues"]):
            cue[b, first] = 1
            cue[b, first + 1 : last + 1] = 2
            gridmask[b, 4:, first : last + 1, :n] = 1
        for k, role, first, last in e["says"]:
            a, z = e["cues"][k]
            grid[b, ROLE[role], a : z + 1, first : last + 1] = 1
    voice = torch.tensor([VOICE[e["voice"]] for e in examples])
    scores = out["trigger"].flatten(0, 1).float()
    total = F.cross_entropy(scores, trigger.flatten(), weight=torch.tensor([0.7] + [1.5] * 16)) * 3
    total = total + F.cross_entropy(out["cue"].flatten(0, 1).float(), cue.flatten()) * 2
    # Few words are triggers: which type they are needs a voice of its own beside whether they are one.
    known = trigger.flatten() > 0
    if known.any():
        total = total + F.cross_entropy(scores[known][:, 1:], trigger.flatten()[known] - 1, label_smoothing=0.05)
    if auxmask.sum():
        total = total + 0.6 * F.cross_entropy(out["mode"].flatten(0, 1).float(), mode.flatten())
        total = total + (F.binary_cross_entropy_with_logits(out["aux"].float(), aux, reduction="none") * auxmask).sum() / auxmask.sum()
    if gridmask.sum():
        total = total + 6 * (F.binary_cross_entropy_with_logits(out["grid"].float(), grid, reduction="none", pos_weight=torch.tensor(1.5)) * gridmask).sum() / gridmask.sum()
    return total + 0.4 * F.cross_entropy(out["voice"].float(), voice, label_smoothing=0.05)


def unlike(batch, one, other):
    """How much two readings of the same sentences under other names differ: symmetric divergence of types, modes, cues and arguments. Source: Liang et al. 2021, R-Drop."""
    total = 0
    words = torch.zeros(one["trigger"].shape[:2], dtype=torch.bool)
    for b, r in enumerate(batch):
        words[b, : len(r[2])] = True
    for key, weight in (("trigger", 2), ("cue", 1)):
        p, q = one[key].float()[words].log_softmax(-1), other[key].float()[words].log_softmax(-1)
        total = total + weight * ((p.exp() - q.exp()) * (p - q)).sum(-1).mean()
    rows = [(b, [i for i, *_ in r[0]["triggers"]], len(r[2])) for b, r in enumerate(batch) if r[0]["triggers"]]
    if rows:
        p, q = (torch.cat([o["grid"][b, :4, at, :n].flatten() for b, at, n in rows]).float() for o in (one, other))
        total = total + 3 * ((p.sigmoid() - q.sigmoid()) * (p - q)).mean()
        p, q = (torch.cat([o["mode"][b, at] for b, at, n in rows]).float().log_softmax(-1) for o in (one, other))
        total = total + 0.5 * ((p.exp() - q.exp()) * (p - q)).sum(-1).mean()
        p, q = (torch.cat([o["aux"][b, at].flatten() for b, at, n in rows]).float() for o in (one, other))
        total = total + 0.3 * ((p.sigmoid() - q.sigmoid()) * (p - q)).mean()
    return total


def scores(model, pieces, relation, parts):
    """Development scores on gold words: UPOS, UAS, LAS, names F1; on held-out files of ours: acts, their arguments and voice."""
    model.eval()
    out = {}
    with torch.inference_mode(), half():
        if parts.get("syntax"):
            n = u = a = l = 0
            for batch in batches(parts["syntax"], pieces, 4096, random.Random(0)):
                o = model(*tensors(batch)[:3])
                for b, (e, _, firsts, _) in enumerate(batch):
                    for i in range(len(firsts)):
                        n += 1
                        u += int(o["upos"][b, i].argmax()) == POS[e["upos"][i]]
                        right = int(o["arcs"][b, i].argmax()) == e["heads"][i]
                        a += right
                        l += right and int(o["rels"][b, i].argmax()) == relation.get(e["rels"][i], -1)
            out |= {"upos": u / n, "uas": a / n, "las": l / n}
        if parts.get("acts"):
            tp = fp = fn = tt = 0
            gp = gf = gn = v = vn = 0
            for batch in batches(parts["acts"], pieces, 4096, random.Random(0)):
                o = model(*tensors(batch)[:3])
                for b, (e, _, firsts, _) in enumerate(batch):
                    gold = {i: k for i, k, _, _ in e["triggers"]}
                    pred = {i: TYPES[int(o["trigger"][b, i].argmax()) - 1] for i in range(len(firsts)) if int(o["trigger"][b, i].argmax())}
                    tp += sum(gold.get(i) == k for i, k in pred.items())
                    fp += len(pred)
                    fn += len(gold)
                    tt += len(set(pred) & set(gold))
                    v += int(o["voice"][b].argmax()) == VOICE[e["voice"]]
                    vn += 1
                    for i in gold:
                        for role in ("actor", "recipient"):
                            want = {j for t, r, x, y in e["args"] if t == i and r == role for j in range(x, y + 1)}
                            got = {j for j in range(len(firsts)) if o["grid"][b, ROLE[role], i, j] > 0}
                            gp += len(want & got)
                            gf += len(got)
                            gn += len(want)
            out |= {"acts_f1": 2 * tp / max(1, fp + fn), "trigger_f1": 2 * tt / max(1, fp + fn), "args_f1": 2 * gp / max(1, gf + gn), "voice": v / vn}
    model.train()
    return out


def begin(args):
    """→ the run's random numbers, from --seed as torch's are, and its folder, made where it is not there."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    return random.Random(args.seed), out


def files(hold):
    """→ the corpus files to learn, and those held out, by the numbers in `hold` ("f03,i04")."""
    held = set(hold.split(","))
    every = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
    return [f for f in every if f.stem.split("-")[0] not in held], [f for f in every if f.stem.split("-")[0] in held]


def keep(out, **state):
    """Writes beside and renames, so that a run that is killed while it writes still has the state before."""
    torch.save(state, out / "state.tmp")
    (out / "state.tmp").rename(out / "state.pt")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--out", required=True)
    ask.add_argument("--encoder", required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    ask.add_argument("--rounds", type=int, default=8)
    ask.add_argument("--syntax", type=float, default=0.4, help="share of the treebanks a round")
    ask.add_argument("--limit", type=int, default=2048, help="word pieces a batch")
    ask.add_argument("--lr", type=float, default=1.2e-4)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--minutes", type=float, default=1e9, help="stop after the round that passes this many minutes")
    ask.add_argument("--vocabulary", help="folder with tokenizer.json, where it is not the encoder's")
    ask.add_argument("--start", help="a checkpoint to go on from; what it lacks (another program's heads) begins anew")
    ask.add_argument("--freeze", type=int, default=0, help="encoder layers left as they are, with the embeddings")
    ask.add_argument("--heads", type=float, default=1e-3, help="rate of the heads")
    ask.add_argument("--names", type=float, default=0.5, help="share of the name sentences a round")
    ask.add_argument("--twins", type=float, default=0, help="share of the batches of acts that are read twice, once with other names, and should be answered alike")
    ask.add_argument("--dresses", type=float, default=0, help="share of the plain facts that a round reads negated, denied, conditional, to come or past instead (dresses.py)")
    ask.add_argument("--teacher", help="folder of a run with a larger encoder: what it answers is learnt beside the labels, on trees and names too (soft.py)")
    ask.add_argument("--teacher-encoder", help="that run's --encoder")
    ask.add_argument("--teacher-low", type=int, default=8, help="that run's --low")
    ask.add_argument("--soft", type=float, default=1.0, help="weight of the teacher's answers; labels of acts then weigh --hard")
    ask.add_argument("--soft-roles", type=float, default=1.0, help="weight of its answers on who takes part, among the others; 0 where it knows them less well than its student")
    ask.add_argument("--plain", help="folders of text without labels, which the teacher alone answers: training/plain,…")
    ask.add_argument("--echo", type=float, default=0, help="share of our sentences that a round reads with words replaced and without their labels (data.mutated), the teacher's answers alone; of --plain as many are changed so")
    ask.add_argument("--roles", help="folder of a run of this very reader, whose answers on who takes part stand for the teacher's")
    ask.add_argument("--int8", action="store_true", help="round what goes into the encoder's products as the shipped program does, so that it costs nothing there")
    ask.add_argument("--hard", type=float, default=0.6)
    ask.add_argument("--again", help="how the names of corpus files begin that a round reads three times (aa,ab)")
    ask.add_argument("--low", type=int, default=4, help="encoder layer that trees and names read")
    ask.add_argument("--hold", default="f03,i04,x05b", help="corpus files held out, by number")
    args = ask.parse_args()
    if (args.echo or args.roles or args.plain) and not args.teacher:
        ask.error("--echo, --roles and --plain learn from a teacher: name its run's folder with --teacher")
    rng, out = begin(args)
    pieces = Pieces(args.vocabulary or args.encoder)
    treebank = list(data.syntax("train"))
    names = list(data.wikigold()) + list(data.gum_names("train"))
    held = files(args.hold)[1]
    dev_acts = list(data.acts(held)) if held else []
    parts = {"syntax": list(data.syntax("dev"))[:1200] if args.syntax else [], "acts": dev_acts}
    relations = sorted({r for e in treebank for r in e["rels"]})
    relation = {r: i for i, r in enumerate(relations)} | {r.split(":")[0]: relations.index(r) for r in reversed(relations) if r.split(":")[0] not in relations} | {r: i for i, r in enumerate(relations)}
    labels = {"types": TYPES, "modes": data.MODE_NAMES, "aux": AUX, "voices": VOICES, "roles": data.ROLES, "names": data.NAMES, "upos": data.UPOS, "relations": relations}
    (out / "labels.json").write_text(json.dumps(labels, indent=1))
    print(f"{len(treebank)} trees, {len(names)} name sentences; held out: {[f.name for f in held]}", flush=True)

    model = Reader(args.encoder, len(relations), len(data.MODE_NAMES), args.low)
    quick(model)
    if args.int8:
        like_int8(model)
    if args.start:
        lacking, left = model.load_state_dict(torch.load(args.start, map_location="cpu"), strict=False)
        print(f"began anew: {sorted({k.split('.')[0] for k in lacking})}; left out: {sorted({k.split('.')[0] for k in left})}", flush=True)
    taught = teacher(args.teacher, args.teacher_encoder, args.teacher_low) if args.teacher else None
    keeper = teacher(args.roles, args.encoder, args.low) if args.roles else None
    if args.echo:
        of, like = data.kinds(treebank)
        meant = near(taught, pieces, sorted(of))

    def otherwise(e):
        return {"where": e["where"], "words": data.mutated(e["words"], rng, meant, of, like)}

    if args.freeze:
        for part in (model.encoder.embeddings, *model.encoder.encoder.layer[: args.freeze]):
            part.requires_grad_(False)
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder") and p.requires_grad]
    rest = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": args.lr}, {"params": rest, "lr": args.heads}], weight_decay=0.01, fused=True)
    rounds = []
    for r in range(args.rounds):
        share = int(len(treebank) * args.syntax)
        trees = [treebank[(r * share + i) % len(treebank)] for i in range(share)] if r else rng.sample(treebank, share)
        if r == 0:
            rng.shuffle(treebank)
        rounds.append(trees)
    step, begun, saved = 0, time.time(), time.time()
    state = torch.load(out / "state.pt", map_location="cpu", weights_only=False) if (out / "state.pt").exists() else None
    if state:
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        step = state["step"]
        print(f"goes on in round {state['round'] + 1} behind batch {state['batch']}", flush=True)
    if args.start and not state:
        print(f"before: {({k: round(v, 4) for k, v in scores(model, pieces, relation, parts).items()})}", flush=True)
    average = state["average"] if state else None
    for r in range(state["round"] if state else 0, args.rounds):
        if state:
            rng.setstate(state["rng"])
        drawn = rng.getstate()
        # Read anew each round, so that sentences written while a long training runs are learnt too.
        ours = list(data.acts(files(args.hold)[0]))
        pool = data.mentions(ours)
        unlabelled = [e for folder in (args.plain.split(",") if args.plain else []) for e in data.plain(folder)]
        plan = [("syntax", b) for b in batches(rounds[r], pieces, args.limit, rng)]
        plan += [("names", b) for b in batches(rng.sample(names, int(len(names) * args.names)), pieces, args.limit, rng)]
        often = ours + [e for e in ours if args.again and e["where"].startswith(tuple(args.again.split(",")))] * 2
        echoed = set(rng.sample(range(len(often)), int(len(often) * args.echo)))
        unknown = [otherwise(e) for i, e in enumerate(often) if i in echoed]
        unknown += [otherwise(e) if args.echo and rng.random() < args.echo else e for e in unlabelled]
        often = [e for i, e in enumerate(often) if i not in echoed]
        worn = [dressed(e, rng) if rng.random() < args.dresses else e for e in often]
        plan += [("acts", b) for b in batches([data.noisy(e, ours, rng, pool) for e in worn], pieces, args.limit, rng)]
        plan += [("plain", b) for b in batches([dict(e, words=data.swap_countries(e["words"], rng)) if rng.random() < 0.3 else e for e in unknown], pieces, args.limit, rng)]
        rng.shuffle(plan)
        sums = state["sums"] if state else {}
        after, state = state["batch"] if state else -1, None
        for k, (task, batch) in enumerate(plan):
            if k <= after:
                continue
            rate = min(1, (step + 1) / 150) * max(0.02, 1 - (r + k / len(plan)) / args.rounds)
            for group, base in zip(optimiser.param_groups, (args.lr, args.heads)):
                group["lr"] = base * rate
            feed = tensors(batch)[:3]
            with half():
                o = model(*feed)
                if task == "syntax":
                    # Relations are learnt at the true heads.
                    o["goldrels"] = gold_relations(model, batch, o)
            loss = 0 if task == "plain" else loss_of(task, batch, o, relation)
            if task == "acts" and rng.random() < args.twins:
                other = paired([dict(r[0], words=data.renamed(r[0], pool, rng)) for r in batch], pieces)
                with half():
                    t = model(*tensors(other)[:3])
                loss = 0.5 * (loss + loss_of("acts", other, t, relation)) + unlike(batch, o, t)
            if taught:
                with torch.no_grad():
                    sure = taught(*feed)
                    if keeper:
                        sure = sure | {"grid": keeper(*feed)["grid"]}
                loss = (args.hard if task == "acts" else 1) * loss + args.soft * apart(batch, o, sure, args.soft_roles)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            total, count = sums.get(task, (0, 0))
            sums[task] = (total + float(loss.detach()), count + 1)
            if r >= args.rounds - 2 and step % 20 == 0:
                # The mean of the last two rounds' weights is steadier than the last step's.
                now = {k: v.detach().float() for k, v in model.state_dict().items()}
                average = ({k: v.clone() for k, v in now.items()}, 1) if average is None else ({k: average[0][k] + v for k, v in now.items()}, average[1] + 1)
            if time.time() - saved > 600:
                keep(out, model=model.state_dict(), optimiser=optimiser.state_dict(), round=r, batch=k, step=step, rng=drawn, sums=sums, average=average)
                saved = time.time()
                print(f"  round {r + 1}, {k + 1} of {len(plan)} batches, {({k: round(t / c, 3) for k, (t, c) in sums.items()})} {saved - begun:.0f} s", flush=True)
        torch.save(model.state_dict(), out / "last.pt")
        keep(out, model=model.state_dict(), optimiser=optimiser.state_dict(), round=r + 1, batch=-1, step=step, rng=rng.getstate(), sums={}, average=average)
        print(f"round {r + 1}: {len(ours)} of ours, {({k: round(t / c, 3) for k, (t, c) in sums.items()})} {({k: round(v, 4) for k, v in scores(model, pieces, relation, parts).items()})} {time.time() - begun:.0f} s", flush=True)
        if (time.time() - begun) / 60 > args.minutes:
            break
    if average:
        model.load_state_dict({k: (v / average[1]).to(model.state_dict()[k].dtype) for k, v in average[0].items()})
        print(f"averaged: {({k: round(v, 4) for k, v in scores(model, pieces, relation, parts).items()})}", flush=True)
    torch.save(model.state_dict(), out / "model.pt")


def gold_relations(model, batch, o):
    _, _, words, _ = tensors(batch)
    heads = padded([r[0]["heads"] for r in batch], words.shape[1], 0)
    return model.relations(o["low_words"], o["low_heads"], heads)


if __name__ == "__main__":
    main()
