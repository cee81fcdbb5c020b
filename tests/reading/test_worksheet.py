"""A worksheet read back: headings, rules, blanks and what a person wrote."""

from pathlib import Path

import pytest

from app.model.errors import Unreadable
from app.reading.worksheet import read_worksheet

RULE = "_" * 72
SHEET = f"""Country: Belarus

1. Your assignment

Topic: Human trafficking

Passage 1 of 6: Position and problem

Its job: Say what your country holds.

Cards for it: rec-one, rec-two

Ways to begin:

- On ____, our delegation holds that ____.
- We hold this because ____.

Your words:

{RULE}

{RULE}

Passage 2 of 6: At home

Its job: Show what was done.

Ways to begin:

- In ____ our country answered by ____.

Your words:

{RULE}
"""
PRINTED = (
    "On ____, our delegation holds that ____.",
    "We hold this because ____.",
    "In ____ our country answered by ____.",
)


def read(
    tmp_path: Path, text: str, suffix: str = ".txt", printed: tuple[str, ...] = PRINTED
) -> dict[str, str]:
    path = tmp_path / f"sheet{suffix}"
    path.write_text(text, "utf-8", newline="\n")
    return read_worksheet(path, printed=printed)


def under(number: int, words: str) -> str:
    """The sheet with words under one of its passages."""
    parts = SHEET.split("Your words:\n")
    parts[number] = f"\n{words}\n" + parts[number]
    return "Your words:\n".join(parts)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("printed", [PRINTED, ()])
def test_an_empty_sheet_holds_nothing(
    tmp_path: Path, suffix: str, printed: tuple[str, ...]
) -> None:
    assert read(tmp_path, SHEET, suffix, printed) == {}


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_words_are_found_by_passage(tmp_path: Path, suffix: str) -> None:
    text = under(2, "Police found many.\nIn 2012 a law came [@rec-law].\n\nIt helped.")
    assert read(tmp_path, text, suffix) == {
        "home": "Police found many. In 2012 a law came [@rec-law].\n\nIt helped."
    }


def test_a_sentence_start_that_was_filled_in_counts(tmp_path: Path) -> None:
    filled = SHEET.replace("holds this because ____", "")
    filled = filled.replace(
        "We hold this because ____.", "We hold this because it works."
    )
    wanted = {"opening": "We hold this because it works."}
    assert read(tmp_path, filled) == wanted
    assert read(tmp_path, filled, printed=()) == wanted


def test_a_sentence_start_filled_in_half_is_not_lost(tmp_path: Path) -> None:
    half = SHEET.replace("On ____, our delegation", "On trafficking, our delegation")
    found = read(tmp_path, half)
    assert found == {"opening": "On trafficking, our delegation holds that ____."}


def test_words_on_and_beside_the_rules(tmp_path: Path) -> None:
    text = SHEET.replace(
        f"{RULE}\n\n{RULE}", f"On the line. {RULE}\n\n{RULE} And below.", 1
    )
    assert read(tmp_path, text) == {"opening": "On the line.\n\nAnd below."}


def test_words_behind_the_label(tmp_path: Path) -> None:
    text = SHEET.replace("Your words:", "Your words: Here at once.", 1)
    assert read(tmp_path, text) == {"opening": "Here at once."}


def test_a_sentence_goes_on_over_lines(tmp_path: Path) -> None:
    text = under(1, "Belarus wants one\n\nplan for all.\n\nAnother thought.")
    assert read(tmp_path, text) == {
        "opening": "Belarus wants one plan for all.\n\nAnother thought."
    }


def test_signs_of_markup_are_words(tmp_path: Path) -> None:
    said = "It is 5 * 3, <b>bold</b>, [no] link, a_b and \\n."
    assert read(tmp_path, under(1, said)) == {"opening": said}


def test_what_stands_before_the_passages_is_left(tmp_path: Path) -> None:
    text = SHEET.replace("Topic: Human", "A note of mine.\n\nTopic: Human")
    assert read(tmp_path, text) == {}


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no heading of a worksheet"):
        read(tmp_path, "Position Paper\n\nBelarus holds this.")


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"\.docx"):
        read(tmp_path, SHEET, ".pdf")
