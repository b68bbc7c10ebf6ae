"""Trains the reading network, in three stages; `make train` runs them.

    python -m training.train CORPORA CASES --out JOINT --steps 2000 --of 2693 --claims-reach-encoder
    python -m training.train CORPORA CASES --out TEACHER --only ud --steps 500
    python -m training.train CORPORA CASES --out FINAL --init JOINT --teacher TEACHER --steps 900 --peak 0.4

Each batch mixes windows of every corpus; a head counts a loss only where the corpus has its label.
Checkpoints are written to the folder and a run that was cut off goes on from the last one. The
learning rate falls to zero over the steps asked for, so the same command gives the same schedule.

Trees exist for two corpora only. Trained jointly and for long, the network learned to parse badly
where it never sees trees: in the very texts that it is for. So a teacher, which has seen nothing but
trees, labels the others, and the last stage trains on all.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from reportedly.errors import ReportedlyError
from reportedly.read.windows import Pieces, batch, pack
from training.corpora import Labelled, need, read_cases, read_polnear, read_re3d, read_ud
from training.encoder import encoder_folder
from training.labels import IGNORE, Inventory, Target, take_stock, target_of
from training.network import Network, Seen, Shape, load_encoder
from training.shipped import read_shipped

# How often an epoch shows each corpus, and what one word of each loss weighs.
REPEATS = {"polnear": 1.0, "ud": 1.5, "re3d": 3.0, "cases": 4.0}
WEIGHTS = {
    "roles": 1.0,
    "proposition": 1.0,
    "entity": 1.0,
    "name": 1.0,
    "syntax": 0.5,
    "arcs": 1.0,
    "links": 0.5,
    "claim": 1.0,
}
LOG_STEPS, SAVE_STEPS = 50, 200
HELD_OUT_CASES = 4  # every fourth labelled text is kept for development
RE3D_DEV = "centcom"


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbers of one run. Rates are AdamW's; `clip` bounds the gradient's norm."""

    epochs: float = 4.0
    batch_windows: int = 16
    encoder_rate: float = 2.5e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    clip: float = 1.0
    peak: float = 1.0
    seed: int = 13


def read_corpora(corpora: Path, cases: Path) -> dict[str, list[Labelled]]:
    """Read every training corpus. Raises CorpusMissing."""
    folders = sorted(p for p in need(corpora / "re3d").iterdir() if p.is_dir() and p.name != RE3D_DEV)
    labelled = list(read_cases(cases))
    return {
        "polnear": list(read_polnear(corpora / "polnear" / "train")),
        "ud": [d for n in ("ewt", "gum") for d in read_ud(corpora / "ud" / f"en_{n}-train.conllu")],
        "re3d": [d for folder in folders for d in read_re3d(folder)],
        "cases": [d for i, d in enumerate(labelled) if i % HELD_OUT_CASES],
    }


def targets(documents: Sequence[Labelled], pieces: Pieces, inventory: Inventory) -> list[Target]:
    """Cut documents into windows with their labels."""
    found = []
    for d in documents:
        words = d.words
        if not words:
            continue
        windows = pack(words, pieces.of(words), sentences=d.sentences, paragraph_starts=d.paragraph_starts)
        found += [target_of(d, window, inventory) for window in windows]
    return found


def schedule(corpora: dict[str, list[Target]], plan: Plan) -> Iterator[list[Target]]:
    """Yield batches without end: each epoch shows each corpus as often as REPEATS says, shuffled.

    Batches take windows of like length, so that little is padding.
    """
    rng = random.Random(plan.seed)
    while True:
        epoch: list[Target] = []
        for name, windows in corpora.items():
            whole = int(REPEATS[name])
            part = rng.sample(windows, int((REPEATS[name] - whole) * len(windows)))
            epoch += windows * whole + part
        rng.shuffle(epoch)
        chunk = 16 * plan.batch_windows
        batches = []
        for i in range(0, len(epoch), chunk):
            near = sorted(epoch[i : i + chunk], key=lambda t: len(t.window.shapes))
            batches += [near[j : j + plan.batch_windows] for j in range(0, len(near), plan.batch_windows)]
        rng.shuffle(batches)
        yield from batches


