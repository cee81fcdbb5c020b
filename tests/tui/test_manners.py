"""Manners: one's own editor, a Word file that is behind, hints once, colours kept."""

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from app.tui.settings import Kept, keep_settings, read_settings
from app.tui.tour import HINTS
from app.tui.work import Work
from app.tui.write_pane import WritePane
from tests.tui.screens import in_workspace, kept, opened, put, settled, shown


def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    file = tmp_path / "editor.py"
    put(file, f"import pathlib, sys\nplace = pathlib.Path(sys.argv[1])\n{script}\n")
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{file}"')


async def test_passage_goes_to_the_editor_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    script = "place.write_text(place.read_text().upper(), encoding='utf-8')"
    _editor(tmp_path, monkeypatch, script)
    async with in_workspace() as (pilot, screen):
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await pilot.press("8", "enter")
        screen.query_one(WritePane).text.insert("hear us.")
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert screen.query_one(WritePane).text.text == "HEAR US."
        assert screen.work.brief.passage("opening").text == "HEAR US."
        await pilot.press("escape", "ctrl+z")
        assert screen.work.brief.passage("opening").text == "hear us."
    assert "written in another editor" in kept(home, "journal.jsonl")


async def test_editor_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "place.write_text('lost')\nsys.exit(3)")
    async with in_workspace() as (pilot, screen):
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await pilot.press("8", "enter")
        screen.query_one(WritePane).text.insert("hear us.")
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert "nothing is changed" in shown(pilot)
        assert screen.query_one(WritePane).text.text == "hear us."


async def test_missing_editor_and_a_window_that_cannot_are_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with in_workspace() as (pilot, _):
        await pilot.press("8", "enter", "ctrl+e")
        assert "No editor is set" in shown(pilot)
        monkeypatch.setenv("EDITOR", "nano")
        await pilot.press("ctrl+e")
        assert "No other program can be opened" in shown(pilot)


def _export(work: Work) -> None:
    work.exported = work.brief


async def test_closing_asks_where_the_word_file_is_behind() -> None:
    async with in_workspace() as (pilot, screen):
        _export(screen.work)
        await pilot.press("3", "enter", "ctrl+q")
        await settled(pilot)
        assert "The Word file is behind your paper" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert pilot.app.screen is screen
        await pilot.press("ctrl+q")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert list(screen.work.out.glob("*.docx"))
        assert pilot.app.return_code == 0


async def test_second_ctrl_q_closes_without_the_word_file() -> None:
    async with in_workspace() as (pilot, screen):
        _export(screen.work)
        await pilot.press("3", "enter", "ctrl+q")
        await settled(pilot)
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert not screen.work.out.exists()
        assert pilot.app.return_code == 0


async def test_hints_come_once_and_never_again() -> None:
    async with in_workspace() as (pilot, _):
        assert "Hint 1 of 5" in shown(pilot)
        await pilot.press("4")
        assert "Hint" not in shown(pilot)
        await pilot.press("3")
        assert "Hint 2 of 5" in shown(pilot)
        await pilot.press("escape")
    assert read_settings().tour_seen
    async with in_workspace() as (pilot, _):
        assert "Hint" not in shown(pilot)
    assert len(HINTS) <= 5


async def test_colours_last() -> None:
    async with opened() as pilot:
        keep_settings(Kept(tour_seen=True))
        commands = pilot.app.get_system_commands(pilot.app.screen)
        light = next(one for one in commands if one.title == "Light colours")
        light.callback()
    assert read_settings() == Kept(theme="communique-light", tour_seen=True)
    async with opened() as pilot:
        assert pilot.app.theme == "communique-light"


async def test_unknown_colours_are_left_aside() -> None:
    keep_settings(Kept(theme="no-such-colours"))
    async with opened() as pilot:
        assert pilot.app.theme == "communique-dark"
