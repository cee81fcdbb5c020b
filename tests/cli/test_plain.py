"""The walk line by line: from nothing to a Word file with an own sentence."""

import io
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.cli.plain_talk import WIDTH, Ended, Talk, numbers
from app.desk.editing import OpenBrief
from app.model.brief import Brief
from app.model.card import Kind
from tests.library.test_holding import end, keeper

OWN = "Nobody in this room was ever freed by a ranking, and we say so @1."
BEGUN = ("1", "2", "", "1")
"""The human-trafficking dossier, the usual committee, plain rules."""


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    return tmp_path / "shelf"


@pytest.fixture
def walk(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> "Walker":
    return Walker(tmp_path / "paper", monkeypatch, capsys)


class Walker:
    """A person who types one line after the other, and then no more."""

    def __init__(
        self,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *answers: str, words: tuple[str, ...] | None = None) -> str:
        typed = "".join(f"{one}\n" for one in answers)
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(("plain", str(self.folder)) if words is None else words)
        said = self._capsys.readouterr()
        assert (code, said.err) == (0, "")
        assert "\x1b" not in said.out
        assert "\r" not in said.out
        too_long = [one for one in said.out.splitlines() if len(one) > WIDTH]
        assert not too_long
        return said.out

    @property
    def brief(self) -> Brief:
        opened = OpenBrief.open(self.folder)
        opened.close()
        return opened.brief


def test_from_nothing_to_a_word_file(walk: Walker) -> None:
    said = walk(
        *BEGUN, "",
        "1", "",  # the line of argument
        "1 2", "",  # stance
        "1 2 3", "",  # record
        "", "1", "1", "", "",  # background, one criticism with one reply
        "1", "",  # proposals
        "1", "w", OWN, ".", "", "",  # the first passage
        "4", "q",
    )  # fmt: skip
    brief = walk.brief
    assert brief.line is not None
    assert len(brief.picked(Kind.STANCE)) == 2
    assert len(brief.picked(Kind.CRITICISM)) == 1
    assert len(brief.picked(Kind.ANSWER)) == 1
    assert "[@" in brief.passage("opening").text
    assert "Every sentence is your own." in said
    files = list(walk.folder.glob("out/*.docx"))
    assert len(files) == 1
    assert files[0].name in said
    from docx import Document

    words = " ".join(one.text for one in Document(str(files[0])).paragraphs)
    assert "Nobody in this room was ever freed by a ranking" in words


def test_the_end_of_the_answers_saves(walk: Walker) -> None:
    said = walk(*BEGUN, "", "", "1 2")
    assert "Saved in" in said
    assert len(walk.brief.picked(Kind.STANCE)) == 2
    walk("o", "8", "1", "w", "A sentence that was not finished")
    assert walk.brief.passage("opening").text == "A sentence that was not finished"
    assert walk(words=("plain", str(walk.folder))).count("Goodbye.") == 1


def test_nothing_is_made_where_a_person_leaves_before_the_last_question(
    walk: Walker,
) -> None:
    walk("2", "")
    assert not walk.folder.exists()
    walk("q")
    assert not walk.folder.exists()


def test_a_letter_alone_names_no_committee(walk: Walker) -> None:
    said = walk("", "", "?", "b", "UNODC", "", "q")
    assert said.count("Type the full name of your committee") == 2
    assert walk.brief.assignment.committee.name == "UNODC"


def test_an_empty_passage_says_where_its_cards_are(walk: Walker) -> None:
    said = walk(*BEGUN, "o", "8", "2", "q")
    assert "none yet: 4 Record and 5 Background have some" in said


@pytest.mark.parametrize("step", range(1, 10))
def test_bad_answers_are_explained_at_every_step(walk: Walker, step: int) -> None:
    bad = (
        "99", "0", "-99", "1-3", "s", "s 99", "s x", "x" * 500, "½", "d 9", "p 99",
        "²", "/zzz", "m", "l", "\x1b[31m", "\x00", "é" * 80, "c", "w x", "+1e9",
        "1" * 5000,
    )  # fmt: skip
    said = walk(*BEGUN, "o", str(step), "?", *bad, "q")
    assert "is no answer here" in said
    assert "Enter goes on" in said


def test_numbers_take_in_and_out_and_u_takes_back(walk: Walker) -> None:
    said = walk(*BEGUN, "o", "3", "1 2 3", "-2", "q")
    assert "3 cards used" in said
    first = walk.brief.picks
    assert len(first) == 2
    walk("o", "3", "u", "u", "r", "q")
    assert len(walk.brief.picks) == 3
    walk("o", "3", "1 -2", "-1 -3", "q")
    assert len(walk.brief.picks) == 0


def test_a_card_is_read_in_full_and_a_filter_finds_others(walk: Walker) -> None:
    said = walk(*BEGUN, "o", "4", "s 1", "/Vienna coordination", "1", "q")
    assert "Source: " in said
    assert "How sure: " in said
    chosen = walk.brief.picked(Kind.RECORD)
    assert len(chosen) == 1
    assert "Vienna" in chosen[0].statement


def test_replies_are_told_with_label_and_limits(walk: Walker) -> None:
    said = walk(*BEGUN, "o", "6", "p 1", "1", "", "q")
    assert "The charge: " in said
    assert "Granted: " in said
    assert "limits: " in said
    assert len(walk.brief.picked(Kind.CRITICISM)) == 1
    assert len(walk.brief.picked(Kind.ANSWER)) == 1


def test_n_leads_to_what_is_lacking(walk: Walker) -> None:
    said = walk(*BEGUN, "n", "1", "n", "1", "n", "q")
    assert said.index("No line of argument yet") < said.index("Nothing says yet what")
    assert "The record has 0 of 3 deeds" in said


def test_looking_at_the_example_is_put_down(walk: Walker) -> None:
    said = walk(*BEGUN, "o", "2", "1", "c", "o", "8", "1", "e", "q")
    assert "Our example" in said
    journal = (walk.folder / "journal.jsonl").read_text("utf-8")
    assert '"looked"' in journal


def test_a_paragraph_is_taken_out_and_put_back(walk: Walker) -> None:
    walk(*BEGUN, "o", "8", "2", "w", "One.", "", "Two.", "b", "2", "d 1", "q")
    assert walk.brief.passage("home").text == "Two."
    walk("u", "q")
    assert walk.brief.passage("home").text == "One.\n\nTwo."


def test_figures_by_year_go_into_a_passage_as_a_chart(walk: Walker) -> None:
    told = walk(*BEGUN, "o", "8", "2", "c", "c 9", "c 1", "c 1", "u", "c 1", "t", "q")
    assert "2. Tier of Belarus in the yearly US report on trafficking" in told
    assert "Type c and a number from 1 to 2, as c 1." in told
    assert "u takes it out." in told
    assert "already" in told
    assert "1. [@rec-gof-membership, chart]" in told
    assert "Every sentence is your own" not in told
    assert walk.brief.passage("home").text == "[@rec-gof-membership, chart]"


def test_a_card_of_your_own_can_have_figures_by_year(walk: Walker) -> None:
    card = ("Fewer were found.", "1", "6", "A newspaper", "2022", "Report")
    figures = ("victims found", "2019: 128; 2020: 109; 2021: 62")
    told = walk(
        *BEGUN, "o", "5", "a", *card, "", "", "", *figures, "o", "8", "2", "c", "q"
    )
    assert "3. Victims found, 2019 to 2021" in told
    wrong = walk("o", "5", "a", *card, "", "", "", "victims", "2019 128", "q")
    assert "Write years and figures like this" in wrong


def test_a_card_of_your_own_has_its_source(walk: Walker) -> None:
    walk(
        *BEGUN, "o", "4", "a", "A hotline opened.", "1", "6", "A newspaper", "2024",
        "Hotline opens", "The Daily", "https://example.org/hotline", "p. 2", "", "-99",
        "q",
    )  # fmt: skip
    (card,) = walk.brief.picked(Kind.RECORD)
    assert card.statement == "A hotline opened."
    source = walk.brief.source(card.sources[0].id)
    assert source is not None
    assert source.url == "https://example.org/hotline"
    assert "Your card is used" not in walk("o", "4", "a", "", "q")
    said = walk(
        "o", "4", "a", "Half a card", "1", "", "", "", "Title", "", "", "", "", "q"
    )
    assert "somebody who says it" in said
    walk("o", "6", "p 1", "a", "We answered it.", "1", "", "", "", "", "q")
    (reply,) = walk.brief.picked(Kind.ANSWER)
    assert reply.inferred


def test_the_final_paper_wants_own_words(walk: Walker) -> None:
    said = walk(*BEGUN, "o", "2", "1", "c", "o", "9", "5", "1", "2", "3", "q")
    assert "Not final yet." in said
    assert "[ours: " in said
    assert "passed" in said
    assert not list(walk.folder.glob("out/*"))


def test_another_conference_counts(walk: Walker) -> None:
    walk(*BEGUN, "o", "9", "6", "/kingmun", "m", "x", "?", "q")
    assert walk.brief.assignment.conference == "default"
    said = walk("o", "9", "6", "2", "q")
    assert "count now" in said
    assert walk.brief.assignment.conference != "default"


def test_accessible_leads_here(
    walk: Walker, monkeypatch: pytest.MonkeyPatch, shelf: Path
) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    said = walk("1", *BEGUN, "q", words=())
    assert "Which paper?" in said
    made = list(shelf.glob("*/brief.toml"))
    assert len(made) == 1
    said = walk("q", words=("open", str(made[0].parent)))
    assert "Saved in" in said
    assert "words" in walk("q", words=())


def test_a_brief_open_elsewhere_is_only_looked_at(walk: Walker) -> None:
    walk(*BEGUN, "q")
    other = keeper(walk.folder)
    try:
        said = walk("o", "3", "1", "q")
    finally:
        end(other)
    assert "Not saved" in said
    assert not walk.brief.picks


@pytest.mark.parametrize(
    ("typed", "taken", "dropped"),
    [
        ("1", (1,), ()),
        ("1 3 5", (1, 3, 5), ()),
        ("1,3, 5", (1, 3, 5), ()),
        ("1 -2 1", (1,), (2,)),
        ("-2", (), (2,)),
    ],
)
def test_numbers_are_read(
    typed: str, taken: tuple[int, ...], dropped: tuple[int, ...]
) -> None:
    assert numbers(typed) == (taken, dropped)


@pytest.mark.parametrize("typed", ["", "x", "1-3", "1.5", "--2", "٣ x", "1 x"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert numbers(typed) is None


def test_no_line_is_too_long() -> None:
    out = io.StringIO()
    talk = Talk(io.StringIO(""), out)
    talk.say("https://example.org/" + "a" * 200, lead="12. ")
    talk.say("words " * 60 + "\n\nמילה " * 3)
    talk.say("\x1b[31mred\x07")
    assert all(len(one) <= WIDTH for one in out.getvalue().splitlines())
    assert "\x1b" not in out.getvalue()
    with pytest.raises(Ended):
        talk.ask("More?")


def test_a_name_nobody_knows_is_asked_about_before_a_paper_is_made(
    walk: Walker,
) -> None:
    said = walk("2")
    assert f"There is no paper called {walk.folder.name}." in said
    assert "Which country and topic?" not in said
    assert not walk.folder.exists()


def test_the_form_of_a_proposal_is_asked_line_by_line(walk: Walker) -> None:
    walk(*BEGUN, "q")
    filled = walk(
        "o", "4", "1", "o", "7", "/chapter on demand", "f 1",
        "", "open", "?", "e", "a register [sic]", "by 2029", "-", "", "1",
        "", "It costs", "q",
    )  # fmt: skip
    form = walk.brief.form_of("draft-demand-report")
    assert (form.act, form.object, form.deadline) == (
        "open",
        "a register [sic]",
        "by 2029",
    )
    assert form.likely_objection == "It costs"
    assert form.proposed_actor is None
    assert "By when: nothing yet; give a date after the session" in filled
    assert "Our example: to the report already due" in filled


def test_a_form_filled_in_reaches_the_paper_that_is_read_out(walk: Walker) -> None:
    walk(*BEGUN, "o", "7", "/chapter on demand", "f 1",
         "", "open", "a register", "2029", "", "", "", "", "", "", "q")  # fmt: skip
    said = " ".join(walk("o", "9", "1", "q").split())
    assert "open a register" in said
    assert "by 2029" in said


def test_the_questions_of_the_guide_are_asked_and_answered(walk: Walker) -> None:
    said = walk(*BEGUN, "g", "Who pays [sic]?", "Who checks?", "?", "-2", "7", "1",
                "We do.", "", "q")  # fmt: skip
    (question,) = walk.brief.questions
    assert question.text == "Who pays [sic]?"
    assert question.answer == "We do."
    assert "There is no question 7." in said
    assert "1 of 1 questions of the guide are answered." in said
