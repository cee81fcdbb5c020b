import pytest

from app.language.draft_marks import (
    ALL_OWN,
    SAMPLE,
    as_comment,
    as_ours,
    banner,
    without_marks,
)


@pytest.mark.parametrize(
    "words",
    ["Malta asks [sic] for nets [1].", "One [two [three]] four.", "Plain words."],
)
def test_marks_come_off_as_they_were_set(words: str) -> None:
    line = f"{as_ours(words)}{as_comment('see [2] here')} Own words. {as_ours(words)}"
    assert without_marks(line) == f"{words} Own words. {words}"


def test_a_mark_that_is_never_closed_loses_no_words() -> None:
    assert without_marks("[ours: Malta [asks for nets.") == "Malta [asks for nets."


@pytest.mark.parametrize("line", [banner(0, 3), banner(1, 3), banner(24, 24), SAMPLE])
def test_lines_of_ours_are_no_words_of_the_paper(line: str) -> None:
    assert without_marks(line) == ""
    assert without_marks(f"{line} And more.") != ""


def test_a_draft_of_own_words_says_so() -> None:
    assert banner(0, 3) == ALL_OWN
    assert banner(1, 3) == "Draft. 1 of 3 sentences is still ours."
