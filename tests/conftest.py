"""What tests of several packages need."""

from pathlib import Path

import pytest
from hypothesis import settings

import reportedly
from reportedly.settings import Settings

# The same examples on every run, and no verdict by the clock: a busy machine must not fail a test.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

MODEL = Path(reportedly.__file__).parent / "read" / "model"


@pytest.fixture(scope="session")
def pipeline():
    """All stages with the shipped model."""
    from reportedly.pipeline import Pipeline

    return Pipeline(Settings())


@pytest.fixture(scope="session")
def atlas(tmp_path_factory):
    """A gazetteer of two countries that do not exist, made once."""
    from tests.resolve.atlas import an_atlas

    return an_atlas(tmp_path_factory.mktemp("atlas"))
