"""Four ways to make a paper, and what the record of the work says of each."""

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from app.cli.commands import main
from app.desk import ledger
from app.desk.arrivals import Arrival
from app.desk.creating import new_brief
from app.desk.editing import OpenBrief
from app.desk.work_measure import Verdict, measure, verdict
from app.desk.work_record import LIMITS, NO_AI, write_record
from app.desk.writing import write
from app.library.journal import JOURNAL_FILE
from app.model.brief import Passage
from app.model.errors import Trouble, WrongUse
from app.model.paper import Paragraph

OWN = (
    "Nobody who has waited at a border for a friend forgets how slowly papers move. "
    "Our delegation grew up with that waiting, and it taught us patience and anger. "
    "We ask this room to count hours rather than speeches when it judges a plan. "
    "A shelter that opens late in the evening helps more than a summit in spring. "
    "Drivers, cleaners and teachers see first who has vanished from a morning bus. "
    "So we want a telephone line that answers in every tongue spoken on that bus. "
    "Paying for it costs less than printing this week's working papers twice over. "
) * 3


class Hand:
    """A person at a keyboard, with a clock of their own."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.clock = datetime(2026, 1, 31, 18, 0, tzinfo=UTC)
        patch.setattr(ledger, "now", self.now)
        new_brief(
            folder,
            "belarus/human-trafficking",
            "Third Committee of the General Assembly",
            school="Hill School",
        )
        self.desk = OpenBrief.open(folder)
        self.chance = random.Random(3)

    def now(self) -> str:
        self.clock += timedelta(milliseconds=20)
        return self.clock.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def wait(self, seconds: float) -> None:
        self.clock += timedelta(seconds=seconds)

    def put(self, passage: str, text: str, *, joins: bool = False) -> None:
        there = Passage(id=passage, text=text)
        self.desk.change(self.desk.brief.with_passage(there), "write", joins=joins)

    def type(self, passage: str, text: str, *, slips: bool = True) -> None:
        """Type a text in bursts of some words, with slips that are mended."""
        so_far = self.desk.brief.passage(passage).text
        words = text.split(" ")
        while words:
            burst = self.chance.randint(2, 6)
            part, words = words[:burst], words[burst:]
            put = " ".join(part) + (" " if words else "")
            if slips and self.chance.random() < 0.3:
                self.wait(2)
                self.put(passage, so_far + "teh wrogn", joins=True)
            self.wait(len(put) / self.chance.uniform(3, 6))
            so_far += put
            self.put(passage, so_far, joins=self.chance.random() < 0.8)

    def paste(self, passage: str, text: str, *, marked: bool = True) -> None:
        so_far = self.desk.brief.passage(passage).text
        self.wait(3)
        if marked:
            self.desk.pasted(passage, len(text))
        self.put(passage, so_far + text)

    def example(self, passage: str) -> str:
        """What the example of a passage says."""
        section = next(
            one
            for part in write(self.desk.brief).paper.parts
            for one in part.sections
            if one.id == passage
        )
        blocks = [one for one in section.blocks if isinstance(one, Paragraph)]
        return " ".join(s.prose for one in blocks for s in one.sentences)

    def verdict(self) -> Verdict:
        assert self.desk.save()
        return verdict(measure(self.desk.folder))


@pytest.fixture
def hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hand:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    return Hand(tmp_path / "paper", monkeypatch)


def test_half_an_hour_of_typing_is_told_as_such(hand: Hand) -> None:
    hand.type("opening", OWN)
    assert hand.verdict().answer == "typed here"
    work = measure(hand.desk.folder)
    assert work.arrivals.typed > len(OWN)
    assert not work.came
    [sitting] = work.sittings
    assert 4 <= sitting.minutes <= 30
    assert work.growth[-1].ours == 0
    assert work.growth[-1].own > 10


def test_a_text_mostly_pasted_is_told_as_such(hand: Hand) -> None:
    hand.type("opening", OWN[:200])
    hand.paste("opening", OWN[200:])
    assert hand.verdict().answer == "mostly brought in"
    [came] = measure(hand.desk.folder).came
    assert came.characters == len(OWN) - 200
    assert came.how == "pasted"


def test_a_paste_that_nobody_marked_is_seen_by_its_speed(hand: Hand) -> None:
    hand.type("opening", OWN[:200])
    hand.paste("opening", OWN[200:], marked=False)
    assert hand.verdict().answer == "mostly brought in"
    [came] = measure(hand.desk.folder).came
    assert came.how == "at once, unmarked"


def test_the_example_typed_again_is_told_as_such(hand: Hand) -> None:
    example = hand.example("opening")
    hand.desk.looked("the whole example", "opening")
    hand.type("opening", example)
    assert hand.verdict().answer == "typed, close to the example"
    work = measure(hand.desk.folder)
    assert work.looked
    assert work.growth[-1].ours > work.growth[-1].own


def test_an_example_copied_is_marked(hand: Hand) -> None:
    example = hand.example("opening")
    hand.desk.copied("opening", len(example))
    hand.put("opening", example)
    assert hand.verdict().answer == "mostly brought in"
    assert measure(hand.desk.folder).came[0].how == "copied from an example"


def test_another_page_typed_off_without_a_slip_cannot_be_told(hand: Hand) -> None:
    hand.type("opening", OWN, slips=False)
    found = hand.verdict()
    assert found.answer == "cannot tell"
    assert "Copying from another page looks like that" in " ".join(found.why)


def test_a_text_put_into_the_file_cannot_be_told(hand: Hand) -> None:
    hand.desk.close()
    paper = hand.desk.folder / "paper.md"
    paper.write_text(f"## Opening {{#opening}}\n\n{OWN}\n", "utf-8")
    hand.desk = OpenBrief.open(hand.desk.folder)
    assert hand.verdict().answer == "cannot tell"


def test_a_journal_changed_by_hand_is_told_as_such(hand: Hand, tmp_path: Path) -> None:
    hand.paste("opening", OWN)
    hand.wait(60)
    hand.type("closing", "We thank the chair for the patience shown tonight.")
    hand.desk.close()
    path = hand.desk.folder / JOURNAL_FILE
    path.write_bytes(path.read_bytes().replace(b'"pasted"', b'"looked"'))
    found = verdict(measure(hand.desk.folder))
    assert found.answer == "the journal was changed"
    out = write_record(hand.desk.folder, tmp_path / "record.md")
    assert "The chain is broken" in out.read_text("utf-8")


def test_text_taken_back_and_brought_back_keeps_how_it_came(hand: Hand) -> None:
    hand.paste("opening", OWN)
    hand.wait(600)
    hand.desk.undo()
    hand.wait(600)
    hand.desk.redo()
    work = measure(hand.desk.folder)
    assert work.arrivals.letters(Arrival.PASTED) == len(OWN)
    assert len(work.came) == 1


def test_a_paste_later_cut_out_does_not_count(hand: Hand) -> None:
    hand.type("opening", OWN)
    hand.paste("opening", "x" * 500)
    hand.wait(60)
    hand.put("opening", OWN)
    assert hand.verdict().answer == "typed here"
    assert measure(hand.desk.folder).came[0].characters == 500


def test_a_night_between_makes_two_sittings(hand: Hand) -> None:
    hand.type("opening", OWN[:300])
    hand.wait(9 * 3600)
    hand.type("opening", OWN[300:600])
    assert hand.desk.save()
    assert len(measure(hand.desk.folder).sittings) == 2


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_the_record_says_what_it_can_and_cannot_prove(
    hand: Hand, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hand.type("opening", OWN[:600])
    hand.paste("opening", "Pasted words that count. " * 8)
    hand.desk.looked("the whole example", "critics")
    hand.desk.source_opened("a-res-64-293")
    hand.desk.close()
    out = tmp_path / f"record.{suffix}"
    assert main(["history", str(hand.desk.folder), "--proof", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    text = _text(out)
    wanted = ("Hill School", "Record of the work", NO_AI, *LIMITS, "cannot tell")
    for one in (*wanted, "a-res-64-293", "the whole example", "200"):
        assert one in text, one


def test_the_growth_of_a_text_is_told_without_equal_rows(
    hand: Hand, tmp_path: Path
) -> None:
    hand.type("opening", OWN)
    hand.desk.looked("the whole example", "opening")
    hand.desk.looked("the whole example", "opening")
    hand.desk.save()
    path = tmp_path / "record.docx"
    write_record(hand.desk.folder, path)
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(str(path)).tables
    ]
    [growth] = [one for one in tables if "Own sentences" in one[0]]
    figures = [row[1:] for row in growth]
    assert len(figures) > 2
    assert all(one != other for one, other in pairwise(figures))


def test_a_record_of_nothing_is_refused(tmp_path: Path, hand: Hand) -> None:
    with pytest.raises(WrongUse):
        write_record(hand.desk.folder, tmp_path / "record.pdf")
    hand.desk.close()
    (hand.desk.folder / JOURNAL_FILE).unlink()
    with pytest.raises(Trouble, match="no journal"):
        write_record(hand.desk.folder, tmp_path / "record.md")
    assert not (tmp_path / "record.md").exists()


def _text(path: Path) -> str:
    if path.suffix == ".md":
        return path.read_text("utf-8")
    import docx

    document = docx.Document(str(path))
    cells = [
        cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
    ]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])
