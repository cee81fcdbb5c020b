"""Writing a passage: own words are kept, ours are counted, sources are inserted."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from app.model.errors import Trouble
from app.tui import frames, helping, write_pane
from app.tui.workspace import Workspace
from app.tui.write_pane import WritePane
from tests.tui.screens import (
    at_once,
    comes_to_say,
    in_workspace,
    kept,
    paper_text,
    settled,
    shown,
    type_text,
)


def _pane(screen: Workspace) -> WritePane:
    return screen.query_one(WritePane)


async def test_brackets_survive_to_the_screen_and_the_file(home: Path) -> None:
    words = "It said [/b] and [the Government] and [1] and [@click=app.quit] so."
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        _pane(screen).text.insert(words)
        await pilot.press("escape", "9")
        await settled(pilot)
        assert screen.work.brief.passage("opening").text == words
        assert words in paper_text(screen)
        await pilot.press("ctrl+s")
    said = kept(home, "paper.md")
    assert "[the Government] and [1]" in said


async def test_words_sent_with_w_are_kept() -> None:
    async with in_workspace() as (pilot, screen):
        await at_once(pilot, ["3", "w", *"next", "space", *"gap"])
        assert _pane(screen).text.text == "next gap"


async def test_example_is_shown_then_copied_and_counted() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("2", "enter", "u", "8", "enter", "f2")
        assert "Our example" in shown(pilot)
        assert _pane(screen).text.text == ""
        await pilot.press("f3")
        assert await comes_to_say(pilot, "still ours")
        copied = _pane(screen).text.text
        await pilot.press("f3")
        assert _pane(screen).text.text == copied


async def test_own_sentence_is_counted_as_own() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        _pane(screen).text.insert("Tonight nobody here may look away from the harbour.")
        assert await comes_to_say(pilot, "every sentence is your own · 9 words")


async def test_at_inserts_the_marker_of_a_card() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "8", "enter")
        await type_text(pilot, "Together ")
        await pilot.press("@")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert _pane(screen).text.text == "Together [@stance-collective-response]"


async def test_escape_leaves_a_plain_at() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter", "@")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert _pane(screen).text.text == "@"


async def test_pause_keeps_the_words_and_undo_takes_them_back() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        _pane(screen).text.insert("Hear us.")
        await settled(pilot)
        assert await comes_to_say(pilot, " saved ")
        assert screen.work.brief.passage("opening").text == "Hear us."
        await pilot.press("escape", "ctrl+z")
        assert screen.work.brief.passage("opening").text == ""
        await pilot.press("ctrl+y")
        assert screen.work.brief.passage("opening").text == "Hear us."


async def test_text_that_is_far_too_long_is_refused_in_words() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        _pane(screen).text.load_text("word " * 250_000)
        await pilot.press("escape")
        assert "too long" in shown(pilot)
        assert screen.work.brief.passage("opening").text == ""


async def test_register_without_patterns_is_said_and_words_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise Trouble("There are no sentence patterns.")

    async with in_workspace() as (pilot, screen):
        monkeypatch.setattr(frames, "open_bank", broken)
        monkeypatch.setattr(helping, "passage_origins", broken)
        await pilot.press("8", "enter")
        assert "There are no sentence patterns." in shown(pilot)
        _pane(screen).text.insert("Still here.")
        assert await comes_to_say(pilot, "2 words")
        await pilot.press("escape")
        assert screen.work.brief.passage("opening").text == "Still here."


async def test_paste_is_noted_by_length_only(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        pilot.app.post_message(events.Paste("Pasted words."))
        await settled(pilot)
        assert _pane(screen).text.text == "Pasted words."
        screen.work.opened.save()
    assert '"characters":13' in kept(home, "journal.jsonl").replace(" ", "")


async def test_words_are_on_disk_though_the_keys_never_pause(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_pane, "PAUSED", 3600.0)
    monkeypatch.setattr(write_pane, "KEPT", 0.001)
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        await type_text(pilot, "we ask ")
        await type_text(pilot, "for help")
        await settled(pilot)
        assert screen.work.brief.passage("opening").text == "we ask for help"
        assert "we ask for help" in kept(home, "journal.jsonl")
        await pilot.press("escape", "ctrl+z")
        assert screen.work.brief.passage("opening").text == ""


async def test_saved_is_not_said_while_letters_are_only_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write_pane, "PAUSED", 3600.0)
    monkeypatch.setattr(write_pane, "KEPT", 3600.0)
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter", "ctrl+s")
        assert _saved(screen) == "saved"
        await type_text(pilot, "we ask")
        assert _saved(screen) == "saving…"
        await pilot.press("escape", "ctrl+s")
        assert _saved(screen) == "saved"


def _saved(screen: Workspace) -> str:
    return str(screen.query_one("#saved", Static).visual)


async def test_words_sent_in_one_go_with_escape_are_kept() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        await at_once(pilot, [*"hear", "space", *"us", "escape"])
        assert screen.work.brief.passage("opening").text == "hear us"
