"""The awkward brief on the screens: every letter stays, nothing is clickable."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from app.desk.writing import Written
from app.language.words import count
from app.model.brief import Brief
from app.tui.cards_pane import CardsPane
from app.tui.paper_pane import Reading
from app.tui.stages import STAGES, Stage
from app.tui.workspace import Workspace
from app.tui.write_pane import WritePane
from tests.tui import awkward
from tests.tui.screens import (
    SMALL,
    WIDE,
    at_once,
    in_workspace,
    opened,
    paper_text,
    settled,
    shown,
    workspace,
)

SIZES = pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "140x45"])


async def _open(pilot: Pilot[int], folder: Path) -> Workspace:
    """Open the awkward brief as the shelf does."""
    from app.desk.editing import OpenBrief
    from app.tui.app import Communique

    assert isinstance(pilot.app, Communique)
    pilot.app.open_workspace(OpenBrief.open(folder))
    await settled(pilot)
    return workspace(pilot)


def _lines(pilot: Pilot[int]) -> list[str]:
    return shown(pilot).split("\n")


def _cut(screen: Workspace) -> list[Widget]:
    """Widgets on show whose content runs out at the right."""
    return [
        one
        for one in screen.query("OptionList, VerticalScroll, TextArea")
        if one.region and one.is_on_screen and one.max_scroll_x > 0
    ]


def _clickable(pilot: Pilot[int]) -> list[str]:
    """Words on the screen that act when they are clicked."""
    strips = pilot.app.screen._compositor.render_strips()
    return [
        part.text
        for strip in strips
        for part in strip
        if part.style is not None and "quit" in str(part.style.meta.get("@click"))
    ]


@SIZES
async def test_every_stage_stands_and_shows_awkward_words_letter_for_letter(
    home: Path, size: tuple[int, int]
) -> None:
    folder = awkward.awkward_work(home / "awkward")
    async with opened(size) as pilot:
        screen = await _open(pilot, folder)
        for at, stage in enumerate(STAGES, start=1):
            await pilot.press(str(at))
            await settled(pilot)
            assert screen.stage is stage
            assert {cell_len(line) for line in _lines(pilot)} == {size[0]}, stage
            assert _cut(screen) == [], stage
            assert _clickable(pilot) == [], stage
        assert [one for one in awkward.WORDS if one not in paper_text(screen)] == []
        await pilot.press("8", "enter")
        await settled(pilot)
        assert screen.query_one(WritePane).text.text == ". ".join(awkward.WORDS)


async def test_cards_show_awkward_words_letter_for_letter(home: Path) -> None:
    async with opened() as pilot:
        screen = await _open(pilot, awkward.awkward_work(home / "awkward"))
        await pilot.press("3")
        pane = screen.pane
        assert isinstance(pane, CardsPane)
        pane.go_to("own-card-0")
        await settled(pilot)
        detail = str(pane.query_one(".detail-text", Static).visual)
        assert f"{awkward.BRACKETS} number 0" in detail
        pane.go_to("own-card-3")
        await settled(pilot)
        rows = shown(pilot)
        assert [one for one in awkward.WORDS if one not in rows] == []
        assert f"{awkward.BRACKETS} number 0" in rows
        assert _clickable(pilot) == []


async def test_endless_section_is_counted_and_typed_in(home: Path) -> None:
    folder = awkward.awkward_work(home / "awkward")
    async with opened() as pilot:
        screen = await _open(pilot, folder)
        await pilot.press("8")
        pane = screen.query_one(WritePane)
        rows = " ".join(str(one.prompt) for one in pane.choices.options)
        assert "nothing written yet" in rows
        assert f"{count(awkward.long_text())} words, 0 of " in rows
        screen.write_passage(awkward.LONG)
        await settled(pilot)
        await at_once(pilot, ["space", *"and", "space", *"so", "escape"])
        text = screen.work.brief.passage(awkward.LONG).text
        assert text == f"{awkward.long_text()} and so"


async def test_papers_asked_for_meanwhile_are_not_all_written() -> None:
    async with in_workspace() as (pilot, screen):
        briefs = [screen.work.brief.revise(agenda=f"note {at}") for at in range(5)]
        await pilot.press("9")
        await settled(pilot)
        reading = screen.query_one(Reading)
        shown_of: list[int] = []
        written: list[Brief] = []
        write = reading.written

        def noted(brief: Brief, then: Callable[[Written], None]) -> Callable[[], None]:
            written.append(brief)
            return write(brief, then)

        vars(reading)["written"] = noted
        for at, brief in enumerate(briefs):
            reading.lay_out(brief, lambda _, at=at: shown_of.append(at))  # type: ignore[misc]
        while not shown_of:
            await settled(pilot)
        assert shown_of == [4]
        assert written == [briefs[0], briefs[4]]


async def test_filter_of_10_000_cards_shows_the_best_and_counts_the_rest(
    home: Path,
) -> None:
    from app.desk.creating import new_brief

    place = awkward.many_cards(home)
    new_brief(home / "many", place, "Third Committee", empty=True)
    async with opened() as pilot:
        screen = await _open(pilot, home / "many")
        await pilot.press("4", "slash")
        await at_once(pilot, [*"step", "down"])
        pane = screen.pane
        assert isinstance(pane, CardsPane)
        assert pane.stage is Stage.RECORD
        assert pane.choices.option_count == 201
        last = pane.choices.get_option_at_index(200)
        assert "9,800 more" in str(last.prompt)
        assert last.disabled
        await at_once(pilot, ["down", "end"])
        assert "9,800 more: type another word" in shown(pilot)
        assert "10,000 of 10,000 found" in shown(pilot)


async def test_a_card_that_says_it_first_comes_before_one_that_only_names_it(
    home: Path,
) -> None:
    from app.tui.card_finder import CardFinder

    cards = [awkward.own_card(at) for at in range(3)]
    named = cards[0].revise(so_what="for the shelter at home", id="own-named")
    says = cards[1].revise(statement="A shelter is open.", id="own-says")
    found = CardFinder("Belarus").hits([named, cards[2], says], "Shelter", most=3)
    assert [one.id for one in found.cards] == ["own-says", "own-named"]


def test_letters_taken_back_find_again_what_they_had_left_out() -> None:
    from app.tui.card_finder import CardFinder

    cards = [awkward.own_card(at) for at in range(8)]
    finder = CardFinder("Belarus")

    def found(words: str) -> list[str]:
        return [one.id for one in finder.hits(cards, words, most=8).cards]

    every = found("number")
    assert len(every) == 8
    assert found("number 5") == ["own-card-5"]
    assert found("number 6") == ["own-card-6"]
    assert found("umber") == every


def test_a_filter_counts_all_it_found_and_gives_the_best_few() -> None:
    from app.tui.card_finder import CardFinder

    cards = [awkward.own_card(at) for at in range(8)]
    best = cards[7].revise(statement="A bridge is open.", id="own-best")
    named = [one.revise(so_what="for the bridge") for one in cards]
    found = CardFinder("Belarus").hits([*named, best], "bridge", most=2)
    assert [one.id for one in found.cards] == ["own-best", "own-card-0"]
    assert found.total == 9
