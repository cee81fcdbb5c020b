"""How the screens look: a dozen pictures a person has looked at.

A picture that changes is looked at before it is accepted:
`pytest -n 0 tests/tui/test_snapshots.py --snapshot-update`, on Python 3.11 with the
pinned Textual.
"""

import sys
import time
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from app.tui.app import Communique
from app.tui.settings import Kept, keep_settings
from app.tui.shelf_screen import Shelf
from app.tui.themes import DARK
from app.tui.work import Work
from app.tui.workspace import Workspace
from tests.tui.screens import SMALL, WIDE, settled, shown

PINNED = "8.2.8"
"""The Textual the pictures were made with."""

pytestmark = [
    pytest.mark.skipif(
        sys.version_info[:2] != (3, 11), reason="pictures are made on Python 3.11"
    ),
    pytest.mark.skipif(
        version("textual") != PINNED, reason=f"pictures are made with Textual {PINNED}"
    ),
]

_Go = Callable[[Pilot[int]], Awaitable[None]]
_OWN = "Ask a desk officer whom to ring when a frightened worker has no passport."


@pytest.fixture(autouse=True)
def steady(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One theme, one clock, one name of the shelf, no cursor that blinks."""
    keep_settings(Kept(theme=DARK.name, tour_seen=True))
    for room in ("editing", "ledger"):
        monkeypatch.setattr(f"app.desk.{room}.now", lambda: "2026-01-31T18:05:09.120Z")
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.setattr(Input, "cursor_blink", False)
    show = Shelf.show_rows

    def show_rows(shelf: Shelf, rows: list[object], _: str) -> None:
        kept = [one for one in rows if "sample:" not in str(getattr(one, "id", ""))]
        show(shelf, kept, "~/Documents/Communique")  # type: ignore[arg-type]

    monkeypatch.setattr(Shelf, "show_rows", show_rows)
    out = Path("Documents/Communique/Belarus/out")
    monkeypatch.setattr(Work, "out", out)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


def _press(*keys: str) -> _Go:
    async def go(pilot: Pilot[int]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        screen = pilot.app.screen
        while "saving…" in shown(pilot):
            await settled(pilot)
        if isinstance(screen, Workspace):
            screen.preview(screen.pane.as_typed)
            await settled(pilot)

    return go


START = ("enter", "enter")
LINE = (*START, "2", "enter", "u")
PICTURES = {
    "shelf": (SMALL, ()),
    "new-paper": (SMALL, ("enter",)),
    "speaking": (SMALL, START),
    "cards": (SMALL, (*START, "3")),
    "criticism": (SMALL, (*LINE, "6")),
    "proposals": (SMALL, (*LINE, "7")),
    "passages": (SMALL, (*LINE, "8")),
    "write": (SMALL, (*LINE, "8", "enter", *"Hear", "space", *"us")),
    "paper-and-checks": (SMALL, (*LINE, "9")),
    "history": (SMALL, (*LINE, "H")),
    "help": (SMALL, (*LINE, "3", "question_mark")),
    "criticism-wide": (WIDE, (*LINE, "6")),
    "write-wide": (WIDE, (*LINE, "8", "enter")),
    "paper-wide": (WIDE, (*LINE, "9")),
}
"""Each picture: the window, and the keys that lead there."""


@pytest.mark.parametrize("name", PICTURES)
def test_screen_looks_as_it_was_looked_at(
    name: str, snap_compare: Callable[..., bool]
) -> None:
    size, keys = PICTURES[name]
    app = Communique()
    app.animation_level = "none"
    assert snap_compare(app, terminal_size=size, run_before=_press(*keys))
