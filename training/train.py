"""Trains the reading network; `make train` runs it from the published encoder, in three stages.

    python -m training.train CORPORA CASES --out TREES --only ewt gum
    python -m training.export TREES --to TEACHER
    python -m training.train CORPORA CASES --out WHOLE --teacher TEACHER
    python -m training.train CORPORA CASES --out FINAL --teacher TEACHER --init WHOLE --inner 768

Each batch mixes windows of every corpus; a head counts a loss only where the corpus has its label.
Trees exist for two corpora only, and a network that never sees trees in the texts it is for learns to
parse them badly; so a teacher, which has seen nothing but trees, labels the others.

`--teacher` takes the folder of an exported model, `--init` that of a run or of an exported model, so
that training can go on from what ships. Checkpoints are written to the folder and a run that was cut off
goes on from the last one. The learning rate falls to zero over the steps asked for, so the same command
gives the same schedule.
"""

import argparse
import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from reportedly.errors import ReportedlyError
from reportedly.read.windows import Pieces, pack
from training.batches import REPEATS, Unit, batches_an_epoch, schedule, units_of
from training.corpora import Labelled
from training.digests import digests_of
from training.encoder import encoder_folder
from training.labels import IGNORE, Inventory, Target, take_stock, target_of
from training.losses import WEIGHTS, Beside, loss_of
from training.network import Network, load_encoder
from training.profiles import PROFILES, read_corpora
from training.runs import build, load, mute, resume, save
from training.slim import Guide, importances, narrowed
from training.teacher import Teacher

