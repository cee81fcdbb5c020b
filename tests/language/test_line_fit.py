"""Line fitting: a paragraph takes the same lines however it was told."""

import pytest

from app.language.line_fit import lines_needed
from app.library.typefaces import times

SENTENCES = (
    "Belarus holds that trafficking is answered best where States act together.",
    "Its law of 2012 — amended twice — names the victims’ right to recover.",
    "And/or: well-known, first-time words break where a hyphen stands.",
    "A very long word such as Donaudampfschifffahrtsgesellschaftskapitän stays whole.",
)


@pytest.mark.parametrize("width", [60.0, 117.5, 240.0, 451.3, 468.0])
@pytest.mark.parametrize("indent", [0.0, 36.0])
def test_sentences_apart_take_the_lines_of_the_whole(
    width: float, indent: float
) -> None:
    whole = (" ".join(SENTENCES),)
    apart = lines_needed(SENTENCES, times(), 12, width, indent)
    assert apart == lines_needed(whole, times(), 12, width, indent)


def test_more_words_never_take_fewer_lines() -> None:
    counts = [lines_needed(SENTENCES[:n], times(), 12, 200) for n in range(1, 5)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_nothing_takes_one_line() -> None:
    assert lines_needed((), times(), 12, 468) == 1
    assert lines_needed(("",), times(), 12, 468) == 1
