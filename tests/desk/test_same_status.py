"""A fault has one status, whether it stands in a brief or in the file made of it."""

from pathlib import Path

import pytest

from app.desk.checking import check
from app.desk.creating import new_brief
from app.desk.editing import OpenBrief
from app.desk.writing import export, write
from app.model.brief import Passage

DOSSIER = "belarus/human-trafficking"
OWN = (
    "We think that a telephone which nobody answers helps no one. "
    "The hotline of Minsk was silent on most nights of that winter."
)
CONFERENCES = ("default", "kingmun", "munuc", "bmun", "thimun", "tritonmun", "labmunc")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("briefs") / "mine"
    new_brief(made, DOSSIER, "Third Committee of the General Assembly")
    desk = OpenBrief.open(made)
    desk.change(desk.brief.with_passage(Passage(id="opening", text=OWN)), "write")
    desk.save()
    desk.close()
    return made


@pytest.mark.parametrize("conference", CONFERENCES)
def test_a_rule_ends_alike_for_a_brief_and_for_its_file(
    folder: Path, tmp_path: Path, conference: str
) -> None:
    desk = OpenBrief.open(folder)
    written = write(desk.brief, conference=conference)
    desk.close()
    file = export(written, tmp_path / "paper.docx")
    ours, theirs = check(folder, conference), check(file, conference)
    shared = {one.rule for one in ours} & {one.rule for one in theirs}
    assert {"own-words", "first-person", "length"} <= shared
    rules = shared & {
        "own-words", "first-person", "opinion", "length", "minimum-length",
        "sections", "questions",
    }  # fmt: skip
    for rule in rules:
        here = {one.outcome for one in ours if one.rule == rule}
        there = {one.outcome for one in theirs if one.rule == rule}
        assert here == there, rule
