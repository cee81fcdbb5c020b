"""The oracles are tried on files with faults in them: together they see each one."""

import pytest

from app.export.word import to_docx
from app.model.paper import Paper
from app.model.preset import Preset
from tests.export.mutants import NAMES, sown
from tests.export.oracles import faults, said_words
from tests.export.papers import cited, everything

RULES: Preset = cited("footnotes")
SOUND: Paper = everything()


@pytest.fixture(scope="module")
def made() -> bytes:
    return to_docx(SOUND, RULES)


@pytest.fixture(scope="module")
def wanted() -> list[str]:
    return said_words(SOUND, RULES)


def test_the_sound_file_has_no_fault(made: bytes, wanted: list[str]) -> None:
    assert faults(made, wanted) == {}


def test_there_are_thirty_one_faults() -> None:
    assert len(set(NAMES)) == 31


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_seen(name: str, made: bytes, wanted: list[str]) -> None:
    assert faults(sown(made, name), wanted)
