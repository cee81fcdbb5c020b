"""A Word file from anywhere is held against the rules for a page."""

from pathlib import Path

import docx
import pytest
from docx.shared import Inches, Pt

from app.cli.papers import check as check_command
from app.desk.checking import check
from app.desk.writing import brief_named, export, write
from app.model.errors import FINDINGS
from app.model.finding import Finding, Outcome
from app.reading.page_look import read_look
from tests.reading.word_files import write_docx

WORDS = "Malta asks every State to count the nets that it loses at sea each year. "


def made(path: Path, *, font: str, points: float, inches: float, times: int) -> Path:
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name = "Arial"
    for side in ("left", "right", "top", "bottom"):
        setattr(document.sections[0], f"{side}_margin", Inches(inches))
    for _ in range(times):
        run = document.add_paragraph().add_run(WORDS * 10)
        run.font.name, run.font.size = font, Pt(points)
    document.save(str(path))
    return path


def by_rule(path: Path, conference: str) -> dict[str, Finding]:
    return {one.rule: one for one in check(path, conference)}


def test_comic_sans_and_wide_margins_fail_where_rules_are_stated(
    tmp_path: Path,
) -> None:
    path = made(
        tmp_path / "a.docx", font="Comic Sans MS", points=16, inches=2, times=24
    )
    found = by_rule(path, "labmunc") | by_rule(path, "nmun-ny")
    for rule in ("font", "type-size", "margins", "length"):
        assert found[rule].outcome is Outcome.FAILED, rule
    assert "Comic Sans MS" in found["font"].message
    assert "16 points" in found["type-size"].message
    assert "2 in; 1 in is asked for" in found["margins"].message
    assert "by our estimate" in found["length"].message


def test_a_file_that_obeys_passes(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.docx", font="times new roman", points=12, inches=1, times=3
    )
    found = by_rule(path, "nmun-ny")
    for rule in ("font", "type-size", "margins", "length"):
        assert found[rule].outcome is Outcome.PASSED, rule


@pytest.mark.parametrize("conference", ["default", "nmun-ny", "swflmun", "labmunc"])
def test_our_own_file_is_read_as_it_was_set(tmp_path: Path, conference: str) -> None:
    written = write(brief_named("belarus/human-trafficking"), conference=conference)
    path = export(written, tmp_path / "ours.docx")
    look, page = read_look(path), written.rules.page
    assert look.font == (page.fonts or ("",))[0]
    assert look.points == page.points_max
    assert look.spacing == pytest.approx(page.spacing or 1, abs=0.05)
    assert look.margins == (page.margin_inches,)
    length = by_rule(path, conference).get("length")
    assert length is None or length.outcome in (Outcome.PASSED, Outcome.ADVICE)


def test_what_a_file_does_not_say_is_unknown(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "bare.docx", WORDS)
    found = by_rule(path, "nmun-ny")
    for rule in ("font", "type-size", "margins"):
        assert found[rule].outcome is Outcome.UNKNOWN


def test_a_text_file_is_estimated_and_one_page_is_singular(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{WORDS * 20}\n\n" * 12)
    length = by_rule(path, "labmunc")["length"]
    assert length.outcome is Outcome.FAILED
    assert "of 1 page" in length.message
    assert "1 pages" not in length.message


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx"])
def test_an_empty_paper_fails_the_check(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith("docx"):
        write_docx(path, "")
    else:
        path.write_text(" \n")
    assert [one.rule for one in check(path)] == ["empty"]
    assert check_command(path) == FINDINGS
