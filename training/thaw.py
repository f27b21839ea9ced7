"""A shipped model (int8 ONNX) in; a float checkpoint that --start of train.py or pairs.py goes on from out. python training/thaw.py reader|relater --encoder FOLDER --out FILE

For when the run's own checkpoint is lost. Every weight comes back to within half a step of its int8 scale; parameters keep their names in the graph, matrices are found by the node that multiplies by them.
"""
import argparse
import json
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from model import Reader
from relater import Relater

MODEL = Path(__file__).parent.parent / "model"


def parameter(node):
    """`/model/trigger/trigger.0/trigger.0.0/MatMul_quant` → `trigger.0.0`: a sequence's parts repeat its name."""
    parts = node.split("/")[2:-1]
    return ".".join(p for i, p in enumerate(parts) if not (i + 1 < len(parts) and parts[i + 1].startswith(f"{p}.")))


def thawed(graph, wanted):
    """Yields (parameter name, tensor) for everything of `wanted` that the graph holds."""
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}

    def real(name):
        scale, zero = values[f"{name}_scale"], values[f"{name}_zero_point"].astype("float32")
        return torch.tensor((values[f"{name}_quantized"].astype("float32") - zero) * scale)

    for name, value in values.items():
        short = name.removeprefix("model.")
        if short in wanted:
            yield short, torch.tensor(value)
        elif short.removesuffix("_quantized") in wanted:
            yield short.removesuffix("_quantized"), real(name.removesuffix("_quantized"))
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1].endswith("_quantized") and node.input[1] in values:
            yield f"{parameter(node.name)}.weight", real(node.input[1].removesuffix("_quantized")).T.contiguous()


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("what", choices=("reader", "relater"))
    ask.add_argument("--encoder", required=True)
    ask.add_argument("--out", required=True)
    args = ask.parse_args()
    labels = json.loads((MODEL / "labels.json").read_text())
    file, model = {
        "reader": ("readout.onnx", lambda: Reader(args.encoder, len(labels["relations"]), len(labels["modes"]))),
        "relater": ("relater.onnx", lambda: Relater(args.encoder, len(labels["modes"]))),
    }[args.what]
    model = model()
    wanted = dict(model.named_parameters())
    state = dict(thawed(onnx.load(MODEL / file).graph, wanted))
    missing = sorted(set(wanted) - set(state))
    if missing:
        raise SystemExit(f"readout: model/{file}: holds no weights for {', '.join(missing)}: export it again with training/export.py")
    model.load_state_dict(state, strict=False)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
