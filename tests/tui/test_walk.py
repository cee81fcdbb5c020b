"""The walk: from an empty shelf to a Word file with a sentence of one's own."""

from pathlib import Path
from threading import Event

import pytest
from docx import Document

from app.desk import file_format
from app.desk.editing import OpenBrief
from app.tui import handing_in
from app.tui.stages import Stage
from app.tui.work import Work
from tests.tui.screens import (
    SMALL,
    WIDE,
    in_workspace,
    is_there,
    kept,
    opened,
    paper_text,
    picks,
    place,
    put,
    settled,
    shown,
    type_text,
    word_files,
    workspace,
)

OWN = "Minsk asks this room to count each survivor twice [sic] before it votes."


async def test_first_paint_says_how_to_start() -> None:
    async with opened(SMALL) as pilot:
        said = shown(pilot)
        assert "Start a paper" in said
        assert "Belarus: Human trafficking" in said
        assert "Your work is saved as you go, in" in said


async def test_walk_from_an_empty_shelf_to_a_word_file(home: Path) -> None:
    async with opened(SMALL) as pilot:
        assert not is_there(home)
        await pilot.press("enter", "enter")
        await settled(pilot)
        screen = workspace(pilot)
        assert "Speaking for Belarus" in shown(pilot)

        await pilot.press("n")
        assert place(screen) is Stage.ARGUMENT
        await pilot.press("enter", "n")
        assert place(screen) is Stage.STANCE
        await pilot.press("enter", "n")
        assert place(screen) is Stage.RECORD
        await pilot.press("enter", "enter", "enter", "n")
        assert place(screen) is Stage.CRITICISMS
        await pilot.press("enter", "r", "enter", "n")
        assert place(screen) is Stage.PROPOSALS
        await pilot.press("enter", "n")
        assert place(screen) is Stage.WRITE
        await pilot.press("enter")
        await type_text(pilot, OWN)
        await pilot.press("escape", "e")
        await settled(pilot)
        assert "Written:" in shown(pilot)

    (file,) = word_files(home)
    text = "\n".join(one.text for one in Document(str(file)).paragraphs)
    assert OWN in text
    assert OWN in kept(home, "paper.md")


async def test_walk_in_a_wide_window() -> None:
    async with in_workspace(WIDE) as (pilot, screen):
        said = shown(pilot)
        assert "Speaking for Belarus" in said
        assert "0 of 6 written" in said
        await pilot.press("4", "enter")
        assert "1 card" in shown(pilot)
        assert place(screen) is Stage.RECORD


async def test_going_back_loses_nothing(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "8", "enter")
        await type_text(pilot, "Belarus asks.")
        await pilot.press("escape", "b", "b", "escape")
        await settled(pilot)
        assert pilot.app.screen is not screen
        said = shown(pilot)
        assert "2 words" in said
        await pilot.press("down", "enter")
        await settled(pilot)
        again = workspace(pilot)
        assert again.work.brief.passage("opening").text == "Belarus asks."
        assert len(again.work.brief.picks) == 1


async def test_back_goes_where_one_was() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "4", "b")
        assert place(screen) is Stage.STANCE
        await pilot.press("b")
        assert place(screen) is Stage.SPEAKING


async def test_final_is_refused_kindly_while_sentences_are_ours(home: Path) -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("2", "enter", "u", "9", "d", "e")
        await settled(pilot)
        assert "Not final yet" in shown(pilot)
    assert not word_files(home)


async def test_sample_paper_of_a_dossier_opens_and_writes_nothing(home: Path) -> None:
    async with opened() as pilot:
        await pilot.press("end", "up", "enter")
        await settled(pilot)
        screen = workspace(pilot)
        assert place(screen) is Stage.PAPER
        assert "Tier 3" in paper_text(screen)
        await pilot.press("escape")
        await settled(pilot)
    assert not is_there(home)


async def test_export_takes_the_format_the_conference_wants() -> None:
    async with in_workspace() as (pilot, screen):
        screen.changed(screen.work.retarget("amun"))
        await pilot.press("3", "enter", "9")
        await settled(pilot)
        assert "draft text file" in shown(pilot)
        await pilot.press("e")
        await settled(pilot)
        (file,) = screen.work.out.iterdir()
        assert file.suffix == ".txt"
        assert f"Written: {file.name}" in shown(pilot)
        assert screen.work.exported == screen.work.brief


async def test_a_pdf_is_written_while_a_person_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = Event()

    def slowly(_: object, out: Path, *, in_folder: str) -> Path:
        assert go_on.wait(60)
        put(out / f"paper.{in_folder}", "%PDF")
        return out / f"paper.{in_folder}"

    monkeypatch.setattr(file_format, "libreoffice", lambda: Path("soffice"))
    monkeypatch.setattr(handing_in, "export", slowly)
    async with in_workspace() as (pilot, screen):
        screen.changed(screen.work.retarget("scmun"))
        await pilot.press("3", "enter", "9", "e")
        assert "Writing the PDF" in shown(pilot)
        await pilot.press("3", "down", "enter")
        assert len(picks(screen)) == 2
        go_on.set()
        await settled(pilot)
        assert "Written: paper.pdf" in shown(pilot)
        assert screen.work.is_behind


async def test_without_libreoffice_a_word_file_is_written_and_advice_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_format, "libreoffice", lambda: None)
    async with in_workspace((140, 45)) as (pilot, screen):
        screen.changed(screen.work.retarget("scmun"))
        await pilot.press("3", "enter", "9", "e")
        await settled(pilot)
        (file,) = screen.work.out.iterdir()
        assert file.suffix == ".docx"
        assert "wants .pdf" in shown(pilot)


async def test_a_paper_exported_as_text_is_known_when_it_is_opened_again() -> None:
    async with in_workspace() as (pilot, screen):
        screen.changed(screen.work.retarget("amun"))
        await pilot.press("3", "enter", "9", "e")
        await settled(pilot)
        folder = screen.work.opened.folder
        await pilot.press("escape")
    again = Work.of(OpenBrief.open(folder))
    again.opened.close()
    assert again.exported == again.brief
