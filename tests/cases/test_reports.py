"""Claims of the invented reports, against those that a reader labelled in them.

`invented` is what the rules may be improved on; `unseen` nobody who writes rules looks into, so its figures
say how reports read that nobody has seen. Floors pin the F1 of each, measured when the rules or the model
last changed, less two points: 8-bit arithmetic differs a little between processors. Do not lower one to
pass: find out what reads worse.
"""

from pathlib import Path

import pytest

from training.cases import read_case_folder
from training.scoring.claims import counted, figures
from training.scoring.task import summed

HERE = Path(__file__).parent
FLOORS = {
    "invented": {"content_f1": 0.88, "chain_f1": 0.79, "claim_f1": 0.755},
    "unseen": {"content_f1": 0.84, "chain_f1": 0.755, "claim_f1": 0.675},
}


@pytest.fixture(scope="module")
def measured(pipeline):
    found = {}
    for folder in FLOORS:
        cases = list(read_case_folder(HERE / folder))
        read = [pipeline.read(case.path, name=case.path.name, published=case.published) for case in cases]
        rows = [counted(one.claims, case) for one, case in zip(read, cases, strict=True)]
        found[folder] = figures(summed(rows))
    return found


@pytest.mark.parametrize("folder", FLOORS)
def test_no_fewer_claims_are_right_than_when_the_floor_was_set(measured, folder):
    below = {name: f for name, f in measured[folder].items() if f < FLOORS[folder][name]}
    assert not below, f"{measured[folder]} is below {FLOORS[folder]}"


def test_a_floor_is_near_what_is_measured(measured):
    for folder, floors in FLOORS.items():
        for name, floor in floors.items():
            assert measured[folder][name] < floor + 0.05, f"raise the floor of {name} in {folder}"
