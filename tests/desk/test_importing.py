"""Importing a worksheet: every format, nothing written over, nothing twice."""

from pathlib import Path

import pytest

from app.desk.creating import new_brief
from app.desk.importing import import_worksheet, taken_in
from app.desk.opening import look
from app.desk.other_papers import write_as
from app.desk.writing import export
from app.library.briefs import begin_brief, ready_brief
from app.library.dossiers import open_dossier
from app.model.brief import Brief, Passage
from app.model.errors import Unreadable

DOSSIER = "belarus/human-trafficking"
WORDS = "Belarus wants *one* plan carried out [@rec-global-plan]."


@pytest.fixture(scope="module")
def brief() -> Brief:
    ready = ready_brief(DOSSIER)
    return begin_brief(
        open_dossier(DOSSIER), ready.assignment, line="coordination", picks=ready.picks
    )


def sheet(brief: Brief, folder: Path, suffix: str) -> Path:
    return export(write_as(brief, "worksheet"), folder / f"sheet.{suffix}")


def written_on(path: Path, words: str, passage: int = 1) -> Path:
    """The worksheet with words below the label of a passage."""
    if path.suffix == ".docx":
        import docx

        document = docx.Document(str(path))
        labels = [at for at, one in enumerate(document.paragraphs)
                  if one.text.startswith("Your words")]  # fmt: skip
        document.paragraphs[labels[passage - 1] + 1].text = words
        document.save(str(path))
        return path
    text = path.read_text("utf-8")
    parts = text.split("Your words:")
    head, _, tail = parts[passage].partition("\n")
    parts[passage] = f"{head}\n\n{words}\n{tail}"
    path.write_text("Your words:".join(parts), "utf-8", newline="\n")
    return path


@pytest.mark.parametrize("suffix", ["docx", "md", "txt"])
def test_a_fresh_worksheet_brings_nothing(
    brief: Brief, tmp_path: Path, suffix: str
) -> None:
    taken = taken_in(brief, sheet(brief, tmp_path, suffix))
    assert taken.brief == brief
    assert not taken.is_changed


@pytest.mark.parametrize("suffix", ["docx", "md", "txt"])
@pytest.mark.parametrize(("number", "passage"), [(1, "opening"), (6, "way-forward")])
def test_words_go_into_their_passage(
    brief: Brief, tmp_path: Path, suffix: str, number: int, passage: str
) -> None:
    path = written_on(sheet(brief, tmp_path, suffix), WORDS, number)
    taken = taken_in(brief, path)
    assert taken.filled == (passage,)
    assert taken.brief.passage(passage).text == WORDS
    assert taken.brief.passage(passage).cards_when_written


def test_a_passage_with_text_is_not_written_over(brief: Brief, tmp_path: Path) -> None:
    held = brief.with_passage(Passage(id="opening", text="Mine.\n\nAnd mine."))
    path = written_on(sheet(held, tmp_path, "docx"), WORDS)
    taken = taken_in(held, path)
    assert taken.appended == ("opening",)
    assert taken.brief.passage("opening").text == f"Mine.\n\nAnd mine.\n\n{WORDS}"


def test_a_second_import_brings_nothing_twice(brief: Brief, tmp_path: Path) -> None:
    path = written_on(sheet(brief, tmp_path, "txt"), WORDS)
    once = taken_in(brief, path).brief
    again = taken_in(once, path)
    assert again.brief == once
    assert not again.is_changed


def test_a_sheet_printed_from_other_cards_brings_no_words_of_ours(
    brief: Brief, tmp_path: Path
) -> None:
    path = written_on(sheet(brief, tmp_path, "docx"), WORDS)
    changed = brief.revise(picks=brief.picks[3:9], line=None)
    taken = taken_in(changed, path)
    assert [one.text for one in taken.brief.passages if one.text] == [WORDS]


def test_an_import_is_on_disk(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    made = new_brief(folder, DOSSIER, "Third Committee of the General Assembly")
    path = written_on(sheet(made, tmp_path, "md"), WORDS)
    taken = import_worksheet(path, folder)
    assert taken.filled == ("opening",)
    assert look(folder).passage("opening").text == WORDS


def test_a_paper_is_no_worksheet(brief: Brief, tmp_path: Path) -> None:
    path = export(write_as(brief, "paper"), tmp_path / "paper.docx")
    with pytest.raises(Unreadable, match="no heading of a worksheet"):
        taken_in(brief, path)
