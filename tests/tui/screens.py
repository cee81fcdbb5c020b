"""Opening the screens in a test and reading what is on them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from app.tui.app import Communique
from app.tui.stages import Stage
from app.tui.workspace import Workspace

SMALL = (80, 24)
"""The smallest window everything must work in."""

WIDE = (140, 45)
"""A window with panes side by side."""


@asynccontextmanager
async def opened(size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[int]]:
    """The program at its shelf, with the shelf read."""
    app = Communique()
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


@asynccontextmanager
async def in_workspace(
    size: tuple[int, int] = SMALL,
) -> AsyncIterator[tuple[Pilot[int], Workspace]]:
    """A new paper on human trafficking, nothing chosen yet."""
    async with opened(size) as pilot:
        await pilot.press("enter", "enter")
        await settled(pilot)
        yield pilot, workspace(pilot)


async def settled(pilot: Pilot[int]) -> None:
    """Wait until nothing is under way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def workspace(pilot: Pilot[int]) -> Workspace:
    """The workspace that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, Workspace)
    return screen


def shown(pilot: Pilot[Any]) -> str:
    """Everything on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip) for strip in strips)


async def type_text(pilot: Pilot[int], text: str) -> None:
    """Type words into what has the keys."""
    names = {" ": "space", "\n": "enter"}
    await pilot.press(*(names.get(letter, letter) for letter in text))


async def at_once(pilot: Pilot[int], keys: Sequence[str]) -> None:
    """Send keys in one go, as a fast typist or a script does."""
    for key in keys:
        character = key if len(key) == 1 else {"space": " "}.get(key)
        pilot.app.post_message(events.Key(key, character))
    await settled(pilot)


def place(screen: Workspace) -> Stage:
    """The stage that is shown."""
    return screen.stage


def picks(screen: Workspace) -> tuple[str, ...]:
    """The cards chosen, in order."""
    return screen.work.brief.picks


def paper_text(screen: Workspace) -> str:
    """The paper as it is shown on its stage."""
    found = screen.query("#reading Static").results(Static)
    return "\n".join(str(one.visual) for one in found)


def kept(home: Path, name: str) -> str:
    """The words of a file of the only brief on the shelf."""
    (file,) = home.glob(f"*/{name}")
    return file.read_text(encoding="utf-8")


def word_files(home: Path) -> list[Path]:
    """The Word files on the shelf."""
    return list(home.glob("*/out/*.docx"))


def is_there(path: Path) -> bool:
    """Whether something stands at a place."""
    return path.exists()


def put(path: Path, text: str) -> None:
    """Write a file, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
