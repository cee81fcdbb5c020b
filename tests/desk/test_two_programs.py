from pathlib import Path

import pytest

from app.desk.editing import OpenBrief
from tests.desk.open_briefs import again, begun, words, write
from tests.library.test_holding import end, keeper


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