def pad(rows: Sequence[np.ndarray], width: int) -> Tensor:
    """Stack arrays of unlike length; IGNORE fills."""
    out = np.full((len(rows), width, *rows[0].shape[1:]), IGNORE, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def loss_of(network: Network, group: Sequence[Target]) -> tuple[Tensor, dict[str, float]]:
    """Return the weighted loss of one batch, and its parts for the log."""
    arrays = batch([t.window for t in group])
    width = arrays.begins.shape[1]
    heads = pad([t.heads for t in group], width)
    inputs = [torch.from_numpy(a) for a in (arrays.pieces, arrays.shapes, arrays.begins, arrays.ends)]
    sentences = torch.from_numpy(arrays.sentences)
    seen: Seen = network(*inputs, sentences, heads.clamp(min=0))
    words = float((sentences > 0).sum())

    def cross(scores: Tensor, rows: list[np.ndarray]) -> Tensor:
        gold = pad(rows, width)
        flat = scores.float().reshape(-1, scores.shape[-1])
        return F.cross_entropy(flat, gold.reshape(-1), ignore_index=IGNORE, reduction="sum") / words

    b = len(group)
    parts = {
        "roles": cross(seen.roles.reshape(b, width, 3, -1), [t.roles for t in group]),
        "proposition": cross(seen.proposition, [t.proposition for t in group]),
        "entity": cross(seen.entity, [t.entity for t in group]),
        "name": cross(seen.name, [t.name for t in group]),
        "syntax": cross(seen.upos, [t.upos for t in group])
        + cross(seen.xpos, [t.xpos for t in group])
        + cross(seen.lemma, [t.lemma for t in group]),
        "arcs": cross(seen.arcs, [t.heads for t in group]) + cross(seen.relations, [t.deprel for t in group]),
        "claim": cross(seen.activity, [t.activity for t in group])
        + cross(seen.modality, [t.modality for t in group])
        + cross(seen.depth, [t.depth for t in group]),
        "links": _link_loss(seen.links, group),
    }
    total = sum((WEIGHTS[k] * v for k, v in parts.items()), torch.zeros(()))
    return total, {k: float(v.detach()) for k, v in parts.items()}


def _link_loss(links: Tensor, group: Sequence[Target]) -> Tensor:
    rows = [(b, *row) for b, t in enumerate(group) for row in t.links.tolist()]
    if not rows:
        return links.sum() * 0.0
    b, kind, cue, start, gold = torch.tensor(rows).T
    scores = links[b, kind, cue, start].float()
    return F.binary_cross_entropy_with_logits(scores, gold.float(), reduction="mean")


def optimiser_of(network: Network, plan: Plan) -> torch.optim.AdamW:
    """AdamW with a lower rate for the encoder than for the heads."""
    encoder = list(network.encoder.parameters())
    own = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in own]
    groups = [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), eps=1e-6)


def rate_at(step: int, steps: int, plan: Plan) -> float:
    """Linear warm-up, then linear decay to zero. Returns a factor in 0 … 1."""
    warm = max(1, int(plan.warmup * steps))
    return step / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


@dataclass(frozen=True, slots=True)
class Course:
    """Where a run starts and what it sees.

    `init`: a run whose weights it starts from; `teacher`: a run that labels the syntax of texts without
    trees; `only`: the one corpus to train on; `steps`: batches, instead of epochs; `of`: how long the
    schedule is, when the run stops before its end; `claims_reach_encoder`: whether the labels of claims
    shape the word vectors, or only their own heads.
    """

    init: Path | None = None
    teacher: Path | None = None
    only: str | None = None
    steps: int | None = None
    of: int | None = None
    claims_reach_encoder: bool = False


def train(plan: Plan, course: Course, corpora: dict[str, list[Labelled]], out: Path) -> None:
    """Run the plan, writing `labels.json`, `checkpoint.pt` and, at the end, `network.pt` to `out`.

    Goes on from `checkpoint.pt` when there is one: the batches already learned from are passed over,
    so the order stays that of the plan. The masks of dropout are drawn anew.
    """
    torch.manual_seed(plan.seed)
    inventory = take_stock(d for documents in corpora.values() for d in documents)
    inventory.save(out / "labels.json")
    pieces = Pieces(Tokenizer.from_file(str(encoder_folder() / "tokenizer.json")))
    windows = {name: targets(documents, pieces, inventory) for name, documents in corpora.items()}
    if course.only:
        windows = {course.only: windows[course.only]}
    network = build(inventory)
    if course.teacher:
        network.load_state_dict(weights_of(course.teacher))
        windows = {name: teach(network, found) for name, found in windows.items()}
    if course.init:
        network.load_state_dict(weights_of(course.init))
    else:
        load_encoder(network, load_file(str(encoder_folder() / "model.safetensors")))
    size = sum(REPEATS[name] * len(found) for name, found in windows.items())
    steps = course.steps or int(plan.epochs * size / plan.batch_windows)
    whole = course.of or steps
    network.claims_reach_encoder = course.claims_reach_encoder
    optimiser = optimiser_of(network, plan)
    first = _resume(out, network, optimiser)
    numbers = {"steps": steps, "from": first, **{k: len(v) for k, v in windows.items()}, **asdict(plan)}
    print(json.dumps(numbers))
    progress = Progress()
    for step, group in enumerate(islice(schedule(windows, plan), steps)):
        if step < first:
            continue
        parts = learn(network, optimiser, group, plan, factor=plan.peak * rate_at(step, whole, plan))
        progress.add(group, parts)
        if step % LOG_STEPS == LOG_STEPS - 1:
            progress.show(step + 1, steps)
        if step % SAVE_STEPS == SAVE_STEPS - 1:
            _save(out, network, optimiser, step + 1)
    torch.save(network.state_dict(), out / "network.pt")


