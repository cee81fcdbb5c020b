"""Proposals as a form: every line can be filled, is kept, and reaches the paper."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from app.desk.editing import OpenBrief
from app.tui.cards_pane import CardsPane
from app.tui.filling import TYPED
from app.tui.proposal_form import ProposalFormScreen
from app.tui.stages import Stage
from app.tui.workspace import Workspace
from tests.tui.screens import (
    at_once,
    in_workspace,
    kept,
    paper_text,
    picks,
    settled,
    shown,
    type_text,
)

OURS = "draft-demand-report"


async def _at_ours(pilot: Pilot[int], screen: Workspace) -> None:
    """Stand at a proposal of ours, in the whole list."""
    await pilot.press("7", "l")
    pane = screen.pane
    assert isinstance(pane, CardsPane)
    pane.go_to(OURS)
    await pilot.pause()


async def _in_form(pilot: Pilot[int], screen: Workspace) -> ProposalFormScreen:
    await _at_ours(pilot, screen)
    await pilot.press("f")
    await settled(pilot)
    form = pilot.app.screen
    assert isinstance(form, ProposalFormScreen)
    return form


async def test_every_gap_is_a_hint_to_fill() -> None:
    async with in_workspace() as (pilot, screen):
        await _in_form(pilot, screen)
        said = shown(pilot)
        assert "____ say the verb" in said
        assert "____ give a date after the session" in said
        assert "____ name the fund" in said
        assert picks(screen) == (OURS,)


async def test_enter_on_a_used_proposal_opens_its_form_and_changes_nothing() -> None:
    async with in_workspace() as (pilot, screen):
        await _at_ours(pilot, screen)
        await pilot.press("enter", "up", "enter")
        assert isinstance(pilot.app.screen, ProposalFormScreen)
        await pilot.press("escape")
        assert picks(screen) == (OURS,)
        assert screen.work.brief.proposals == {}


async def test_what_is_filled_in_is_kept_and_stands_in_the_paper(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await _in_form(pilot, screen)
        await type_text(pilot, "open\na register [sic] [/b]\n2029\n")
        await pilot.press("escape", "ctrl+s")
        await settled(pilot)
        assert 'object = "a register [sic] [/b]"' in kept(home, "brief.toml")
        assert "8 of 10 filled in" in shown(pilot)
        await pilot.press("9")
        await settled(pilot)
        said = " ".join(paper_text(screen).split())
        assert "open a register [sic] [/b]" in said
        assert "by 2029" in said


async def test_every_line_takes_words() -> None:
    async with in_workspace() as (pilot, screen):
        form = await _in_form(pilot, screen)
        for one in TYPED:
            field = form.query_one(f"#form-{one.name}", Input)
            form.set_focus(field)
            field.value = ""
            await type_text(pilot, f"x{one.name}")
        await pilot.press("escape")
        held = screen.work.brief.form_of(OURS)
        for one in TYPED:
            assert getattr(held, one.name) == f"x{one.name}"


async def test_letters_sent_with_the_key_that_opens_the_form_are_kept() -> None:
    async with in_workspace() as (pilot, screen):
        await _at_ours(pilot, screen)
        await at_once(pilot, ["f", *"open", "escape"])
        assert screen.work.brief.form_of(OURS).act == "open"
        assert pilot.app.screen is screen


async def test_how_it_reads_follows_the_keys() -> None:
    async with in_workspace() as (pilot, screen):
        await _in_form(pilot, screen)
        await type_text(pilot, "open\na register\n")
        assert "would open a register, by ____" in " ".join(shown(pilot).split())


async def test_a_line_is_undone_in_one_step_within_the_form() -> None:
    async with in_workspace() as (pilot, screen):
        form = await _in_form(pilot, screen)
        await type_text(pilot, "open\na register\n")
        await pilot.press("ctrl+z")
        assert form.query_one("#form-object", Input).value == ""
        assert form.query_one("#form-act", Input).value == "open"
        await pilot.press("ctrl+y")
        assert form.query_one("#form-object", Input).value == "a register"


async def test_a_look_at_our_example_is_written_down(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        form = await _in_form(pilot, screen)
        form.set_focus(form.query_one("#form-check", Input))
        await pilot.press("f2")
        assert "Our example: the Third Committee takes" in shown(pilot)
        await pilot.press("escape", "ctrl+s")
        assert '"what":"looked"' in kept(home, "journal.jsonl").replace(" ", "")
        assert screen.work.brief.proposals == {}


async def test_cards_it_builds_on_are_ticked() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4", "enter")
        used = picks(screen)[0]
        form = await _in_form(pilot, screen)
        before = screen.work.brief.form_of(OURS).built_on
        form.set_focus(form.query_one("#form-built_on"))
        await pilot.press("enter", "end", "enter", "home", "x", "escape")
        built = screen.work.brief.form_of(OURS).built_on
        assert before is None
        assert built is not None
        assert used in built
        assert "rec-res-2025" not in built


async def test_words_in_an_open_form_survive_the_end_of_the_program(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await _in_form(pilot, screen)
        await pilot.press(*"open")
        assert pilot.app.save_all() is None  # type: ignore[attr-defined]
        folder = screen.work.opened.folder
    again = OpenBrief.open(folder)
    again.close()
    assert again.brief.form_of(OURS).act == "open"


async def test_next_leads_to_a_form_nobody_filled_in() -> None:
    async with in_workspace() as (pilot, screen):
        await _at_ours(pilot, screen)
        await pilot.press("enter", "6", "enter", "n", "n")
        while screen.stage is not Stage.PROPOSALS:
            await pilot.press("n")
        assert "Enter fills in who does what" in shown(pilot)
        assert screen.pane.at == OURS


async def test_the_key_to_the_next_gap_stands_at_the_bottom_of_every_stage() -> None:
    async with in_workspace() as (pilot, _):
        for stage in "123456789":
            await pilot.press(stage)
            assert " n Next " in shown(pilot).splitlines()[-1], stage
        await pilot.press("6")
        assert " r Replies " in shown(pilot).splitlines()[-1]
        await pilot.press("7")
        assert " f Form " in shown(pilot).splitlines()[-1]
