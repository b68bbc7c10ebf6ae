"""Labels the syntax of texts that have no trees with what an exported model sees in them.

Takes windows with or without syntax; gives the same windows, all with syntax. It runs the exported
network, which reads several times as fast as the one that is trained.
"""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime

from reportedly.read.windows import batch
from training.batches import Unit
from training.labels import IGNORE, Ints, Inventory, Target

OUTPUTS = ("upos", "xpos", "lemma", "relations", "arcs")
LABELLED = ("upos", "xpos", "lemma", "deprel")


class Teacher:
    """An exported model in memory.

    Args:
        folder: the export.
        inventory: the labels of the corpora; what the teacher sees is numbered by them, and a label that
            they lack is ignored.
    """

    def __init__(self, folder: Path, inventory: Inventory) -> None:
        theirs = Inventory.load(folder / "labels.json")
        self._numbers = {k: _renumbered(getattr(inventory, k), getattr(theirs, k)) for k in LABELLED}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        path = str(folder / "network.onnx")
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def teach(self, corpora: Mapping[str, Sequence[Unit]]) -> dict[str, list[Unit]]:
        """Return all windows, in order, with trees."""
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return {
                name: [list(found) for found in pool.map(lambda u: [self._taught(t) for t in u], units)]
                for name, units in corpora.items()
            }

    def _taught(self, target: Target) -> Target:
        if (target.upos != IGNORE).any():
            return target
        arrays = batch([target.window])
        inputs = {k: getattr(arrays, k) for k in ("pieces", "shapes", "begins", "ends", "sentences")}
        upos, xpos, lemma, relations, arcs = self._session.run(list(OUTPUTS), inputs)
        numbers = self._numbers
        return replace(
            target,
            upos=numbers["upos"][upos[0]],
            xpos=numbers["xpos"][xpos[0]],
            lemma=numbers["lemma"][lemma[0]],
            deprel=numbers["deprel"][relations[0].argmax(-1)],
            heads=arcs[0].argmax(-1),
        )


def _renumbered(mine: Sequence[str], theirs: Sequence[str]) -> Ints:
    """Return the number here of each label there, IGNORE for one that is unknown here."""
    return np.array([mine.index(x) if x in mine else IGNORE for x in theirs], dtype=np.int64)
