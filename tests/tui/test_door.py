"""The door: how the program opens, closes, and what it says when it cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.desk.editing import OpenBrief
from app.library.briefs import ready_brief
from app.model.brief import Passage
from app.model.errors import FINDINGS, WRONG_USE
from app.tui.app import Communique, run
from tests.tui.screens import (
    in_workspace,
    kept,
    opened,
    picks,
    put,
    settled,
    shown,
    workspace,
)

REPOSITORY = Path(__file__).parents[2]


def test_first_paint_loads_no_heavy_guest() -> None:
    code = (
        "import sys, asyncio; from app.tui.app import Communique\n"
        "heavy = {'cyclopts', 'jinja2', 'docx', 'tomlkit', 'pydantic', 'nupunkt'}\n"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_without_a_terminal_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == WRONG_USE
    assert "terminal window" in capsys.readouterr().err


async def test_close_at_the_shelf_ends_the_program() -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert pilot.app.return_value == 0


async def test_close_in_the_workspace_saves_what_was_just_typed(home: Path) -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("8", "enter", "H", "i", "ctrl+q")
        await settled(pilot)
        assert pilot.app.return_value == 0
    assert "Hi" in kept(home, "paper.md")


async def test_escape_at_the_shelf_never_ends_the_program() -> None:
    async with opened() as pilot:
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert pilot.app.return_value is None
        assert "Ctrl+Q" in shown(pilot)


async def test_failed_save_is_said_and_the_work_stays(home: Path) -> None:
    put(home, "a file stands where the shelf should be")
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "ctrl+s")
        assert "not saved" in shown(pilot)
        assert len(screen.work.brief.picks) == 1
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert pilot.app.return_value is None
        assert "not saved" in shown(pilot)
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert pilot.app.return_value == 0


async def test_broken_brief_is_listed_and_opening_it_says_why(home: Path) -> None:
    put(home / "broken" / "brief.toml", "this is [not TOML")
    async with opened() as pilot:
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "This did not work" in shown(pilot)
        await pilot.press("escape")
        assert "Start a paper" in shown(pilot)


async def test_opening_at_a_brief_shows_its_workspace(tmp_path: Path) -> None:
    brief = ready_brief("belarus/human-trafficking")
    there = OpenBrief(brief, tmp_path / "brief")
    assert there.save()
    app = Communique(there)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert workspace(pilot).work.brief.picks == brief.picks
        await pilot.press("escape")
        await settled(pilot)
        assert "Start a paper" in shown(pilot)


async def test_words_changed_by_hand_are_taken_in_and_said(home: Path) -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("8", "enter", "H", "i", "escape", "escape")
        await settled(pilot)
        paper = next(one for one in home.glob("*/paper.md"))  # noqa: ASYNC240
        put(paper, kept(home, "paper.md").replace("Hi", "Hello there"))
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "by hand" in shown(pilot)
        assert workspace(pilot).work.brief.passage("opening").text == "Hello there"


async def test_undo_reaches_back_over_closing() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("3", "enter", "escape")
        await settled(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        screen = workspace(pilot)
        assert len(picks(screen)) == 1
        await pilot.press("3", "ctrl+z")
        assert picks(screen) == ()


async def test_two_versions_are_settled_by_the_person(home: Path) -> None:
    folder = home / "paper"
    _with_two_versions(folder)
    async with opened() as pilot:
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "Two versions of this paper" in shown(pilot)
        await pilot.press("escape")
        assert "Start a paper" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert workspace(pilot).work.brief.passage("opening").text == "By hand."


def _with_two_versions(folder: Path) -> None:
    """A brief whose journal and whose files say different things."""
    brief = ready_brief("belarus/human-trafficking")
    desk = OpenBrief(brief.with_passage(Passage(id="opening", text="First.")), folder)
    assert desk.save()
    desk.change(desk.brief.with_passage(Passage(id="opening", text="Here.")), "write")
    desk._hold.let_go()
    paper = folder / "paper.md"
    put(paper, paper.read_text(encoding="utf-8").replace("First.", "By hand."))


def test_folder_without_a_brief_is_one_sentence_and_an_exit_code(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert run(tmp_path / "nothing") == FINDINGS
    said = capsys.readouterr().err
    assert str(tmp_path / "nothing") in said
    assert "Traceback" not in said
