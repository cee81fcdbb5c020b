"""The partner's copy and the history: nothing is overwritten, all can be undone."""

from pathlib import Path
from shutil import copytree

from textual.widgets import Input

from app.desk.editing import OpenBrief
from app.model.brief import Passage
from app.tui.history_screen import HistoryScreen
from app.tui.settings import Kept, keep_settings, read_settings
from tests.tui.screens import (
    in_workspace,
    is_there,
    put,
    settled,
    shown,
    type_text,
    workspace,
)


def _partner(folder: Path, there: Path, text: str) -> None:
    """A partner's copy in which the opening says something else."""
    copytree(folder, there, ignore=lambda *_: [".lock"])
    opened = OpenBrief.open(there)
    passage = Passage(id="opening", text=text)
    opened.change(opened.brief.with_passage(passage), 'write "The opening"')
    assert opened.close()


async def test_merge_shows_both_sides_and_overwrites_nothing(tmp_path: Path) -> None:
    there = tmp_path / "partner"
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "ctrl+s")
        _partner(screen.work.opened.folder, there, "Theirs alone.")
        await pilot.press("8", "enter")
        await type_text(pilot, "Ours alone.")
        await pilot.press("escape", "m")
        await settled(pilot)
        await type_text(pilot, "nowhere")
        await pilot.press("enter")
        assert "There is no folder of that name." in shown(pilot)
        pilot.app.screen.query_one(Input).value = str(there)
        await pilot.press("enter")
        await settled(pilot)
        seen = shown(pilot)
        assert "Ours alone." in seen
        assert "Theirs alone." in seen
        await pilot.press("escape")
        assert screen.work.brief.passage("opening").text == "Ours alone."
    assert read_settings().partner == str(there)


async def test_merge_takes_what_only_the_partner_changed_and_is_undone(
    tmp_path: Path,
) -> None:
    there = tmp_path / "partner"
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "ctrl+s")
        _partner(screen.work.opened.folder, there, "Theirs alone.")
        keep_settings(Kept(partner=str(there)))
        await pilot.press("m")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert screen.work.brief.passage("opening").text == "Theirs alone."
        await pilot.press("escape", "ctrl+z")
        assert screen.work.brief.passage("opening").text == ""


async def test_two_different_briefs_are_joined_only_by_who_insists(
    tmp_path: Path,
) -> None:
    there = tmp_path / "partner"
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "ctrl+s")
        _partner(screen.work.opened.folder, there, "Theirs alone.")
        (there / "journal.jsonl").unlink()
        other = OpenBrief.open(there)
        heading = other.brief.assignment.revise(session="2031-01-01")
        other.change(other.brief.revise(assignment=heading), "heading")
        assert other.close()
        keep_settings(Kept(partner=str(there)))
        for answer, text in (("enter", ""), ("down", "Theirs alone.")):
            await pilot.press("m")
            await settled(pilot)
            await pilot.press("enter")
            await settled(pilot)
            assert "Two different briefs?" in shown(pilot)
            await pilot.press(*{answer, "enter"} - {"enter"}, "enter")
            await settled(pilot)
            assert screen.work.brief.passage("opening").text == text


async def test_folder_without_a_brief_is_a_notice(tmp_path: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "m")
        await settled(pilot)
        pilot.app.screen.query_one(Input).value = str(tmp_path)
        await pilot.press("enter")
        await settled(pilot)
        assert "Not merged" in shown(pilot)
        await pilot.press("escape")
        assert workspace(pilot) is screen


async def test_history_shows_a_state_and_brings_it_back() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "enter")
        assert len(screen.work.brief.picks) == 2
        await pilot.press("H")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "Cards: 1" in shown(pilot)
        await pilot.press("escape", "r")
        await settled(pilot)
        assert len(screen.work.brief.picks) == 1
        await pilot.press("ctrl+z")
        assert len(screen.work.brief.picks) == 2


async def test_record_of_the_work_is_written_and_is_no_paper() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "H")
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        assert is_there(screen.work.out / "record.docx")
        assert "Written:" in shown(pilot)
        assert type(screen.work).of(screen.work.opened).exported is None


def test_broken_settings_are_left_alone(home: Path) -> None:
    put(home / "settings.toml", "theme = ")
    assert read_settings() == Kept()
    assert keep_settings(Kept(theme="x")) is not None
    assert (home / "settings.toml").read_text(encoding="utf-8") == "theme = "