LOG_STEPS, SAVE_STEPS = 50, 200
SHOWN = (*WEIGHTS, "guide")  # parts of the loss in the log; a run without a guide has none of its
WEIGHED_BATCHES = 60  # that say which inner units matter


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbers of one run. Rates are AdamW's; `clip` bounds the gradient's norm.

    `average` is how much of the running mean of the weights is kept each step; the mean is what comes out.
    `claims_reach_encoder`: the share of the claim labels' gradient that shapes the word vectors.
    `guided`: what the distance to the whole network's vectors weighs when a narrower one starts to train.
    `repeats`: how often an epoch shows each corpus.
    """

    epochs: float = 2.5
    batch_windows: int = 16
    encoder_rate: float = 2.5e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    clip: float = 1.0
    peak: float = 1.0
    average: float = 0.99
    claims_reach_encoder: float = 0.1
    guided: float = 4.0
    seed: int = 13
    repeats: Mapping[str, float] = field(default_factory=lambda: dict(REPEATS))


@dataclass(frozen=True, slots=True)
class Course:
    """Where a run starts and what it sees.

    `init`: weights that it starts from; `teacher`: an exported model that labels the syntax of texts
    without trees;
    `only`: the corpora to train on, all when empty; `steps`: batches, instead of epochs; `inner`: how many
    inner units a layer keeps of those that `init` has, which then guides what is left.
    """

    init: Path | None = None
    teacher: Path | None = None
    only: tuple[str, ...] = ()
    steps: int | None = None
    inner: int | None = None


def cut(documents: Sequence[Labelled], pieces: Pieces, inventory: Inventory) -> list[list[Target]]:
    """Cut each document into windows with their labels."""
    found = []
    for d in documents:
        if d.spans:
            words = d.words
            windows = pack(
                words, pieces.of(words), sentences=d.sentences, paragraph_starts=d.paragraph_starts
            )
            found.append([target_of(d, window, inventory) for window in windows])
    return found


def machine() -> tuple[torch.device, Callable[[], contextlib.AbstractContextManager[object]]]:
    """Return where to compute, and the arithmetic: 16 bits where the processor multiplies tiles of them.

    With plain vector instructions for 16 bits (AVX512-BF16 without AMX) 32 bits are faster, 213 against 140
    GFLOP/s in a layer of this network; with neither, 16 bits are emulated and take twenty times as long.
    """
    if torch.cuda.is_available():
        return torch.device("cuda"), lambda: torch.autocast("cuda", dtype=torch.bfloat16)
    has_tiles = torch.cpu._is_amx_tile_supported  # noqa: SLF001  torch has no public name for it
    if torch.backends.mkldnn.is_available() and has_tiles():
        return torch.device("cpu"), lambda: torch.autocast("cpu", dtype=torch.bfloat16)
    return torch.device("cpu"), contextlib.nullcontext


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


def train(plan: Plan, course: Course, corpora: Mapping[str, Sequence[Labelled]], out: Path) -> None:
    """Run the plan, writing `labels.json`, `checkpoint.pt` and, at the end, `network.pt` to `out`.

    Goes on from `checkpoint.pt` when there is one: the batches already learned from are passed over,
    so the order stays that of the plan. The masks of dropout are drawn anew.
    """
    torch.manual_seed(plan.seed)
    inventory = take_stock(d for documents in corpora.values() for d in documents)
    inventory.save(out / "labels.json")
    windows = prepare(inventory, course, corpora)
    network, guide = start(plan, course, inventory, windows)
    network.claims_reach_encoder = plan.claims_reach_encoder
    an_epoch = batches_an_epoch(windows, batch_windows=plan.batch_windows, repeats=plan.repeats)
    steps = course.steps or int(plan.epochs * an_epoch)
    sizes = {name: sum(map(len, units)) for name, units in windows.items()}
    print(json.dumps({"steps": steps, "epoch": an_epoch, **sizes, **asdict(plan)}), flush=True)
    run(network, plan, windows, steps=steps, out=out, guide=guide)


def start(
    plan: Plan, course: Course, inventory: Inventory, windows: Mapping[str, Sequence[Unit]]
) -> tuple[Network, Guide | None]:
    """Return the network that a run begins with, and the one that guides it if it was made narrower."""
    device, _ = machine()
    if not course.init:
        network = build(inventory)
        load_encoder(network, load_file(str(encoder_folder() / "model.safetensors")))
        mute_untaught(network, windows)
        return network.to(device), None
    whole = load(inventory, course.init).to(device)
    if course.inner is None or course.inner >= whole.shape.inner:
        return whole, None
    order = _order(windows, plan)
    rows = importances(whole, islice(order, WEIGHED_BATCHES))
    slim = build(inventory, inner=course.inner)
    slim.load_state_dict(narrowed(whole.state_dict(), rows, course.inner))
    return slim.to(device), Guide(whole)


def mute_untaught(network: Network, windows: Mapping[str, Sequence[Unit]]) -> None:
    """Mute the heads that mark what is said and claimed where no window says what they should mark."""
    targets = [t for units in windows.values() for unit in units for t in unit]
    if all((t.roles == IGNORE).all() for t in targets):
        mute(network.roles)
    if all((t.proposition == IGNORE).all() for t in targets):
        mute(network.proposition[1])


def prepare(
    inventory: Inventory, course: Course, corpora: Mapping[str, Sequence[Labelled]]
) -> dict[str, list[Unit]]:
    """Return the windows to learn from, by corpus; with a teacher, all of them have trees."""
    pieces = Pieces(Tokenizer.from_file(str(encoder_folder() / "tokenizer.json")))
    chosen = {k: v for k, v in corpora.items() if not course.only or k in course.only}
    windows = {name: units_of(name, cut(found, pieces, inventory)) for name, found in chosen.items()}
    if course.teacher:
        windows = Teacher(course.teacher, inventory).teach(windows)
    return windows


def run(
    network: Network,
    plan: Plan,
    windows: Mapping[str, Sequence[Unit]],
    *,
    steps: int,
    out: Path,
    guide: Guide | None = None,
) -> None:
    """Take the steps, from the last checkpoint on if there is one."""
    optimiser = optimiser_of(network, plan)
    average = {name: p.detach().clone() for name, p in network.state_dict().items()}
    first = resume(out, network, optimiser, average)
    progress = Progress()
    order = _order(windows, plan)
    for step, group in enumerate(islice(order, steps)):
        if step < first:
            continue
        beside = partial(guide.loss, weight=plan.guided * (1 - step / steps)) if guide else None
        rate = plan.peak * rate_at(step, steps, plan)
        parts = learn(network, optimiser, group, plan, factor=rate, beside=beside)
        follow(average, network, plan.average if step > steps // 10 else 0.0)
        progress.add(group, parts)
        if step % LOG_STEPS == LOG_STEPS - 1:
            progress.show(step + 1, steps)
        if step % SAVE_STEPS == SAVE_STEPS - 1:
            save(out, network, optimiser, average, step=step + 1)
    torch.save(average, out / "network.pt")


def _order(windows: Mapping[str, Sequence[Unit]], plan: Plan) -> Iterator[list[Target]]:
    return schedule(windows, batch_windows=plan.batch_windows, seed=plan.seed, repeats=plan.repeats)


def learn(
    network: Network,
    optimiser: torch.optim.AdamW,
    group: Sequence[Target],
    plan: Plan,
    *,
    factor: float,
    beside: Beside | None = None,
) -> dict[str, float]:
    """Take one step on one batch; `factor` scales the plan's rates. Returns the parts of the loss."""
    for rate, g in zip((plan.encoder_rate, plan.head_rate), optimiser.param_groups, strict=True):
        g["lr"] = rate * factor
    network.train()
    with machine()[1]():
        loss, parts = loss_of(network, group, beside)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
    optimiser.step()
    return parts


