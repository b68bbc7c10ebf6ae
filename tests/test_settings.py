from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import SettingsError
from reportedly.settings import SETTINGS, Settings, read_settings

NUMBERS = [setting for setting in SETTINGS if setting.least is not None]


def test_without_variables_the_defaults_hold():
    assert read_settings({"PATH": "/bin"}) == Settings()


def test_an_empty_variable_leaves_its_default():
    assert read_settings({"REPORTEDLY_THREADS": "  ", "REPORTEDLY_MODEL": ""}) == Settings()


@given(st.integers(0, 1_024), st.integers(1, 2_000_000_000))
def test_every_number_within_its_range_is_taken(threads, limit):
    settings = read_settings({"REPORTEDLY_THREADS": str(threads), "REPORTEDLY_MAX_INPUT_BYTES": str(limit)})
    assert (settings.threads, settings.max_input_bytes) == (threads, limit)


def test_the_model_folder_is_taken_as_a_path():
    assert read_settings({"REPORTEDLY_MODEL": "models/other"}).model == Path("models/other")


def test_an_activity_pack_is_taken_as_a_path():
    settings = read_settings({"REPORTEDLY_ACTIVITIES": "packs/mine.yml"})
    assert (settings.activities, settings.model) == (Path("packs/mine.yml"), None)


@pytest.mark.parametrize("setting", NUMBERS, ids=lambda setting: setting.variable)
def test_a_number_out_of_range_is_refused_with_its_variable_and_range(setting):
    for number in (setting.least - 1, setting.most + 1):
        with pytest.raises(SettingsError, match=setting.variable) as caught:
            read_settings({setting.variable: str(number)})
        assert str(setting.most) in caught.value.do


@pytest.mark.parametrize("setting", NUMBERS, ids=lambda setting: setting.variable)
@pytest.mark.parametrize("written", ["many", "1.5", "0x10", "10MB"])
def test_what_is_no_whole_number_is_refused_as_written(setting, written):
    with pytest.raises(SettingsError, match="not a whole number") as caught:
        read_settings({setting.variable: written})
    assert written in caught.value.wrong


def test_every_setting_fills_a_field():
    assert {setting.field for setting in SETTINGS} == set(Settings.__dataclass_fields__)
