import subprocess
import sys
from pathlib import Path

import pytest

from app.desk.editing import OpenBrief
from app.desk.history import RowKind, read_history
from tests.desk.open_briefs import again, begun, words, write
from tests.library.test_holding import end, keeper

WRITER = """
import sys
from pathlib import Path
from app.desk.editing import OpenBrief
from app.model.brief import Passage
desk = OpenBrief.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
passage = Passage(id="opening", text=sys.argv[2])
desk.change(desk.brief.with_passage(passage), "write")
assert desk.save()
print("saved", flush=True)
sys.stdin.readline()
"""


def writer(folder: Path, text: str) -> "subprocess.Popen[str]":
    """Another program that holds a folder, and writes once it gets a line."""
    other = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), text],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert heard(other) == "held\n"
    return other


def told_to_write(other: "subprocess.Popen[str]") -> None:
    """Have the other program write its words, and wait until it has saved."""
    assert other.stdin
    other.stdin.write("write\n")
    other.stdin.flush()
    assert heard(other) == "saved\n"


def heard(other: "subprocess.Popen[str]") -> str:
    assert other.stdout
    return other.stdout.readline()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = begun(tmp_path)
    desk.close()
    return desk.folder


def test_a_second_program_may_look_and_says_who_holds_the_brief(folder: Path) -> None:
    other = keeper(folder)
    try:
        second = OpenBrief.open(folder)
        assert second.read_only is not None
        assert "another program on " in second.read_only
        assert "since 2026-01-31 18:05" in second.read_only
        write(second, "From the second.")
        assert words(second) == "From the second."
        assert not second.save()
        assert second.trouble == second.read_only
        assert not second.is_saved
        assert not second.take_over()
    finally:
        end(other)
    assert second.take_over()
    assert second.read_only is None
    assert second.save()
    assert second.trouble is None
    assert words(again(second)) == "From the second."


def test_what_the_other_program_wrote_is_caught_up_with(folder: Path) -> None:
    other = keeper(folder)
    second = OpenBrief.open(folder)
    write(second, "From the second.", "closing")
    end(other)
    first = OpenBrief.open(folder)
    write(first, "From the first.")
    first.close()
    second.looked("an example", "opening")
    assert second.trouble is None
    assert words(second) == "From the first."
    assert words(second, "closing") == "From the second."
    assert again(second).brief == second.brief


def test_where_both_programs_wrote_the_same_passage_both_are_kept(folder: Path) -> None:
    other = keeper(folder)
    second = OpenBrief.open(folder)
    write(second, "From the second.")
    end(other)
    first = OpenBrief.open(folder)
    write(first, "From the first.")
    first.close()
    assert second.save()
    assert words(second) == "From the second."
    assert "From the first." in (folder / "conflicts.md").read_text("utf-8")
    assert second.undo() == "join what was changed here"
    assert words(second) == "From the first."


def test_two_sittings_of_one_program_take_turns(folder: Path) -> None:
    first, second = OpenBrief.open(folder), OpenBrief.open(folder)
    assert second.read_only is None
    write(second, "Second.")
    write(first, "First.", "closing")
    write(second, "Second again.")
    assert first.save()
    assert words(first) == "Second again."
    assert second.save()
    assert second.brief == first.brief == again(first).brief


def test_taking_over_while_typing_keeps_the_other_programs_words_in_the_paper(
    folder: Path,
) -> None:
    other = keeper(folder)
    second = OpenBrief.open(folder)
    write(second, "At home, says", "home")
    end(other)
    first = OpenBrief.open(folder)
    write(first, "From the first.")
    assert first.save()
    first.close()
    write(second, "At home, says the second.", "home", joins=True)
    assert second.read_only is None
    assert words(second) == "From the first."
    assert second.close()
    both_are_in_the_paper(folder)


def test_taking_over_from_a_program_killed_after_it_saved_loses_neither(
    folder: Path,
) -> None:
    other = writer(folder, "From the first.")
    second = OpenBrief.open(folder)
    assert second.read_only is not None
    told_to_write(other)
    write(second, "At home, says", "home")
    end(other)
    write(second, "At home, says the second", "home", joins=True)
    write(second, "At home, says the second.", "home", joins=True)
    assert second.close()
    both_are_in_the_paper(folder)


def both_are_in_the_paper(folder: Path) -> None:
    """Both programs' words stand in paper.md, and stay when one is changed there."""
    paper = folder / "paper.md"
    said = paper.read_text("utf-8")
    assert "From the first." in said
    assert "says the second" in said
    paper.write_text(said.replace("At home", "In Malta"), "utf-8")
    third = OpenBrief.open(folder)
    assert words(third) == "From the first."
    assert words(third, "home").startswith("In Malta")
    third.close()
    last = read_history(folder).rows[-1]
    assert (last.kind, last.sections) == (RowKind.BY_HAND, ("home",))
