"""The paper beside the stage: there where there is room, and going along."""

import pytest
from textual.widgets import Static

from app.tui import write_pane
from app.tui.paper_text import LivePaper
from app.tui.workspace import Workspace
from app.tui.write_pane import WritePane
from tests.tui.screens import SMALL, WIDE, in_workspace, settled


def _shown(screen: Workspace) -> str:
    found = screen.query_one(LivePaper).query(Static).results(Static)
    return "\n".join(str(one.visual) for one in found)


async def test_paper_grows_beside_the_stage_as_one_types(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write_pane, "PAUSED", 60.0)
    monkeypatch.setattr(write_pane, "KEPT", 60.0)
    async with in_workspace(WIDE) as (pilot, screen):
        assert screen.query_one(LivePaper).display
        await pilot.press("8", "enter")
        await settled(pilot)
        before = list(screen.query_one(LivePaper).query(Static))
        screen.query_one(WritePane).text.insert("Not kept yet, but read already.")
        for _ in range(100):
            if "Not kept yet" in _shown(screen):
                break
            await pilot.pause(0.1)
        assert "Not kept yet, but read already." in _shown(screen)
        assert screen.work.brief.passage("opening").text == ""
        assert screen.query_one(LivePaper).query(Static).first() is before[0]


async def test_paper_stage_and_small_windows_have_no_second_paper() -> None:
    async with in_workspace(WIDE) as (pilot, screen):
        await pilot.press("9")
        assert not screen.query_one(LivePaper).display
    async with in_workspace(SMALL) as (pilot, screen):
        await pilot.press("3")
        assert not screen.query_one(LivePaper).display


async def test_a_paragraph_that_grows_stays_in_sight_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write_pane, "PAUSED", 60.0)
    monkeypatch.setattr(write_pane, "KEPT", 60.0)
    async with in_workspace(WIDE) as (pilot, screen):
        await pilot.press("8", "enter")
        await settled(pilot)
        field = screen.query_one(WritePane).text
        live = screen.query_one(LivePaper)
        words = "We ring the shelter before the seventh bell of every day. " * 7
        for text in (f"{words}\n\n{words}", f"{words}And here it ends."):
            field.insert(text)
            for _ in range(100):
                if text.split("\n\n")[-1].strip() in _shown(screen):
                    break
                await pilot.pause(0.1)
            await settled(pilot)
        last = next(one for one in live.query(Static) if "it ends" in str(one.visual))
        assert last.region.bottom <= live.region.bottom
