"""Charts: figures by year go into a passage by one key, and are seen there."""

from pathlib import Path

from textual.widgets import Input

from app.tui.cards_pane import CardsPane
from app.tui.stages import Stage
from app.tui.workspace import Workspace
from app.tui.write_pane import WritePane
from tests.tui.screens import (
    in_workspace,
    kept,
    paper_text,
    settled,
    shown,
    type_text,
)

OWN = {
    "claim": "Fewer were found.",
    "who": "Ministry of the Interior",
    "title": "Report",
    "counted": "victims found",
}
MEMBERS = "rec-gof-membership"
TIERS = "tip-2002"


def _at_card(screen: Workspace, card: str) -> None:
    pane = screen.query_one(f"#{Stage.RECORD.value}", CardsPane)
    pane.go_to(card)


async def test_c_puts_the_figures_of_a_card_into_the_passage_chosen(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4")
        _at_card(screen, MEMBERS)
        await pilot.press("c")
        await settled(pilot)
        assert "Into which passage?" in shown(pilot)
        assert "Members of the Group of Friends (States), 2010 to 2025" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot)
        brief = screen.work.brief
        assert brief.passage("abroad").text == f"[@{MEMBERS}, chart]"
        assert brief.card(MEMBERS) is not None
        assert "Ctrl+Z undoes it." in shown(pilot)
        await pilot.press("ctrl+s")
        assert f"[@{MEMBERS}, chart]" in kept(home, "paper.md")
        await pilot.press("9")
        await settled(pilot)
        assert "[chart: Figure 1. Members of the Group of Friends" in paper_text(screen)
        await pilot.press("4", "ctrl+z")
        await settled(pilot)
        assert screen.work.brief.passage("abroad").text == ""


async def test_a_chart_of_many_cards_brings_them_all(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4")
        _at_card(screen, TIERS)
        await pilot.press("c", "enter")
        await settled(pilot)
        held = {one.id for one in screen.work.brief.cards}
        assert {"tip-2002", "tip-2015", "tip-2025"} <= held
        await pilot.press("9")
        await settled(pilot)
        assert "Years | Tier" in paper_text(screen)
        assert "2015 to 2020 | Tier 3" in paper_text(screen)
        await pilot.press("ctrl+s")
    assert 'id = "tip-2004"' in kept(home, "cards.toml")


async def test_the_figures_by_year_lead_to_a_chart() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("5", "t")
        await settled(pilot)
        assert "c: a chart for your paper" in shown(pilot)
        await pilot.press("c")
        await settled(pilot)
        assert "Which figures?" in shown(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "Tier of Belarus" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert all(not one.text for one in screen.work.brief.passages)


async def test_a_passage_with_only_a_chart_still_wants_words() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4")
        _at_card(screen, MEMBERS)
        await pilot.press("c", "enter", "8")
        await settled(pilot)
        assert "0/6" in shown(pilot)
        assert "nothing written yet" in shown(pilot)


async def test_a_second_chart_of_the_same_card_is_not_put() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4")
        _at_card(screen, MEMBERS)
        await pilot.press("c", "enter", "c", "enter")
        await settled(pilot)
        assert screen.work.brief.passage("abroad").text.count("chart]") == 1
        assert "already" in shown(pilot)


async def test_a_chart_typed_by_hand_brings_the_cards_it_stands_on() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        pane = screen.query_one(WritePane)
        pane.text.insert(f"Look at the tiers.\n\n[@{TIERS}, chart]")
        await pilot.press("escape")
        await settled(pilot)
        assert screen.work.brief.card("tip-2015") is not None
        await pilot.press("8")
        assert "1 sentence" in shown(pilot) or "of 1 sentences" in shown(pilot)


async def test_the_key_belongs_to_figures_and_stands_in_the_palette_and_help() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("3", "c")
        assert "Which figures?" not in shown(pilot)
        await pilot.press("4", "question_mark")
        await settled(pilot)
        assert "Put figures by year into a passage as a chart" in shown(pilot)


async def test_a_card_of_ones_own_with_figures_becomes_a_chart() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("5", "a")
        await settled(pilot)
        form = pilot.app.screen
        for name, typed in OWN.items():
            form.query_one(f"#own-{name}", Input).value = typed
        form.query_one("#own-by_year", Input).value = "2019 128"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Write years and figures like this" in shown(pilot)
        form.query_one("#own-by_year", Input).value = "2019: 128; 2020: 109; 2021: 62"
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        assert "Victims found, 2019 to 2021" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert (
            "[@own-fewer-were-found, chart]" in screen.work.brief.passage("home").text
        )
        await pilot.press("9")
        await settled(pilot)
        assert "[chart: Figure 1. Victims found, 2019 to 2021" in paper_text(screen)


async def test_a_chart_is_put_where_the_cursor_is_while_writing() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4")
        _at_card(screen, MEMBERS)
        await pilot.press("enter", "8", "enter")
        pane = screen.query_one(WritePane)
        pane.text.insert("They stayed.")
        await pilot.press("at")
        await settled(pilot)
        await type_text(pilot, "22 States")
        await pilot.press("f4")
        await settled(pilot)
        assert pane.text.text.startswith("They stayed.\n\n[@")
        await pilot.press("escape")
        await settled(pilot)


async def test_a_card_without_years_has_no_chart_to_put() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4")
        _at_card(screen, "rec-global-plan")
        await pilot.press("enter", "8", "enter", "at", "f4")
        await settled(pilot)
        assert "no figures over three years" in shown(pilot)
        await pilot.press("escape", "escape")
        assert screen.work.brief.passage("opening").text == "@"
