import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.library.passages import normal, parse, title_of, to_text
from app.model.brief import Passage
from tests.library.nasty import ids, nasty_text, passages

TITLES = {"opening": "Opening", "critics": "What others hold"}


def test_a_file_has_a_heading_for_each_passage() -> None:
    text = to_text(
        (
            Passage(id="opening", text="Malta asks.", cards_when_written=("a", "b")),
            Passage(id="critics"),
        ),
        TITLES,
    )
    assert text.split("\n", 1)[1] == (
        "\n## Opening {#opening}\n<!-- cards: a, b -->\n\nMalta asks.\n"
        "\n## What others hold {#critics}\n"
    )


@settings(deadline=None)
@given(passages(), st.dictionaries(ids, nasty_text))
def test_what_is_written_is_read_back(
    written: tuple[Passage, ...], titles: dict[str, str]
) -> None:
    assert parse(to_text(written, titles), titles) == normal(written)


@settings(deadline=None)
@given(st.text())
def test_no_line_of_a_hand_edited_file_is_lost(text: str) -> None:
    found = parse(text, TITLES)
    assert parse(to_text(found, TITLES), TITLES) == found


@pytest.mark.parametrize(
    "heading",
    ["## what OTHERS hold", "# Critics", "## Anything {#critics}", "### critics ##"],
)
def test_a_heading_is_known_by_its_id_or_its_title(heading: str) -> None:
    assert [one.id for one in parse(f"{heading}\n\nThey say so.\n", TITLES)] == [
        "critics"
    ]


def test_an_unknown_heading_is_text_of_the_passage_above() -> None:
    found = parse("## Opening {#opening}\nOne.\n\n## My own\nTwo.", TITLES)
    assert found == (Passage(id="opening", text="One.\n\n## My own\nTwo."),)


def test_text_before_the_first_heading_is_kept_in_the_first_passage() -> None:
    assert parse("Before.\n## Critics {#critics}\nAfter.", TITLES) == (
        Passage(id="critics", text="Before.\n\nAfter."),
    )
    assert parse("Only words.", {}) == (Passage(id="opening", text="Only words."),)


def test_two_headings_of_one_passage_are_joined() -> None:
    found = parse("## A {#a}\n<!-- cards: x -->\nOne.\n## A {#a}\nTwo.", {})
    assert found == (Passage(id="a", text="One.\n\nTwo.", cards_when_written=("x",)),)


def test_lines_of_ones_own_that_look_like_headings_are_kept_as_text() -> None:
    own = "## Opening {#opening}\n\\## twice\n<!-- cards: a -->"
    written = (Passage(id="critics", text=own),)
    assert parse(to_text(written, TITLES), TITLES) == written


def test_windows_line_ends_are_read() -> None:
    assert parse("## Opening {#opening}\r\n\r\nOne.\r\nTwo.\r\n", {}) == (
        Passage(id="opening", text="One.\nTwo."),
    )


def test_a_passage_without_a_title_is_headed_by_its_id() -> None:
    assert title_of("first-reply", {}) == "First reply"
