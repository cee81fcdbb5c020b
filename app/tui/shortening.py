"""Shortening lines to the room there is: at a word, and seen to be shortened."""

from rich.cells import cell_len
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
    end = len(plain)
    while end and cell_len(plain[:end]) > width - 2:
        end -= 1
    word = plain.rfind(" ", 0, end + 1)
    if word > end // 2:
        return line[: len(plain[:word].rstrip(" ·,;:"))] + Content(f" {MORE}")
    return line[:end] + Content(MORE)
