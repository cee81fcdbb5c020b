"""Paragraphs and sentences are found as a reader finds them."""

import pytest

from app.language.sentences import paragraphs, split


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ()),
        ("One.", ("One.",)),
        ("One. Two.", ("One.", "Two.")),
        (
            "It fell [@stat-a]. [@stat-b, table 2] It rose.",
            ("It fell [@stat-a]. [@stat-b, table 2]", "It rose."),
        ),
        (
            "See art. 5 and No. 350-Z. The U.S. said no.",
            ("See art. 5 and No. 350-Z.", "The U.S. said no."),
        ),
        ("[/brackets] stay. So do [others].", ("[/brackets] stay.", "So do [others].")),
    ],
)
def test_a_paragraph_is_cut_where_a_reader_stops(
    text: str, wanted: tuple[str, ...]
) -> None:
    assert split(text) == wanted


def test_no_word_is_lost_when_a_paragraph_is_cut() -> None:
    text = "A. B said “yes.” Then? [@c-one] No! It was 6.5 per cent. End"
    assert " ".join(split(text)) == text


def test_blank_lines_part_paragraphs_and_single_breaks_do_not() -> None:
    assert paragraphs("one\ntwo\n \nthree\n\n\n") == ("one two", "three")
