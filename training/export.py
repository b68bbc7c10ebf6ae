"""Exports a trained network as the int8 ONNX file that ships.

    python -m training.export FOLDER --to src/reportedly/read/model

Takes the `network.pt` (or `checkpoint.pt`) and `labels.json` of FOLDER; gives `network.onnx`,
`labels.json`, `tokenizer.json`; tags are put into the order of `reportedly.read.tags`.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from reportedly.read.engine import LATER, OUTPUTS
from training.encoder import encoder_folder
from training.labels import Inventory
from training.network import Network
from training.runs import build, inner_of, weights_of

INPUTS = ("pieces", "shapes", "begins", "ends", "sentences")
ORDER = [0, 1, 2, 4, 3]  # training's B I S O E to run time's B I S E O


class Shipped(nn.Module):
    """The network for one window, with outputs as run time wants them: log-probabilities, labels, chances.

    Run time reads windows one by one, so B is 1 and nothing is padding: the network that is wrapped no longer
    takes padded batches.

    `roles` [B, W, 3, 5], `proposition` [B, W, 5], `entity` [B, W, 2, T], `name` [B, W, T]
    log-probabilities;
    `upos`, `xpos`, `lemma` [B, W] label numbers; `arcs` [B, W, W] scores; `relations` [B, W, R]
    scores; `links` [B, 2, W, W], `activity`, `modality`, `depth` [B, W, labels] chances in 0 … 1;
    `factuality` [B, W] in -3 … 3; `mention` [B, W] label numbers; `reference` [B, W, 2 * D + 1] vectors.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        network.encoder.padded = False

    def forward(
        self, pieces: Tensor, shapes: Tensor, begins: Tensor, ends: Tensor, sentences: Tensor
    ) -> tuple[Tensor, ...]:
        """Run the network; the outputs stand in the order of `OUTPUTS`, then `LATER`."""
        seen = self.network(pieces, shapes, begins, ends, sentences)
        b, w, _ = seen.roles.shape
        roles = seen.roles.reshape(b, w, 3, 5)[..., ORDER]
        return (
            roles.log_softmax(-1),
            seen.proposition[..., ORDER].log_softmax(-1),
            seen.entity.reshape(b, w, 2, -1).log_softmax(-1),
            seen.name.log_softmax(-1),
            seen.upos.argmax(-1),
            seen.xpos.argmax(-1),
            seen.lemma.argmax(-1),
            seen.arcs,
            seen.relations,
            seen.links.sigmoid(),
            seen.activity.softmax(-1),
            seen.modality.softmax(-1),
            seen.depth.softmax(-1),
            seen.factuality.clamp(-3.0, 3.0),
            seen.mention.argmax(-1),
            seen.reference,
        )


def load_network(folder: Path) -> tuple[Network, Inventory]:
    """Read the trained network of a folder, its last checkpoint when it has not finished."""
    inventory = Inventory.load(folder / "labels.json")
    weights = weights_of(folder)
    network = build(inventory, inner=inner_of(weights))
    network.load_state_dict(weights)
    return network.eval(), inventory


def export(network: Network, path: Path) -> None:
    """Write the network as fp32 ONNX for one window of any number of pieces and words."""
    pieces = torch.randint(1000, 2000, (1, 24))
    begins = torch.arange(1, 21)[None]
    sentences = torch.ones_like(begins)
    example = (pieces, torch.zeros_like(pieces), begins, begins + 1, sentences)
    axes = {k: {1: "pieces" if k in ("pieces", "shapes") else "words"} for k in INPUTS}
    axes |= {k: {1: "words"} for k in (*OUTPUTS, *LATER)}
    axes |= {"arcs": {1: "words", 2: "words"}, "links": {2: "words", 3: "words"}}
    torch.onnx.export(
        Shipped(network),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=[*OUTPUTS, *LATER],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> int:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true", help="leave the weights as they are")
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    network, inventory = load_network(args.folder)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "network.onnx"
        export(network, whole)
        target = args.to / "network.onnx"
        if args.fp32:
            shutil.copy(whole, target)
        else:
            # 7 bits of the 8: products of full ones overflow on processors without instructions for them, and
            # the same report would be read otherwise there. Source: onnxruntime's page on quantization.
            quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    inventory.shippable().save(args.to / "labels.json", pair=network.pair.tolist())
    shutil.copy(encoder_folder() / "tokenizer.json", args.to / "tokenizer.json")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
