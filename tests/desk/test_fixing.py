"""Fixes that change no word of the delegate."""

from pathlib import Path

import pytest

from app.cli.commands import main
from app.desk.checking import check, check_file
from app.desk.creating import new_brief
from app.desk.editing import OpenBrief
from app.desk.fixing import fix
from app.model.brief import Brief, Spelling
from app.model.finding import Outcome

DOSSIER = "belarus/human-trafficking"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    new_brief(tmp_path / "mine", DOSSIER, "Third Committee")
    return tmp_path / "mine"


def reopened(folder: Path) -> Brief:
    desk = OpenBrief.open(folder)
    desk.close()
    return desk.brief


def changed(folder: Path) -> None:
    desk = OpenBrief.open(folder)
    settings = desk.brief.settings.revise(
        citation_style="mla-9", spelling=Spelling.AMERICAN
    )
    desk.change(desk.brief.revise(settings=settings), "settings")
    assert desk.close()


def test_what_is_safe_is_mended_and_stays_mended(folder: Path) -> None:
    changed(folder)
    assert len(fix(folder, "shpgmun")) == 3
    brief = reopened(folder)
    assert brief.assignment.conference == "shpgmun"
    assert brief.settings.citation_style is None
    assert brief.settings.spelling is Spelling.BRITISH
    assert fix(folder) == ()
    assert not any(one.fix for one in check(folder))


def test_passages_and_cards_stay_as_they_are(folder: Path) -> None:
    before = reopened(folder)
    fix(folder, "kingmun")
    after = reopened(folder)
    assert after.passages == before.passages
    assert after.cards == before.cards


def test_the_command_mends_and_says_so(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(folder), "--conference", "kingmun", "--fix"])
    said = capsys.readouterr()
    assert "now written for KINGMUN" in said.err
    assert "rules   2018: https://github.com/tvut/kingmun2018" in said.out
    paper = tmp_path / "paper.txt"
    paper.write_text("Belarus holds that it is so.\n", encoding="utf-8")
    assert main(["check", str(paper), "--conference", "kingmun", "--fix"]) == 2


def test_a_paper_of_any_hand_is_held_against_what_its_text_shows(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "paper.md"
    path.write_text(
        "# Background\n\nWe ask the committee to look at the border again.\n\n"
        "# Past Action\n\nThe country signed the treaty in a cold week of May.\n\n"
        "# Policy\n\nIt asks for more.\n\n# Solutions\n\nIt offers more.\n",
        encoding="utf-8",
    )
    found = {one.rule: one for one in check_file(path, "pacificmun")}
    assert found["first-person"].outcome is Outcome.FAILED
    assert found["first-person"].year == "2019"
    assert found["sections"].outcome is Outcome.PASSED
    assert found["length"].outcome is Outcome.PASSED
    short = {one.rule: one for one in check_file(path, "tritonmun")}
    assert short["minimum-length"].outcome is Outcome.FAILED
    assert short["length"].outcome is Outcome.PASSED
