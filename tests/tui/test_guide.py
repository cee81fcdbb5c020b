"""The guide's questions, the deadline, the timeline and the figures by year."""

from app.model.brief import Question
from app.tui.questions_screen import QuestionsScreen
from app.tui.timeline import Series, bars, plots, series, timeline
from tests.tui.screens import in_workspace, settled, shown, type_text


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
        screen.work.ask("Who pays?")
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
        tier = next(one for one in series(cards) if one.what.startswith("tier:"))
    years = [year for year, _ in tier.points]
    assert years == sorted(set(years))
    assert "2003  -" in list(bars(tier))


def test_bars_are_as_long_as_their_values() -> None:
    drawn = list(bars(Series("victims", ((2001, 10), (2002, 0), (2004, 5)))))
    assert [line.count("#") for line in drawn] == [34, 0, 0, 17]
    assert drawn[2] == "2003  -"
