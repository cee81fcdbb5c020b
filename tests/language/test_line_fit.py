"""Line fitting: a paragraph takes the same lines however it was told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.line_fit import line_ends, lines_needed
from app.library.typefaces import times

SENTENCES = (
    "Belarus holds that trafficking is answered best where States act together.",
    "Its law of 2012 — amended twice — names the victims’ right to recover.",
    "And/or: well-known, first-time words break where a hyphen stands.",
    "A very long word such as Donaudampfschifffahrtsgesellschaftskapitän stays whole.",
)


@pytest.mark.parametrize("width", [60.0, 117.5, 240.0, 451.3, 468.0])
@pytest.mark.parametrize("indent", [0.0, 36.0])
def test_sentences_apart_break_as_the_whole_does(width: float, indent: float) -> None:
    whole = (" ".join(SENTENCES),)
    apart = line_ends(SENTENCES, times(), 12, width, indent)
    assert apart == line_ends(whole, times(), 12, width, indent)
    assert apart[-1] == len(whole[0])


def test_more_words_never_take_fewer_lines() -> None:
    counts = [
        lines_needed(" ".join(SENTENCES[:number]), times(), 12, 200)
        for number in range(1, 5)
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_nothing_takes_one_line() -> None:
    assert line_ends((), times(), 12, 468) == (0,)
    assert lines_needed("", times(), 12, 468) == 1


def _set_by_hand(text: str, width: float, indent: float) -> list[str]:
    """The lines of a text, piece by piece as a typesetter would set them."""
    face, lines, room = times(), [""], width - indent
    scale = 12 / face.units_per_em
    for piece in re.findall(r"[^ \-–—/]*[ \-–—/]|[^ \-–—/]+", text):
        held = sum(map(face.widths.__getitem__, lines[-1])) * scale
        if lines[-1] and held + _wide(piece) > room:
            lines.append("")
            room = width
        lines[-1] += piece
    return lines


def _wide(piece: str) -> float:
    face = times()
    bare = piece.rstrip(" ")
    return sum(map(face.widths.__getitem__, bare)) * 12 / face.units_per_em


WORDS = st.text(alphabet="aimwM.,’-–/", min_size=1, max_size=9)


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=20), min_size=1, max_size=4),
    st.sampled_from([130.0, 200.5, 468.0]),
    st.sampled_from([0.0, 36.0]),
)
def test_lines_end_where_a_typesetter_ends_them(
    told: list[list[str]], width: float, indent: float
) -> None:
    texts = [" ".join(words) for words in told]
    lines = _set_by_hand(" ".join(texts), width, indent)
    ends = line_ends(texts, times(), 12, width, indent)
    places = [sum(map(len, lines[: at + 1])) for at in range(len(lines))]
    assert list(ends) == places


def test_a_word_wider_than_the_line_takes_no_line_for_the_space_behind_it() -> None:
    assert line_ends(("/中/",), times(), 12, 10, 5) == (1, 3)
    assert line_ends(("",), times(), 12, 468) == (0,)
    assert line_ends((), times(), 12, 468) == (0,)
