"""Short invented reports through every stage with the shipped model, against the claims a person found.

`FLOORS` pins how many came out right when the shipped model was made. A figure below its floor means that
the pipeline reads worse than it did: mend it, or say in the change why less is right. A figure above
means that the floor should be raised. Run with `-rA` to see the figures and what differs.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from reportedly.export import write_json
from tests.cases.scoring import FIELDS, differences, expected_of, score

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("*.txt"))

# Of the 44 claims expected in all cases: how many are found, and of those how many have the right chain …
FLOORS = {"found": 44, "chain": 44, "polarity": 43, "modality": 43, "activity": 32, "whole": 31}
MOST_EXTRA = 3


def case(name):
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


def source(name):
    return (HERE / f"{name}.txt").read_bytes()


@pytest.fixture(scope="module")
def outcomes(pipeline):
    return {
        name: pipeline.read(source(name), name=f"{name}.txt", published=case(name)["document"]["published"])
        for name in CASES
    }


@pytest.fixture(scope="module")
def counts(outcomes):
    total = Counter()
    for name, outcome in outcomes.items():
        expected = expected_of(case(name), outcome.document.text)
        lines = (name, dict(score(expected, outcome.claims)), *differences(expected, outcome.claims))
        sys.stdout.write("\n  ".join(map(str, lines)) + "\n")
        total += score(expected, outcome.claims)
    sys.stdout.write(f"all: {dict(total)}\n")
    return total


@pytest.mark.parametrize("figure", ["found", *FIELDS, "whole"])
def test_no_fewer_claims_are_right_than_when_the_model_was_shipped(counts, figure):
    assert counts[figure] >= FLOORS[figure], f"{dict(counts)} of {counts['expected']}"


def test_no_more_claims_are_made_up_than_when_the_model_was_shipped(counts):
    assert counts["extra"] <= MOST_EXTRA, dict(counts)


@pytest.mark.parametrize("name", CASES)
def test_every_claim_of_a_case_is_a_slice_of_its_text_with_an_id_of_its_own(outcomes, name):
    outcome = outcomes[name]
    for claim in outcome.claims:
        assert claim.text == outcome.document.text[claim.content.begin : claim.content.end]
    assert len({claim.id for claim in outcome.claims}) == len(outcome.claims)


def test_the_same_bytes_give_the_same_json_twice(pipeline, outcomes):
    for name, outcome in outcomes.items():
        published = case(name)["document"]["published"]
        again = pipeline.read(source(name), name=f"{name}.txt", published=published)
        assert write_json(again.document, again.claims) == write_json(outcome.document, outcome.claims)


PROGRAM = """
import os, sys
from pathlib import Path
from reportedly.export import write_json
from reportedly.pipeline import Pipeline
from reportedly.settings import read_settings
pipeline = Pipeline(read_settings(os.environ))
for path, published in zip(sys.argv[1::2], sys.argv[2::2]):
    outcome = pipeline.read(Path(path), name=Path(path).name, published=published)
    sys.stdout.buffer.write(write_json(outcome.document, outcome.claims).encode() + b"\\n")
"""


def test_another_process_with_another_hash_seed_gives_the_same_json(outcomes):
    options = [
        word for name in CASES for word in (str(HERE / f"{name}.txt"), case(name)["document"]["published"])
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "4321"}
    command = [sys.executable, "-c", PROGRAM, *options]
    run = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
    here = [write_json(outcomes[name].document, outcomes[name].claims) for name in CASES]
    assert run.stdout.decode() == "".join(text + "\n" for text in here)
