"""A checkpoint in; model/ out: readout.onnx (int8), vocab.txt, labels.json, manifest.json, and the parity fixture. python training/export.py --from DIR --encoder FOLDER

int8: dynamic, per channel, every operator (embeddings too). The fixture holds the float trainer's own answers to sentences of ours,
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

ROOT = Path(__file__).parent.parent
INPUTS = ["pieces", "mask", "words", "marks"]
OUTPUTS = ["upos", "arcs", "rels", "names", "trigger", "mode", "aux", "cue", "grid", "voice", "pair", "pairmode"]


class Plain(torch.nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, pieces, mask, words, marks):
        out = self.reader(pieces, mask, words, marks)
        return tuple(out[name] for name in OUTPUTS)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--from", dest="source", required=True)
    ask.add_argument("--encoder", required=True)
    ask.add_argument("--checkpoint", default="model.pt")
    ask.add_argument("--mix", help="the checkpoint that the run went on from: its weights are mixed in")
    ask.add_argument("--mix-share", type=float, default=0.3, help="its share of the mean")
    ask.add_argument("--float", action="store_true", help="keep float32 weights (for comparing)")
    ask.add_argument("--to", default=str(ROOT / "model"))
    args = ask.parse_args()
    source, to = Path(args.source), Path(args.to)
    to.mkdir(parents=True, exist_ok=True)
    labels = json.loads((source / "labels.json").read_text())
    reader = Reader(args.encoder, len(labels["relations"]), len(labels["modes"]))
    weights = torch.load(source / args.checkpoint, map_location="cpu")
    if args.mix:
        # Between where a run began and where it ended lie weights that forgot less than the end and know more than the beginning.
        before = torch.load(args.mix, map_location="cpu")
        weights = {k: (before[k].float() * args.mix_share + v.float() * (1 - args.mix_share)).to(v.dtype) for k, v in weights.items()}
    reader.load_state_dict(weights)
    reader.encoder.config._attn_implementation = "eager"
    reader.eval()
    pieces = Pieces(args.encoder)
    examples = [s["words"] for s in data.acts()][:: 400][:8]
    ready = [pieces.sentence(w) for w in examples]
    p, w = max(len(r[0]) for r in ready), max(len(r[1]) for r in ready)
    feed = {"pieces": np.zeros((len(ready), p), np.int64), "words": np.zeros((len(ready), w), np.int64), "marks": np.zeros((len(ready), 2), np.int64)}
    for i, (ids, firsts, _) in enumerate(ready):
        feed["pieces"][i, : len(ids)] = ids
        feed["words"][i, : len(firsts)] = firsts
    feed["mask"] = (feed["pieces"] != 0).astype(np.int64)
    tensors = tuple(torch.tensor(feed[n]) for n in INPUTS)
    full = to / "full.onnx"
    with torch.inference_mode():
        expected = Plain(reader)(*tensors)
        torch.onnx.export(
            Plain(reader), tensors, full, input_names=INPUTS, output_names=OUTPUTS, opset_version=17, dynamo=False,
            dynamic_axes={n: {0: "b", 1: "p"} for n in ("pieces", "mask")} | {"words": {0: "b", 1: "w"}, "marks": {0: "b"}} | {n: {0: "b"} for n in ("voice", "pair", "pairmode")}
            | {n: {0: "b", 1: "w"} for n in ("upos", "rels", "names", "trigger", "mode", "aux", "cue")} | {"arcs": {0: "b", 1: "w", 2: "v"}, "grid": {0: "b", 2: "w", 3: "v"}},
        )
    out = to / "readout.onnx"
    if args.float:
        full.rename(out)
    else:
        prepared = to / "prepared.onnx"
        try:
            quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        except Exception as fault:
            print("no pre-processing:", fault)
            shutil.copy(full, prepared)
        quantize_dynamic(str(prepared), str(out), per_channel=True, weight_type=QuantType.QInt8)
        full.unlink()
        prepared.unlink()
    got = ort.InferenceSession(str(out), providers=["CPUExecutionProvider"]).run(None, {n: feed[n] for n in INPUTS})
    for name, a, b in zip(OUTPUTS, expected, got):
        a = a.numpy()
        keep = a > -1000
        print(f"{name}: largest difference {np.abs(a - b)[keep].max():.3f}, mean {np.abs(a - b)[keep].mean():.4f}")
    shutil.copy(Path(args.encoder) / "vocab.txt", to / "vocab.txt")
    (to / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    (to / "manifest.json").write_text(json.dumps({"model": "readout.onnx", "sha256": digest, "bytes": out.stat().st_size, "exported": date.today().isoformat()}, indent=1) + "\n")
    fixture = ROOT / "test" / "fixtures" / "tag" / "parity.json"
    fixture.parent.mkdir(parents=True, exist_ok=True)
    rows = []
    for i, words in enumerate(examples):
        n = len(words)
        heads = expected[OUTPUTS.index("arcs")][i, :n, : n + 1].argmax(-1).tolist()
        rows.append(
            {
                "words": words, "pieces": ready[i][0], "firsts": ready[i][1], "heads": heads,
                "upos": [labels["upos"][k] for k in expected[0][i, :n].argmax(-1).tolist()],
                "trigger": [(["-"] + labels["types"])[k] for k in expected[OUTPUTS.index("trigger")][i, :n].argmax(-1).tolist()],
                "voice": labels["voices"][int(expected[OUTPUTS.index("voice")][i].argmax())],
            }
        )
    fixture.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
    print(f"{out.stat().st_size / 1e6:.1f} MB, {digest[:12]}")


if __name__ == "__main__":
    main()
