"""The guide's questions keep their answers, wherever they stand in the list."""

from pathlib import Path

from app.desk.editing import OpenBrief
from app.model.brief import Question
from app.tui import guide
from app.tui.work import Work
from tests.desk.open_briefs import begun
from tests.tui.screens import in_workspace, settled, shown, type_text


def _turn_round(work: Work) -> None:
    """What another window does, or a hand in the file."""
    turned = tuple(reversed(work.brief.questions))
    work.opened.change(work.brief.revise(questions=turned), "turn the list round")


def _answers(work: Work) -> dict[str, str]:
    return {one.text: one.answer for one in work.brief.questions}


async def test_answer_goes_to_its_question_though_the_list_is_turned_round() -> None:
    async with in_workspace() as (pilot, screen):
        for question in ("Who pays?", "Who checks?"):
            guide.ask(screen.work, question)
        await pilot.press("q", "w")
        await settled(pilot)
        _turn_round(screen.work)
        await type_text(pilot, "We do")
        await pilot.press("escape")
        assert _answers(screen.work) == {"Who checks?": "", "Who pays?": "We do"}


async def test_passage_is_ticked_for_the_question_that_was_asked_about() -> None:
    async with in_workspace() as (pilot, screen):
        for question in ("Who pays?", "Who checks?"):
            guide.ask(screen.work, question)
        await pilot.press("q", "enter")
        await settled(pilot)
        _turn_round(screen.work)
        await pilot.press("enter")
        ticked = {one.text: one.passage for one in screen.work.brief.questions}
        assert ticked == {"Who checks?": None, "Who pays?": "opening"}


async def test_question_taken_out_meanwhile_comes_back_with_its_answer() -> None:
    async with in_workspace() as (pilot, screen):
        guide.ask(screen.work, "Who pays?")
        await pilot.press("q", "w")
        await settled(pilot)
        guide.drop(screen.work, "Who pays?")
        await type_text(pilot, "We do")
        await pilot.press("escape")
        assert _answers(screen.work) == {"Who pays?": "We do"}
        assert guide.drop(screen.work, "Who else?") == guide.GONE
        assert guide.tick(screen.work, "Who else?", "opening") == guide.GONE


async def test_question_is_on_the_list_once() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("q")
        for _ in range(2):
            await type_text(pilot, "Who pays")
            await pilot.press("enter")
        assert screen.work.brief.questions == (Question(text="Who pays"),)
        await pilot.press("escape", "escape")
        assert "This question is on the list already." in shown(pilot)


def test_two_questions_of_one_text_in_an_old_brief_are_told_apart(
    tmp_path: Path,
) -> None:
    desk = begun(tmp_path)
    twice = (Question(text="Who pays?"), Question(text="Who pays?"))
    desk.change(desk.brief.revise(questions=twice), "two of one text")
    work = Work(desk, None)
    guide.answer(work, "Who pays?~2", "We do.")
    assert [one.answer for one in work.brief.questions] == ["", "We do."]
    guide.drop(work, "Who pays?")
    assert [one.answer for one in work.brief.questions] == ["We do."]
    desk.close()
    assert OpenBrief.open(desk.folder).brief == work.brief
