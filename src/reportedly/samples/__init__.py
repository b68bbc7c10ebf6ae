"""Samples: an invented report that `reportedly demo` reads. Country, people and facts do not exist."""

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Sample:
    """A report as bytes, its file name, and its publication date (ISO 8601)."""

    name: str
    content: bytes
    published: str


def load_sample() -> Sample:
    """Load the sample report out of the package.

    Returns:
        The sample; always the same bytes for one version of the package.
    """
    content = files(__name__).joinpath("tamsel-road.txt").read_bytes()
    return Sample("tamsel-road.txt", content, published="2031-04-09")
