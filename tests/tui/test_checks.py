"""The checks on the paper's stage: each can be followed, some mended, rules changed."""

from app.model.finding import Finding, Outcome, Where
from app.tui.findings_list import changes
from app.tui.heading_form import HeadingForm
from app.tui.paper_pane import PaperPane
from app.tui.stages import Stage
from app.tui.write_pane import WritePane
from tests.tui.screens import in_workspace, place, settled, shown


def _finding(rule: str, outcome: Outcome, message: str = "It is so.") -> Finding:
    return Finding(rule=rule, outcome=outcome, message=message)


def test_changes_tell_what_ends_otherwise_and_nothing_else() -> None:
    before = [
        _finding("length", Outcome.PASSED),
        _finding("spelling", Outcome.PASSED),
        _finding("cover", Outcome.UNKNOWN, "Nobody knows."),
    ]
    after = [_finding("length", Outcome.FAILED), _finding("spelling", Outcome.PASSED)]
    said = str(changes(before, after))
    assert "ok → FIX  It is so." in said
    assert "not asked any more  Nobody knows." in said
    assert said.count("\n") == 2


async def test_checks_say_their_rule_and_enter_leads_to_the_passage() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("9")
        await settled(pilot)
        pane = screen.query_one(PaperPane)
        where = (Where(passage="critics"),)
        told = _finding("own-words", Outcome.FAILED).revise(
            source="https://example.org/rules", year="2026", where=where
        )
        pane.findings.show_findings([told])
        await pilot.press("v")
        assert "own-words · https://example.org/rules · 2026" in shown(pilot)
        await pilot.press("enter")
        assert place(screen) is Stage.WRITE
        assert screen.query_one(WritePane).passage == "critics"


async def test_check_of_the_heading_leads_to_its_form() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("9")
        await settled(pilot)
        told = _finding("header", Outcome.ADVICE)
        screen.query_one(PaperPane).findings.show_findings([told])
        await pilot.press("v", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HeadingForm)


async def test_fix_is_one_step_that_can_be_undone() -> None:
    async with in_workspace() as (pilot, screen):
        settings = screen.work.brief.settings.revise(citation_style="apa-7")
        styled = screen.work.brief.revise(settings=settings)
        screen.work.opened.change(styled, "change the style")
        await pilot.press("9", "v")
        await settled(pilot)
        pane = screen.query_one(PaperPane)
        pane.findings.show_findings(
            [_finding("citation-style", Outcome.FAILED).revise(fix="citation-style")]
        )
        await pilot.press("f")
        assert screen.work.brief.settings.citation_style is None
        await pilot.press("ctrl+z")
        assert screen.work.brief.settings.citation_style == "apa-7"


async def test_other_conference_shows_what_changes_and_is_undone() -> None:
    async with in_workspace() as (pilot, screen):
        before = screen.work.brief.assignment.conference
        await pilot.press("9", "c")
        await settled(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "Now for" in shown(pilot)
        assert screen.work.brief.assignment.conference != before
        await pilot.press("escape", "ctrl+z")
        assert screen.work.brief.assignment.conference == before
