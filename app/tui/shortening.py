"""Shortening lines to the room there is: at a word, and seen to be shortened."""

from rich.cells import cell_len, get_character_cell_size
from textual.content import Content

MORE = "…"
"""What stands for the words left out."""


def shortened(text: Content, width: int) -> Content:
    """The text with every line cut at a word where it is longer than so many cells."""
    if width <= 0 or all(cell_len(one) <= width for one in text.plain.split("\n")):
        return text
    lines = text.split("\n", allow_blank=True)
    return Content("\n").join([_line(one, width) for one in lines])


def _line(line: Content, width: int) -> Content:
    plain = line.plain
    if cell_len(plain) <= width:
        return line
    end = _fitting(plain, width - 2)
    word = plain.rfind(" ", 0, end + 1)
    if word > end // 2:
        return line[: len(plain[:word].rstrip(" ·,;:"))] + Content(f" {MORE}")
    return line[:end] + Content(MORE)


def _fitting(plain: str, room: int) -> int:
    """How many letters from the first have room; wide ones take two cells."""
    start = plain[: max(0, room)]
    if cell_len(start) <= room:
        return len(start)
    taken = 0
    for at, letter in enumerate(start):
        taken += get_character_cell_size(letter)
        if taken > room:
            return at
    return len(start)
