"""Reads the weights of an exported model back, so that training can go on from what ships.

Takes a folder that `training.export` wrote; gives the network's weights under their own names, in
fp32. What 8 bits rounded away stays away: a few steps of training make up for it.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

PREFIX = "network."  # the exported wrapper holds the network under this name
# Layers without a bias to be known by; each is the only product of its input.
BARE = {"arc_pair": "arc_dependent", "relation_pair": "relation_dependent"}
_Arrays = dict[str, NDArray[np.float32]]


def read_shipped(folder: Path) -> dict[str, Tensor]:
    """Return the weights of a folder's `network.onnx` and `labels.json` by the names they have in `Network`.

    Raises:
        FileNotFoundError: no such file.
    """
    graph = onnx.load(str(folder / "network.onnx")).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    weights: _Arrays = {}
    for name in arrays:
        plain = name.removesuffix("_quantized")
        if plain.startswith(PREFIX) and not plain.endswith(("_scale", "_zero_point")):
            weights[plain.removeprefix(PREFIX)] = _whole(arrays, plain)
    consumers: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            consumers.setdefault(name, []).append(node)
    bare = []
    for node in graph.node:
        if node.op_type not in ("MatMul", "MatMulInteger"):
            continue
        plain = node.input[1].removesuffix("_quantized")
        if plain not in arrays and f"{plain}_quantized" not in arrays:
            continue  # a product of two computed things
        bias = next(_biases(node.output[0], consumers, arrays), None)
        if bias is None:
            bare.append(plain)
            continue
        layer = bias.removeprefix(PREFIX).removesuffix(".bias")
        weights[f"{layer}.weight"] = _whole(arrays, plain).T
    for layer, plain in zip(BARE, bare, strict=True):
        weights[f"{layer}.weight"] = _whole(arrays, plain).T
    pair = json.loads((folder / "labels.json").read_text(encoding="utf-8")).get("pair")
    if pair:
        weights["pair"] = np.array(pair, dtype=np.float32)
    return {name: torch.from_numpy(np.array(x, dtype=np.float32)) for name, x in weights.items()}


def _whole(arrays: _Arrays, plain: str) -> NDArray[np.float32]:
    """Return an array in fp32; one in 8 bits is (number - zero point) * scale, a scale a column."""
    if plain in arrays:
        return arrays[plain]
    numbers = arrays[f"{plain}_quantized"].astype(np.float32)
    zero = arrays[f"{plain}_zero_point"].astype(np.float32)
    whole: NDArray[np.float32] = (numbers - zero) * arrays[f"{plain}_scale"]
    return whole


def _biases(output: str, consumers: dict[str, list[onnx.NodeProto]], arrays: _Arrays) -> Iterator[str]:
    """Yield the biases that are added to a product, past the casts and scales of 8-bit arithmetic."""
    for node in consumers.get(output, ()):
        if node.op_type == "Add":
            yield from (n for n in node.input if n in arrays and n.endswith(".bias"))
        elif node.op_type in ("Cast", "Mul"):
            yield from _biases(node.output[0], consumers, arrays)
