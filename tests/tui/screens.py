"""Opening the screens in a test and reading what is on them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from app.tui.app import Communique
from app.tui.stages import Stage
from app.tui.workspace import Workspace

SMALL = (80, 24)
"""The smallest window everything must work in."""

WIDE = (140, 45)
"""A window with panes side by side."""

ENOUGH_REST = 3
"""Looks in a row at which nothing must be under way."""

LONGEST_REST = 3000
"""Looks after which a screen that never rests is a failure."""


@asynccontextmanager
async def opened(size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[int]]:
    """The program at its shelf, with the shelf read."""
    app = Communique()
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        pilot = _patient(pilot)
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


def _patient(pilot: Pilot[int]) -> Pilot[int]:
    """A pilot that presses keys and waits until the screens have acted on them."""
    press = pilot.press

    async def press_and_wait(*keys: str) -> None:
        await press(*keys)
        await rested(pilot)

    vars(pilot)["press"] = press_and_wait
    return pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing is under way, work in the background too."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await rested(pilot)


async def rested(pilot: Pilot[Any]) -> None:
    """Wait until the screens have acted on all keys, however slow the machine is."""
    quiet = 0
    for _ in range(LONGEST_REST):
        await _heard(pilot.app)
        await pilot.pause(0)
        quiet = quiet + 1 if is_at_rest(pilot.app) else 0
        if quiet == ENOUGH_REST:
            return
    pytest.fail("The screens never came to rest.")


async def _heard(app: App[Any]) -> None:
    """Wait until the app has acted on every key it was sent before."""
    done = asyncio.Event()
    app.call_later(done.set)
    for _ in range(LONGEST_REST):
        if done.is_set() or app._exit:
            return
        await asyncio.sleep(0.001)


def is_at_rest(app: App[Any]) -> bool:
    """Whether every widget is there, has nothing to read and is laid out.

    Pilot's own pause looks at the processor's time, which says nothing where other
    programs hold the processor.
    """
    if app._exit:
        return True
    screen = app.screen
    nodes = (app, *screen.walk_children(with_self=True))
    return (
        screen._compositor.size == app.size
        and not screen._layout_required
        and all(
            node.is_attached and node.is_running and node._message_queue.empty()
            for node in nodes
        )
    )


def workspace(pilot: Pilot[int]) -> Workspace:
    """The workspace that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, Workspace)
    return screen


def shown(pilot: Pilot[Any]) -> str:
    """Everything on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip) for strip in strips)


async def comes_to_say(pilot: Pilot[Any], said: str) -> bool:
    """Whether the screen comes to say something without a key, however late."""
    for _ in range(LONGEST_REST):
        if said in shown(pilot):
            return True
        await pilot.pause(0.001)
    return False


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
