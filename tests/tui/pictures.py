"""The README's pictures, made from the program itself.

`python -m tests.tui.pictures` writes them anew into `docs/pictures`.
"""

import asyncio
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.tui.screens import comes_to_say, in_workspace, opened, settled

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
"""Where the pictures stand."""

NAMES = ("shelf", "criticisms", "writing", "paper")
"""The pictures, in the order of the README."""

_OWN = "Ask a desk officer whom to ring when a frightened worker has no passport."
_FONT = re.compile(r"\s*@font-face \{[^}]*\}")
_HASH = re.compile(r"terminal-\d+")
_SHELF = "~/Documents/Communique"


async def make() -> dict[str, str]:
    """Every picture as SVG, by name."""
    made: dict[str, str] = {}
    with _shelf() as home, _still_cursor():
        async with opened() as pilot:
            made["shelf"] = _svg(pilot, home)
        async with in_workspace() as (pilot, _):
            await pilot.press("2", "enter", "u", "6")
            await settled(pilot)
            made["criticisms"] = _svg(pilot, home)
            await pilot.press("8", "enter")
            await settled(pilot)
            letters = (" ", "space"), (".", "full_stop"), (",", "comma")
            names = dict(letters)
            await pilot.press(*(names.get(letter, letter) for letter in _OWN))
            assert await comes_to_say(pilot, "every sentence is your own")
            assert await comes_to_say(pilot, " saved ")
            await settled(pilot)
            made["writing"] = _svg(pilot, home)
            await pilot.press("escape", "9")
            await settled(pilot)
            made["paper"] = _svg(pilot, home)
    return made


@contextmanager
def _shelf() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("COMMUNIQUE_HOME")
        os.environ["COMMUNIQUE_HOME"] = folder
        try:
            yield folder
        finally:
            os.environ.pop("COMMUNIQUE_HOME")
            if before is not None:
                os.environ["COMMUNIQUE_HOME"] = before


@contextmanager
def _still_cursor() -> Iterator[None]:
    """A cursor that does not blink, so that it is on every picture or on none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TextArea, "cursor_blink", False)
        yield


def _svg(pilot: Pilot[int], home: str) -> str:
    """What is on the screen, without anything that differs from run to run."""
    svg = pilot.app.export_screenshot(title="Communiqué", simplify=True)
    svg = _HASH.sub("terminal", _FONT.sub("", svg))
    return svg.replace(home, _SHELF)


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, svg in asyncio.run(make()).items():
        (FOLDER / f"{name}.svg").write_text(svg, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
