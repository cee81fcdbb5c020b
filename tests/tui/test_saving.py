"""Saving where the disk takes nothing for a while, or somebody else writes."""

import errno
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from app.desk.editing import OpenBrief
from app.tui import saved_screen
from app.tui.app import Communique
from app.tui.own_words import OwnWords
from tests.desk.open_briefs import begun, words, write
from tests.library.test_holding import end, keeper
from tests.tui.screens import (
    SMALL,
    comes_to_say,
    in_workspace,
    kept,
    settled,
    shown,
    type_text,
    workspace,
)


class Disk:
    """A disk that is full until somebody makes room."""

    def __init__(self) -> None:
        self.is_full = False

    def fsync(self, handle: int) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, "full")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(os, "fsync", made.fsync)
    return made


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_screen, "AGAIN", 0.05)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_screen, "AGAIN", 10_000)


class Second(NamedTuple):
    """A second window on a brief that another program holds."""

    pilot: Pilot[int]
    """The keys and the screen of the second window."""

    folder: Path
    """The brief's folder."""

    end_first: Callable[[], None]
    """Ends the program that holds it."""

    def first_writes(self, text: str) -> None:
        """Let the first window write, and close."""
        self.end_first()
        theirs = OpenBrief.open(self.folder)
        write(theirs, text)
        theirs.close()


@asynccontextmanager
async def second_window(tmp_path: Path) -> AsyncIterator[Second]:
    """The screens at a brief that another program holds."""
    desk = begun(tmp_path)
    desk.close()
    first = keeper(desk.folder)
    try:
        app = Communique(OpenBrief.open(desk.folder))
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot)
            yield Second(pilot, desk.folder, lambda: end(first))
            await settled(pilot)
    finally:
        end(first)


def on_disk(tmp_path: Path) -> str:
    """The words of the brief as the next one to open it finds them."""
    (folder,) = (one.parent for one in tmp_path.rglob("brief.toml"))
    return words(OpenBrief.open(folder))


@pytest.mark.usefixtures("eager")
async def test_saving_goes_on_without_a_key_when_there_is_room(
    disk: Disk, home: Path
) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter", "ctrl+s")
        disk.is_full = True
        await type_text(pilot, "Hear us.")
        await pilot.press("escape")
        assert await comes_to_say(pilot, "not saved: the disk is full")
        disk.is_full = False
        assert await comes_to_say(pilot, " saved ")
        assert "not saved" not in shown(pilot)
        assert screen.work.opened.is_saved
    assert "Hear us." in kept(home, "paper.md")


async def test_who_holds_the_brief_and_since_when_can_be_read_in_a_small_window(
    tmp_path: Path,
) -> None:
    async with second_window(tmp_path) as second:
        assert "open in another program on " in shown(second.pilot)
        assert "since 2026-01-31 18:05 UTC" in shown(second.pilot)


@pytest.mark.usefixtures("eager")
async def test_a_window_that_looks_on_goes_on_by_itself_and_shows_what_came(
    tmp_path: Path,
) -> None:
    async with second_window(tmp_path) as second:
        pilot = second.pilot
        await pilot.press("8", "down", "enter")
        await type_text(pilot, "Ours.")
        await pilot.press("escape")
        await settled(pilot)
        assert await comes_to_say(pilot, "not saved: open in another program on ")
        second.end_first()
        assert await comes_to_say(pilot, " saved ")
        assert workspace(pilot).work.opened.read_only is None
    assert on_disk(tmp_path) == "Malta asks."


@pytest.mark.usefixtures("eager")
async def test_a_window_that_only_looks_is_told_when_it_may_write(
    tmp_path: Path,
) -> None:
    async with second_window(tmp_path) as second:
        assert "read only: open in another program" in shown(second.pilot)
        second.first_writes("Malta insists.")
        assert await comes_to_say(second.pilot, "Nobody else has this paper open")
        assert await comes_to_say(second.pilot, " saved ")
        await second.pilot.press("8", "enter")
        assert "Malta insists." in shown(second.pilot)
    assert on_disk(tmp_path) == "Malta insists."


@pytest.mark.usefixtures("patient")
async def test_a_passage_left_alone_takes_on_what_the_other_window_wrote(
    tmp_path: Path,
) -> None:
    async with second_window(tmp_path) as second:
        pilot = second.pilot
        await pilot.press("8", "enter")
        second.first_writes("Malta insists.")
        await pilot.press("f2")
        await settled(pilot)
        assert workspace(pilot).work.opened.read_only is None
        assert workspace(pilot).query_one(OwnWords).text == "Malta insists."
        await type_text(pilot, " Ours.")
        await pilot.press("escape")
    assert on_disk(tmp_path) == "Malta insists. Ours."


@pytest.mark.usefixtures("patient")
async def test_words_typed_while_another_window_wrote_are_kept_and_so_are_theirs(
    tmp_path: Path,
) -> None:
    async with second_window(tmp_path) as second:
        await second.pilot.press("8", "enter")
        second.first_writes("Malta insists.")
        await type_text(second.pilot, " Ours.")
        await second.pilot.press("f2", "escape")
    assert on_disk(tmp_path) == "Malta asks. Ours."
    assert "Malta insists." in (second.folder / "conflicts.md").read_text("utf-8")
