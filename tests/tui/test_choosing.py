"""Choosing cards: Enter does no harm twice, filters find, order and undo hold."""

from pathlib import Path

import pytest
from textual.widgets import Input

from app.tui.cards_pane import CardsPane
from app.tui.stages import KINDS, Stage
from app.tui.workspace import Workspace
from tests.tui.screens import (
    at_once,
    in_workspace,
    kept,
    picks,
    place,
    settled,
    shown,
    type_text,
)


def _pane(screen: Workspace) -> CardsPane:
    pane = screen.pane
    assert isinstance(pane, CardsPane)
    return pane


async def test_enter_uses_a_card_and_goes_on() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "enter")
        assert len(picks(screen)) == 2
        assert picks(screen)[0] == "stance-collective-response"


async def test_enter_on_a_used_card_changes_nothing() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "up", "enter")
        assert picks(screen) == ("stance-collective-response",)
        assert "Already used" in shown(pilot)


async def test_keys_sent_at_once_all_count() -> None:
    async with in_workspace() as (pilot, screen):
        await at_once(pilot, ["3", "enter", "enter", "4", "down", "enter"])
        assert len(picks(screen)) == 3
        assert picks(screen)[2] == "rec-res-61-180"


async def test_words_sent_with_the_key_of_the_filter_are_kept() -> None:
    async with in_workspace() as (pilot, screen):
        await at_once(pilot, ["4", "slash", *"next"])
        assert _pane(screen).filter.value == "next"
        assert screen.stage is Stage.RECORD


async def test_x_takes_out_and_undo_puts_back() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "up", "x")
        assert picks(screen) == ()
        await pilot.press("ctrl+z")
        assert picks(screen) == ("stance-collective-response",)
        assert "Undone" in shown(pilot)
        await pilot.press("ctrl+z")
        assert picks(screen) == ()
        await pilot.press("ctrl+y")
        assert picks(screen) == ("stance-collective-response",)


async def test_filter_narrows_and_escape_shows_all_again() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4", "slash")
        await type_text(pilot, "61/180")
        hits = _pane(screen).choices.option_count
        assert 0 < hits < 40
        await pilot.press("down")
        assert screen.focused is _pane(screen).choices
        await pilot.press("escape")
        assert _pane(screen).filter.value == ""
        assert "What it can show" in shown(pilot)


async def test_filter_without_hits_says_what_to_do() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("4", "slash")
        await type_text(pilot, "zzzz")
        assert "No card has all of these words" in shown(pilot)


async def test_whole_list_is_one_key_away() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4", "l")
        count = len(screen.work.cards(*KINDS[screen.stage]))
        assert _pane(screen).choices.option_count == count + 1
        await pilot.press("l")
        assert "What it can show" in shown(pilot)


async def test_order_of_picks_can_be_changed() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "enter", "enter")
        first, second = picks(screen)
        await pilot.press("home", "right_square_bracket")
        assert picks(screen) == (second, first)
        await pilot.press("shift+up")
        assert picks(screen) == (first, second)
        assert "Now number 1 of 2" in shown(pilot)


async def test_space_reads_a_card_in_full_with_its_words_explained() -> None:
    async with in_workspace((100, 60)) as (pilot, screen):
        await pilot.press("6", "space")
        said = shown(pilot)
        assert "Source:" in said
        assert "Weight:" in said
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_reply_brings_its_criticism_and_shows_its_label() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("6")
        assert "denies" in shown(pilot)
        await pilot.press("r", "enter")
        kinds = [card.kind.value for card in screen.work.brief.picked()]
        assert kinds == ["criticism", "answer"]


async def test_matter_of_care_is_named() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("6")
        screen.pane.go_to("crit-ngo-closures")
        await pilot.pause()
        assert "care: attribute, state facts, offer examination" in shown(pilot)


async def test_own_card_needs_its_source_and_keeps_its_brackets(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "a")
        await type_text(pilot, "Belarus [/b] asked [red]twice[/red]")
        await pilot.press("ctrl+s")
        assert "A card needs" in shown(pilot)
        for field, text in (("who", "Belarus"), ("title", "Speech [1]")):
            pilot.app.screen.query_one(f"#own-{field}", Input).value = text
        await pilot.press("ctrl+s")
        await settled(pilot)
        (card,) = screen.work.brief.picked()
        assert card.statement == "Belarus [/b] asked [red]twice[/red]"
        assert "Belarus [/b] asked [red]twice[/red]" in shown(pilot)
        await pilot.press("space")
        assert "Belarus [/b] asked [red]twice[/red]" in shown(pilot)
        await pilot.press("escape", "ctrl+s")
    assert "Speech [1]" in kept(home, "cards.toml")


async def test_own_reply_belongs_to_its_criticism() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("6", "enter", "r", "a")
        for field in ("claim", "who", "title"):
            pilot.app.screen.query_one(f"#own-{field}", Input).value = f"My {field}"
        await pilot.press("ctrl+s")
        await settled(pilot)
        mine = screen.work.replies_to("crit-tip-tier3")[-1]
        assert mine.statement == "My claim"
        assert screen.work.is_used(mine.id)


async def test_glossary_is_one_key_away() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("g")
        assert "Words of the topic" in shown(pilot)


@pytest.mark.parametrize("stage", ["1", "2", "3", "6", "8", "9"])
async def test_help_tells_the_keys_of_every_place(stage: str) -> None:
    async with in_workspace((80, 60)) as (pilot, _):
        await pilot.press(stage, "question_mark")
        said = shown(pilot)
        assert "Ctrl+Q closes" in said
        assert "The next thing your paper lacks" in said


async def test_click_highlights_and_a_second_click_uses() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3")
        choices = _pane(screen).choices
        await pilot.click(choices, offset=(10, 3))
        assert choices.current == "stance-modern-slavery"
        assert picks(screen) == ()
        await pilot.click(choices, offset=(10, 3))
        assert picks(screen) == ("stance-modern-slavery",)


async def test_next_leads_from_a_criticism_to_its_replies_and_then_on() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("6", "enter", "n")
        assert place(screen) is Stage.CRITICISMS
        assert screen.focused is screen.pane.query_one(".replies")
        assert "No reply chosen yet" in shown(pilot)
        await pilot.press("n")
        assert place(screen) is Stage.PROPOSALS


async def test_heading_can_be_changed_and_taken_back() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("h")
        await settled(pilot)
        form = pilot.app.screen
        form.query_one("#heading-school", Input).value = "Gymnasium [7]"
        form.query_one("#heading-session", Input).value = "soon"
        await pilot.press("ctrl+s")
        assert "2026-10-05" in shown(pilot)
        form.query_one("#heading-session", Input).value = "2026-11-20"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assignment = screen.work.brief.assignment
        assert assignment.delegation.school == "Gymnasium [7]"
        assert assignment.session == "2026-11-20"
        await pilot.press("ctrl+z")
        assert screen.work.brief.assignment.delegation.school is None
