"""Keys that come faster than screens change: from a quick typist, or a script."""

import pytest
from textual import events
from textual.widget import Widget
from textual.widgets import Input

from app.tui import app as app_there
from app.tui.own_words import OwnWords
from app.tui.stages import Stage
from tests.tui.screens import at_once, in_workspace, place, settled, shown


async def test_words_after_a_source_stand_after_it() -> None:
    async with in_workspace() as (pilot, screen):
        await at_once(pilot, ["3", "enter", "w", *"so", "@", "enter", *"then"])
        (pick,) = screen.work.brief.picks
        assert screen.query_one(OwnWords).text == f"so[@{pick}]then"


async def test_what_narrows_the_sources_counts_before_one_is_inserted() -> None:
    async with in_workspace() as (pilot, screen):
        keys = ["4", "enter", "enter", "enter", "w", "@", *"2006", "enter"]
        await at_once(pilot, keys)
        words = screen.query_one(OwnWords).text
        assert words == "[@rec-res-61-180]"


async def test_words_of_each_field_stay_in_it() -> None:
    async with in_workspace() as (pilot, _):
        await at_once(pilot, ["3", "a", *"claim", "tab", *"who", "enter", *"title"])
        typed = [one.value for one in pilot.app.screen.query(Input)]
        assert typed[:3] == ["claim", "who", "title"]


async def test_enter_after_the_filter_uses_the_first_card_found() -> None:
    async with in_workspace() as (pilot, screen):
        await at_once(pilot, ["4", "slash", *"geneva", "enter", "enter"])
        (pick,) = screen.work.brief.picks
        card = screen.work.card(pick)
        assert card is not None
        assert "geneva" in card.statement.casefold()


async def test_esc_and_a_letter_that_arrive_as_one_key_are_two() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter", *"here")
        pilot.app.post_message(events.Key("alt+3", "3"))
        await settled(pilot)
        assert place(screen) is Stage.STANCE
        assert screen.work.brief.passage("opening").text == "here"


async def test_a_question_and_the_next_are_kept_one_by_one() -> None:
    async with in_workspace() as (pilot, screen):
        await at_once(pilot, ["q", *"who", "enter", *"when", "enter", "escape"])
        assert [one.text for one in screen.work.brief.questions] == ["who", "when"]
        assert "Questions of the guide" in shown(pilot)


async def test_a_letter_taken_back_is_the_one_before_it() -> None:
    async with in_workspace() as (pilot, screen):
        await at_once(pilot, ["8", "enter", *"slip", "backspace", "backspace", *"ap"])
        assert screen.query_one(OwnWords).text == "slap"
        await at_once(pilot, ["escape", "4", "slash", *"ab", "backspace", "c"])
        assert screen.query(Input).filter(".-shown").first().value == "ac"


async def test_no_key_waits_for_what_is_being_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[bool] = []
    wait = app_there.caught_up

    async def noted(field: Widget) -> bool:
        waited.append(await wait(field))
        return waited[-1]

    monkeypatch.setattr(app_there, "caught_up", noted)
    async with in_workspace() as (pilot, _):
        for keys in ("h", "a", "q", "m", "/", "w"):
            await pilot.press("3", *keys.replace("/", "slash").split(), "escape")
            await settled(pilot)
        await pilot.press("q", *"who", "enter", "escape", "escape", "3", "enter")
        await pilot.press("w", "@", *"no", "enter", "@", "escape", "escape", "n")
        await settled(pilot)
    assert waited
    assert all(waited)
