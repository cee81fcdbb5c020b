"""Text is cleaned the same, long or short, and only what is short is remembered."""

import pytest

from app.model import text
from app.model.text import LONGEST_TEXT, clean_line


@pytest.mark.parametrize("times", [1, 100])
def test_a_line_is_cleaned_however_long_it_is(times: int) -> None:
    line = "\tTwo  States\u202e\nand one\x07 " * times
    assert clean_line(line) == " ".join(["Two States and one"] * times)


def test_long_lines_are_not_held_on_to() -> None:
    clean_line("a name")
    before = text._short_line.cache_info().currsize
    for letter in "abc":
        clean_line(letter * 10_000)
    assert text._short_line.cache_info().currsize == before


def test_a_line_beyond_all_measure_is_refused() -> None:
    with pytest.raises(ValueError, match="fit"):
        clean_line("a" * (LONGEST_TEXT + 1))