def learn(
    network: Network, optimiser: torch.optim.AdamW, group: Sequence[Target], plan: Plan, *, factor: float
) -> dict[str, float]:
    """Take one step on one batch; `factor` scales the plan's rates. Returns the parts of the loss."""
    for rate, g in zip((plan.encoder_rate, plan.head_rate), optimiser.param_groups, strict=True):
        g["lr"] = rate * factor
    network.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss, parts = loss_of(network, group)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
    optimiser.step()
    return parts


class Progress:
    """The lines of the log: the mean of each loss since the last line, and word pieces a second."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._pieces = self._steps = 0
        self._sums = dict.fromkeys(WEIGHTS, 0.0)

    def add(self, group: Sequence[Target], parts: dict[str, float]) -> None:
        """Count one step."""
        self._pieces += sum(len(p) for t in group for p in t.window.pieces)
        self._steps += 1
        self._sums = {k: v + parts[k] for k, v in self._sums.items()}

    def show(self, step: int, steps: int) -> None:
        """Print a line and begin a new one."""
        speed = self._pieces / (time.monotonic() - self._began)
        means = " ".join(f"{k} {v / self._steps:.3f}" for k, v in self._sums.items())
        print(f"{step}/{steps} {means} {speed:.0f} pieces/s", flush=True)
        self._steps, self._sums = 0, dict.fromkeys(WEIGHTS, 0.0)


def weights_of(folder: Path) -> dict[str, Tensor]:
    """Return the weights of a run, the finished ones or those of its last checkpoint, or of an export."""
    if (folder / "network.pt").exists():
        finished: dict[str, Tensor] = torch.load(folder / "network.pt", weights_only=True)
        return finished
    if (folder / "checkpoint.pt").exists():
        state: dict[str, Tensor] = torch.load(folder / "checkpoint.pt", weights_only=True)["network"]
        return state
    return read_shipped(folder)


@torch.no_grad()
def teach(network: Network, windows: Sequence[Target], *, size: int = 32) -> list[Target]:
    """Fill in the syntax of windows that have none with what the network sees in them."""
    network.eval()
    taught = []
    for i in range(0, len(windows), size):
        group = windows[i : i + size]
        arrays = batch([t.window for t in group])
        inputs = (arrays.pieces, arrays.shapes, arrays.begins, arrays.ends, arrays.sentences)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            seen: Seen = network(*(torch.from_numpy(a) for a in inputs))
        best = [x.argmax(-1).numpy() for x in (seen.upos, seen.xpos, seen.lemma, seen.relations, seen.arcs)]
        for row, target in enumerate(group):
            if (target.upos != IGNORE).any():
                taught.append(target)
                continue
            upos, xpos, lemma, deprel, heads = (x[row, : len(target.upos)] for x in best)
            taught.append(replace(target, upos=upos, xpos=xpos, lemma=lemma, deprel=deprel, heads=heads))
    return taught


def build(inventory: Inventory) -> Network:
    """Return a network with heads of the inventory's sizes."""
    same = ("upos", "xpos", "lemma", "deprel", "activity", "modality")
    sizes = {k: len(getattr(inventory, k)) for k in same}
    return Network(Shape(**sizes, entity=4 * len(inventory.entity) + 1, name=4 * len(inventory.name) + 1))


def _save(out: Path, network: Network, optimiser: torch.optim.AdamW, step: int) -> None:
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
    torch.save(state, out / "checkpoint.tmp")
    (out / "checkpoint.tmp").replace(out / "checkpoint.pt")


def _resume(out: Path, network: Network, optimiser: torch.optim.AdamW) -> int:
    if not (out / "checkpoint.pt").exists():
        return 0
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="training.train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path, help="folder with polnear/, ud/ and re3d/")
    parser.add_argument("cases", type=Path, help="folder of texts labelled with claims")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the labels, checkpoints and weights"
    )
    parser.add_argument("--epochs", type=float, default=Plan().epochs)
    parser.add_argument("--init", type=Path, help="start from the weights of another run")
    parser.add_argument("--teacher", type=Path, help="run that labels the syntax of texts without trees")
    parser.add_argument("--only", choices=sorted(REPEATS), help="train on one corpus alone")
    parser.add_argument("--steps", type=int, help="batches, instead of --epochs")
    parser.add_argument("--of", type=int, help="length of the schedule, when --steps stops before its end")
    parser.add_argument(
        "--claims-reach-encoder", action="store_true", help="let claims shape the word vectors"
    )
    parser.add_argument("--peak", type=float, default=Plan().peak, help="share of the full learning rate")
    parser.add_argument("--threads", type=int, default=2)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and train. Returns 0, or 1 when a corpus is missing or damaged."""
    args = build_parser().parse_args(arguments)
    torch.set_num_threads(args.threads)
    try:
        corpora = read_corpora(args.corpora, args.cases)
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    args.out.mkdir(parents=True, exist_ok=True)
    course = Course(args.init, args.teacher, args.only, args.steps, args.of, args.claims_reach_encoder)
    train(Plan(epochs=args.epochs, peak=args.peak), course, corpora, args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
