"""A checkpoint in; its part of model/ out, int8, and the parity fixture. python training/export.py reader|relater --from DIR --encoder FOLDER

reader: readout.onnx, vocab.txt, labels.json, test/fixtures/tag/parity.json    relater: relater.onnx, test/fixtures/tag/pairs.json    both: their part of manifest.json
int8: dynamic, per channel, every operator, embeddings too. The fixtures hold the float trainer's own answers to sentences of ours,
which the runtime in TypeScript must reproduce (test/tag/parity.test.ts).
"""
import argparse
import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

import data
from model import Reader
from pieces import Pieces
from relater import Relater

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "test" / "fixtures" / "tag"
AXES = {
    "pieces": {0: "b", 1: "p"}, "mask": {0: "b", 1: "p"}, "words": {0: "b", 1: "w"}, "marks": {0: "b"}, "arcs": {0: "b", 1: "w", 2: "v"}, "grid": {0: "b", 2: "w", 3: "v"},
    **{n: {0: "b"} for n in ("voice", "pair", "pairmode")}, **{n: {0: "b", 1: "w"} for n in ("upos", "rels", "names", "trigger", "mode", "aux", "cue")},
}


class Plain(torch.nn.Module):
    def __init__(self, model, outputs):
        super().__init__()
        self.model, self.outputs = model, outputs

    def forward(self, *inputs):
        out = self.model(*inputs)
        return tuple(out[name] for name in self.outputs)


def written(model, feed, outputs, out, keep_float):
    """Writes the model to `out` and says how far its answers to `feed` lie from the float ones, which it returns by name."""
    model.encoder.config._attn_implementation = "eager"
    model.eval()
    plain, tensors, names = Plain(model, outputs), tuple(torch.tensor(v) for v in feed.values()), list(feed)
    full, prepared = out.with_suffix(".full"), out.with_suffix(".prepared")
    with torch.inference_mode():
        expected = plain(*tensors)
        torch.onnx.export(plain, tensors, full, input_names=names, output_names=outputs, opset_version=17, dynamo=False, dynamic_axes={n: AXES[n] for n in (*names, *outputs)})
    if keep_float:
        full.rename(out)
    else:
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(out), per_channel=True, weight_type=QuantType.QInt8)
        full.unlink()
        prepared.unlink()
    got = ort.InferenceSession(str(out), providers=["CPUExecutionProvider"]).run(None, feed)
    for name, a, b in zip(outputs, expected, got):
        a = a.numpy()
        real = a > -1000
        print(f"{name}: largest difference {np.abs(a - b)[real].max():.3f}, mean {np.abs(a - b)[real].mean():.4f}")
    print(f"{out.stat().st_size / 1e6:.1f} MB")
    return dict(zip(outputs, expected))


def padded(rows):
    """Whole numbers, 0 where a row is short."""
    out = np.zeros((len(rows), max(len(r) for r in rows)), np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


def promise(folder, own, key=None):
    """Writes file name, SHA-256 and size of the weights into manifest.json: the reader's at its top, the relater's under its name."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text()) if path.exists() else {}
    entry = {"model": own.name, "sha256": hashlib.sha256(own.read_bytes()).hexdigest(), "bytes": own.stat().st_size, "exported": date.today().isoformat()}
    manifest |= {key: entry} if key else entry
    if (labels := folder / "labels.json").exists():
        manifest["labels"] = hashlib.sha256(labels.read_bytes()).hexdigest()
    path.write_text(json.dumps(manifest, indent=1) + "\n")
    print(entry["sha256"][:12])


def fixture(name, rows):
    FIXTURES.mkdir(parents=True, exist_ok=True)
    (FIXTURES / name).write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")


def reader(weights, labels, args, to):
    model = Reader(args.encoder, len(labels["relations"]), len(labels["modes"]), args.low)
    model.load_state_dict(weights)
    pieces = Pieces(args.vocabulary or args.encoder)
    examples = [s["words"] for s in data.acts()][::400][:8]
    ready = [pieces.sentence(w) for w in examples]
    ids = padded([r[0] for r in ready])
    feed = {"pieces": ids, "mask": (ids != 0).astype(np.int64), "words": padded([r[1] for r in ready])}
    said = written(model, feed, ["upos", "arcs", "rels", "names", "trigger", "mode", "aux", "cue", "grid", "voice"], to / "readout.onnx", args.float)
    shutil.copy(Path(args.vocabulary or args.encoder) / "vocab.txt", to / "vocab.txt")
    (to / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    promise(to, to / "readout.onnx")
    rows = []
    for i, words in enumerate(examples):
        n = len(words)
        rows.append(
            {
                "words": words, "pieces": ready[i][0], "firsts": ready[i][1], "heads": said["arcs"][i, :n, : n + 1].argmax(-1).tolist(),
                "upos": [labels["upos"][k] for k in said["upos"][i, :n].argmax(-1).tolist()],
                "trigger": [["-", *labels["types"]][k] for k in said["trigger"][i, :n].argmax(-1).tolist()],
                "voice": labels["voices"][int(said["voice"][i].argmax())],
            }
        )
    return rows


def relater(weights, labels, args, to):
    model = Relater(args.encoder, len(labels["modes"]))
    model.load_state_dict(weights)
    pieces = Pieces(args.encoder)
    couples = [p for e in data.acts() for p in data.pairs(e) if p["recipient"]][::600]
    ready = [pieces.sentence(e["words"], e["actor"], e["recipient"]) for e in couples]
    ids = padded([r[0] for r in ready])
    feed = {"pieces": ids, "mask": (ids != 0).astype(np.int64), "marks": np.array([r[2] for r in ready], np.int64)}
    said = written(model, feed, ["pair", "pairmode"], to / "relater.onnx", args.float)
    promise(to, to / "relater.onnx", "relater")
    return [{"words": e["words"], "actor": e["actor"], "recipient": e["recipient"], "type": labels["types"][int(said["pair"][i].argmax())]} for i, e in enumerate(couples)]


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("what", choices=("reader", "relater"))
    ask.add_argument("--from", dest="source", required=True)
    ask.add_argument("--encoder", required=True)
    ask.add_argument("--vocabulary", help="folder with tokenizer.json and vocab.txt, where it is not the encoder's")
    ask.add_argument("--low", type=int, default=4, help="the run's --low")
    ask.add_argument("--checkpoint", default="model.pt")
    ask.add_argument("--mix", help="the checkpoint that the run went on from: its weights are mixed in")
    ask.add_argument("--mix-share", type=float, default=0.3, help="its share of the mean")
    ask.add_argument("--float", action="store_true", help="keep float32 weights (for comparing)")
    ask.add_argument("--to", default=str(ROOT / "model"), help="another folder is a trial: the fixtures stay as they are")
    args = ask.parse_args()
    source, to = Path(args.source), Path(args.to)
    to.mkdir(parents=True, exist_ok=True)
    labels = json.loads((source / "labels.json").read_text())
    weights = torch.load(source / args.checkpoint, map_location="cpu")
    if args.mix:
        # Between where a run began and where it ended lie weights that forgot less than the end and know more than the beginning.
        before = torch.load(args.mix, map_location="cpu")
        weights = {k: (before[k].float() * args.mix_share + v.float() * (1 - args.mix_share)).to(v.dtype) for k, v in weights.items()}
    rows = (reader if args.what == "reader" else relater)(weights, labels, args, to)
    if to.resolve() == (ROOT / "model").resolve():
        fixture("parity.json" if args.what == "reader" else "pairs.json", rows)


if __name__ == "__main__":
    main()
