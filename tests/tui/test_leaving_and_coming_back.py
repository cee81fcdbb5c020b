"""Coming back to where one was, and taking things out of the program."""

from pathlib import Path

import pytest

from app.tui import copying
from app.tui.stages import Stage
from tests.tui.screens import (
    in_workspace,
    kept,
    opened,
    picks,
    place,
    put,
    settled,
    shown,
    workspace,
)


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "TOOLS", ())


async def test_paper_opens_where_it_was_left() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("6", "down", "down")
        left = screen.pane.at
        await pilot.press("escape")
        await settled(pilot)
    async with opened() as pilot:
        await pilot.press("down", "enter")
        await settled(pilot)
        screen = workspace(pilot)
        assert place(screen) is Stage.CRITICISMS
        assert screen.pane.at == left
        await pilot.press("b")
        assert "where you began" in shown(pilot)


async def test_unreadable_places_open_at_the_beginning(home: Path) -> None:
    put(home / "places.toml", "no toml [")
    async with in_workspace() as (_, screen):
        assert place(screen) is Stage.SPEAKING


async def test_ctrl_c_copies_the_card_with_its_citation(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "ctrl+c")
        card = screen.work.card(str(screen.pane.at))
        assert card is not None
        assert "The text is in clipboard.txt" in shown(pilot)
        copied = kept(home, "clipboard.txt").split("\n")
        assert copied[0] == card.statement
        source = screen.work.source(card.sources[0].id)
        assert source is not None
        assert copied[1].startswith(source.title)
        assert picks(screen) == ()


async def test_ctrl_c_copies_marked_words_and_never_ends_the_program(
    home: Path,
) -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("8", "enter", *"one", "ctrl+c")
        assert "Nothing is marked to copy" in shown(pilot)
        await pilot.press("shift+left", "shift+left", "ctrl+c")
        await settled(pilot)
        assert kept(home, "clipboard.txt") == "ne"


async def test_clipboard_of_the_system_is_tried_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "bin" / "wl-copy"
    put(tool, f'#!/bin/sh\ncat > "{tmp_path}/taken"\n')
    tool.chmod(0o755)
    monkeypatch.setattr(copying, "TOOLS", (("no-such-tool",), (str(tool),)))
    assert copying.copy("Côte [sic]", tmp_path) == "Copied (also in clipboard.txt)."
    assert (tmp_path / "taken").read_text("utf-8") == "Côte [sic]"


async def test_criticism_shows_the_likely_rejoinder_and_its_proposal() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("6")
        screen.show_stage(Stage.CRITICISMS, "crit-tip-tier3")
        await settled(pilot)
        said = str(screen.pane.query_one(".detail-text").visual)  # type: ignore[attr-defined]
        replies = screen.work.replies_to("crit-tip-tier3")
        rejoinder = next(one.rejoinder for one in replies if one.rejoinder)
        assert f"They will say: {rejoinder}" in said
        (first, *_) = screen.work.addressing("crit-tip-tier3")
        assert "Proposal for it: " in said
        assert first.name is None or first.name in said


async def test_proposal_is_a_form_and_its_gaps_are_hints() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("7")
        await settled(pilot)
        said = str(screen.pane.query_one(".detail-text").visual)  # type: ignore[attr-defined]
        for label in ("Who acts", "Act", "Object", "By when", "Who pays", "Who checks",
                      "Built on", "Who agrees", "Objection"):  # fmt: skip
            assert f"{label}: " in said, label
        assert "____ " in said
