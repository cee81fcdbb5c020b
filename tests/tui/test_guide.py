"""The guide's questions, the deadline, the timeline and the figures by year."""

from pathlib import Path

from app.desk.editing import OpenBrief
from app.model.brief import Question
from app.model.series import Point, Series, all_series
from app.tui import guide
from app.tui.paper_pane import PaperPane
from app.tui.questions_screen import QuestionsScreen
from app.tui.timeline import bars, plots, timeline
from tests.tui.screens import at_once, in_workspace, kept, settled, shown, type_text


async def test_question_is_added_ticked_to_a_passage_and_counted() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("q")
        await settled(pilot)
        await type_text(pilot, "Who pays")
        await pilot.press("enter", "escape", "enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        asked = screen.work.brief.questions
        assert asked == (Question(text="Who pays", passage="opening"),)
        await pilot.press("escape")
        assert "q Guide 1/1" in shown(pilot)
        await pilot.press("ctrl+z")
        assert "q Guide 0/1" in shown(pilot)


async def test_question_can_be_taken_out() -> None:
    async with in_workspace() as (pilot, screen):
        guide.ask(screen.work, "Who pays?")
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(pilot.app.screen, QuestionsScreen)
        await pilot.press("x")
        assert screen.work.brief.questions == ()
        assert "None yet" in shown(pilot)


async def test_deadline_stands_where_the_conference_names_one() -> None:
    async with in_workspace() as (pilot, screen):
        assert screen.work.deadline() == ""
        screen.changed(screen.work.retarget("scmun"))
        await pilot.pause()
        assert "due 2025-03-31 (submission)" in shown(pilot)


async def test_timeline_is_in_order_and_opens_from_the_record_only() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3", "t")
        assert pilot.app.screen is screen
        await pilot.press("4", "t")
        await settled(pilot)
        assert "In order of time" in shown(pilot)
        said = str(timeline(screen.work))
        assert said.index("2003-06-25") < said.index("2010-07-30")
        assert said.index("2010-07-30") < said.index("2025-12-18")
        assert "Tier 2 Watch List" in str(plots(screen.work))


async def test_series_has_each_year_once_and_gaps_stay_gaps() -> None:
    async with in_workspace() as (_, screen):
        cards = screen.work.dossier.cards if screen.work.dossier else ()
        tier = next(one for one in all_series(cards) if one.unit == "tier")
    years = [one.year for one in tier.points]
    assert years == sorted(set(years))
    assert "2003  -" in list(bars(tier))


def test_bars_are_as_long_as_their_values() -> None:
    points = [Point(2001, 10, "a"), Point(2002, 0, "a"), Point(2004, 5, "a")]
    drawn = list(bars(Series("found", "victims", tuple(points))))
    assert [line.count("#") for line in drawn] == [34, 0, 0, 17]
    assert drawn[2] == "2003  -"


async def test_an_answer_is_typed_kept_undone_and_counted(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        guide.ask(screen.work, "Who pays?")
        await pilot.press("q")
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        await type_text(pilot, "We do [sic] [/b]")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, QuestionsScreen)
        assert "answer: 4 words" in shown(pilot)
        await pilot.press("escape", "ctrl+s")
        assert 'answer = "We do [sic] [/b]"' in kept(home, "brief.toml")
        assert "q Guide 1/1" in shown(pilot)
        await pilot.press("ctrl+z")
        assert screen.work.brief.questions[0].answer == ""
        await pilot.press("ctrl+y")
        assert screen.work.brief.questions[0].answer == "We do [sic] [/b]"


async def test_letters_sent_with_the_key_that_opens_an_answer_are_kept() -> None:
    async with in_workspace() as (pilot, screen):
        guide.ask(screen.work, "Who pays?")
        await pilot.press("q")
        await settled(pilot)
        await at_once(pilot, ["w", *"we", "escape"])
        assert screen.work.brief.questions[0].answer == "we"


async def test_an_answer_being_typed_survives_the_end_of_the_program() -> None:
    async with in_workspace() as (pilot, screen):
        guide.ask(screen.work, "Who pays?")
        await pilot.press("q")
        await settled(pilot)
        await pilot.press("w", *"we")
        assert pilot.app.save_all() is None  # type: ignore[attr-defined]
        folder = screen.work.opened.folder
    again = OpenBrief.open(folder)
    again.close()
    assert again.brief.questions[0].answer == "we"


async def test_the_check_of_unanswered_questions_leads_to_them() -> None:
    async with in_workspace() as (pilot, screen):
        guide.ask(screen.work, "Who pays?")
        screen.changed(screen.work.retarget("bmun"))
        await pilot.press("9")
        await settled(pilot)
        pane = screen.pane
        assert isinstance(pane, PaperPane)
        rules = [one.rule for one in pane.findings.found]
        pane.findings.highlight(str(rules.index("questions")))
        await pilot.press("v", "enter")
        assert isinstance(pilot.app.screen, QuestionsScreen)