@torch.no_grad()
def follow(average: Mapping[str, Tensor], network: Network, kept: float) -> None:
    """Move the running mean of the weights towards the weights."""
    for name, now in network.state_dict().items():
        average[name].lerp_(now, 1 - kept)


class Progress:
    """The lines of the log: the mean of each loss since the last line, and word pieces a second."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._pieces = self._steps = 0
        self._sums = dict.fromkeys(SHOWN, 0.0)

    def add(self, group: Sequence[Target], parts: Mapping[str, float]) -> None:
        """Count one step."""
        self._pieces += sum(len(p) for t in group for p in t.window.pieces)
        self._steps += 1
        self._sums = {k: v + parts.get(k, 0.0) for k, v in self._sums.items()}

    def show(self, step: int, steps: int) -> None:
        """Print a line and begin a new one."""
        speed = self._pieces / (time.monotonic() - self._began)
        means = " ".join(f"{k} {v / self._steps:.3f}" for k, v in self._sums.items())
        print(f"{step}/{steps} {means} {speed:.0f} pieces/s", flush=True)
        self._steps, self._sums = 0, dict.fromkeys(SHOWN, 0.0)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    plan = Plan()
    parser = argparse.ArgumentParser(
        prog="training.train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path, help="folder with polnear/, ud/, re3d/ and factuality/")
    parser.add_argument("cases", type=Path, help="folder of texts labelled with claims")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for the labels, checkpoints and weights"
    )
    parser.add_argument("--profile", choices=sorted(PROFILES), default="all", help="which corpora to read")
    parser.add_argument("--only", nargs="+", default=(), help="of those, the ones to train on")
    parser.add_argument("--every-case", action="store_true", help="keep no labelled text for development")
    parser.add_argument("--init", type=Path, help="start from the weights of a run or of an exported model")
    parser.add_argument(
        "--teacher", type=Path, help="exported model that labels the syntax of texts without trees"
    )
    parser.add_argument("--epochs", type=float, default=plan.epochs)
    parser.add_argument("--steps", type=int, help="batches, instead of --epochs")
    parser.add_argument("--peak", type=float, default=plan.peak, help="share of the full learning rate")
    parser.add_argument("--average", type=float, default=plan.average, help="of the weights, kept a step")
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument(
        "--inner", type=int, help="narrow the layers of --init to so many inner units, and let it guide"
    )
    parser.add_argument(
        "--repeat",
        nargs="+",
        type=_repeat,
        default=[],
        metavar="NAME=TIMES",
        help="how often an epoch shows it",
    )
    parser.add_argument("--threads", type=int, default=2)
    return parser


def _repeat(text: str) -> tuple[str, float]:
    """Read "reports=12"."""
    name, _, times = text.partition("=")
    if name not in REPEATS:
        raise argparse.ArgumentTypeError(f"{name!r} is no corpus; one of {', '.join(REPEATS)}")
    return name, float(times)


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and train. Returns 0, or 1 when a corpus is missing or damaged."""
    args = build_parser().parse_args(arguments)
    torch.set_num_threads(args.threads)
    try:
        corpora = read_corpora(args.corpora, args.cases, profile=args.profile, every_case=args.every_case)
    except (OSError, ReportedlyError) as error:
        print(error, file=sys.stderr)
        return 1
    args.out.mkdir(parents=True, exist_ok=True)
    digests = digests_of(args.corpora, args.cases, profile=args.profile)
    (args.out / "corpora.json").write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")
    repeats = REPEATS | dict(args.repeat)
    plan = Plan(epochs=args.epochs, peak=args.peak, average=args.average, seed=args.seed, repeats=repeats)
    course = Course(args.init, args.teacher, tuple(args.only), args.steps, args.inner)
    train(plan, course, corpora, args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
