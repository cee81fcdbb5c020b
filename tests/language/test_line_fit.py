"""Line fitting: a paragraph takes the same lines however it was told."""

import pytest

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
