"""What a newcomer meets: where the keys are, what to do next, what is said when."""

import shutil
from pathlib import Path

import pytest

from app.desk.editing import OpenBrief
from app.model.brief import Passage
from app.tui.app import Communique
from app.tui.own_so_far import is_all_own
from app.tui.paper_pane import PaperPane
from app.tui.stages import Stage
from app.tui.work import Work
from tests.desk.open_briefs import begun
from tests.tui.screens import (
    SMALL,
    in_workspace,
    is_there,
    kept,
    opened,
    place,
    settled,
    shown,
    word_files,
)

OURS = "Belarus holds that no State can defeat trafficking alone."
OWN = "Whoever signs a plan should say every year what it did about it."


def _write_everywhere(work: Work, words: str) -> None:
    brief = work.brief
    for plan in work.genre.passage:
        brief = brief.with_passage(Passage(id=plan.id, text=words))
    work.opened.change(brief, "write")


async def test_one_list_at_a_time_says_that_it_has_the_keys() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("6")
        assert shown(pilot).count("\n > [ ]") == 1
        assert shown(pilot).count("\n · [ ]") == 1
        charge = next(one for one in shown(pilot).split("\n") if "> [ ]" in one)
        await pilot.press("r")
        assert charge.replace(">", "·") in shown(pilot).split("\n")
        assert "The replies: Enter uses one" in shown(pilot)
        await pilot.press("r")
        assert charge in shown(pilot).split("\n")


async def test_form_says_by_signs_where_the_keys_are() -> None:
    async with opened() as pilot:
        await pilot.press("enter")
        assert "> Begin" in shown(pilot)
        assert " Enter Press it " in shown(pilot)
        await pilot.press("tab", "tab")
        assert "> Begin" not in shown(pilot)
        assert "┃Country and topic" in shown(pilot)
        await pilot.press("shift+tab", "shift+tab", "shift+tab")
        assert "> [ ] Lay out" in shown(pilot)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("H", "?"), "the newest first"),
        (("q", "f1"), "Many background guides end with questions"),
        (("h", "f1"), "What stands at the head of your paper"),
        (("m", "f1"), "the folder of your partner"),
        (("3", "a", "f1"), "Three things make a card"),
        (("3", "enter", "w", "@", "f1"), "The cards of this passage come first"),
        (("9", "c", "?"), "Esc changes nothing"),
    ],
)
async def test_help_is_there_above_a_screen_too(
    keys: tuple[str, ...], said: str
) -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press(*keys)
        await settled(pilot)
        assert "Ctrl+Q closes." in shown(pilot)
        assert said in " ".join(shown(pilot).replace("│", " ").split())
        before = len(pilot.app.screen_stack)
        await pilot.press("escape")
        assert len(pilot.app.screen_stack) == before - 1


async def test_next_leads_to_the_sentences_that_are_still_ours() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("2", "enter", "u")
        _write_everywhere(screen.work, OWN)
        brief = screen.work.brief.with_passage(Passage(id="home", text=OURS))
        screen.work.opened.change(brief, "write")
        await pilot.press("8", "n")
        assert place(screen) is Stage.WRITE
        assert screen.pane.at == "home"
        assert "1 sentence is still ours in: At home." in shown(pilot)
        await pilot.press("n")
        assert place(screen) is Stage.PAPER


async def test_clean_paper_is_written_once_every_word_is_ones_own(home: Path) -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("2", "enter", "u")
        _write_everywhere(screen.work, f"{OWN} ____")
        assert not is_all_own(screen.work)
        _write_everywhere(screen.work, OWN)
        await pilot.press("9")
        await settled(pilot)
        assert "e writes the final Word file (d: draft)" in shown(pilot)
        await pilot.press("e")
        await settled(pilot)
        assert "The final paper is written:" in shown(pilot)
        await pilot.press("d")
        assert "e writes the draft Word file (d: final)" in shown(pilot)
    assert len(word_files(home)) == 1


async def test_walk_ends_at_the_check_that_is_left_to_mend() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("2", "enter", "u")
        _write_everywhere(screen.work, OWN * 60)
        await pilot.press("e")
        await settled(pilot)
        await pilot.press("3", "n")
        await settled(pilot)
        assert pilot.app.focused is screen.query_one(PaperPane).findings
        assert "left to mend: Enter." in shown(pilot)


async def test_what_was_said_at_one_stage_is_not_said_at_the_next() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("3", "enter")
        assert "Used in Stance." in shown(pilot)
        await pilot.press("4")
        assert "Used in Stance." not in shown(pilot)


async def test_word_on_closing_goes_when_a_paper_is_opened() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("escape", "escape")
        assert "To close the program press Ctrl+Q." in shown(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "To close the program press Ctrl+Q." not in shown(pilot)


async def test_empty_passage_says_where_its_cards_are_chosen() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("8", "down", "enter")
        said = "none yet: 4 Record and 5 Background have some, or write freely"
        assert said in shown(pilot)


async def test_writing_begins_where_the_cards_of_the_stage_lie() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("4", "enter", "w")
        assert screen.pane.at == "abroad"
        assert "On 30 July 2010 the General Assembly" in shown(pilot)


async def test_stages_say_what_they_have_in_the_smallest_window() -> None:
    async with in_workspace((60, 16)) as (pilot, _):
        await pilot.press("6", "enter")
        assert ">6 Criti. 1! 7 Propos. - 8 Write 0/6" in shown(pilot)


async def test_paper_that_was_cut_off_comes_back_where_it_was_and_says_so(
    tmp_path: Path,
) -> None:
    desk = begun(tmp_path)
    desk.save()
    text = Passage(id="opening", text="Malta asks. And insists.")
    desk.change(desk.brief.with_passage(text), "write")
    left = tmp_path / "as a power cut leaves it"
    shutil.copytree(desk.folder, left)
    app = Communique(OpenBrief.open(left))
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "The program was ended while you worked; all of it is" in shown(pilot)
        await pilot.press("8", "enter")
        assert "Malta asks. And insists." in shown(pilot)
        await settled(pilot)
    assert OpenBrief.open(left).said == ()


async def test_stage_is_remembered_while_one_works(home: Path) -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("3", "enter", "ctrl+s")
        places = (home / "places.toml").read_text("utf-8")
        assert "stance" in places


async def test_teachers_find_their_ways_on_the_shelf(home: Path) -> None:
    async with opened() as pilot:
        said = shown(pilot)
        assert "Belarus: Human trafficking        629 words · GA3" in said
        await pilot.press("end", "enter")
        assert "communique samples class --dossier" in shown(pilot)
        assert "Esc closes." in shown(pilot)
        await pilot.press("escape")
        assert "For teachers" in shown(pilot)
    assert not is_there(home)


async def test_one_word_is_counted_as_one(home: Path) -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("8", "enter", *"Hear", "escape", "escape")
        await settled(pilot)
        assert " 1 word · " in shown(pilot)
    assert "Hear" in kept(home, "paper.md")
