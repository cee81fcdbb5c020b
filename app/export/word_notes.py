"""Footnotes and endnotes of a Word file, as real notes."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from app.export.look import Look
from app.export.word_package import NAMESPACES, XML
from app.export.word_runs import Pen
from app.model.paper import Note

_LINES = (("separator", -1), ("continuationSeparator", 0))


def notes_part(
    notes: Sequence[Note], called: Iterable[int], look: Look
) -> tuple[str, Pen]:
    """The part with the notes that the body calls, and the pen that wrote it.

    Args:
        notes: the notes of the paper.
        called: their numbers in the order the body calls them.
        look: says whether they are footnotes or endnotes.
    """
    kind = look.notes
    pen = Pen(plain=look.plain)
    by_number = {note.number: note for note in notes}
    before, behind = _around(kind)
    told = [pen.entry(by_number[number].spans) for number in called]
    written = "".join(
        f'<w:{kind} w:id="{place}">{before}{runs}{behind}'
        for place, runs in enumerate(told, 1)
    )
    inside = "".join(_separators(kind)) + written
    return f"{XML}<w:{kind}s {NAMESPACES}>{inside}</w:{kind}s>", pen


def _separators(kind: str) -> Iterator[str]:
    """The lines that set notes off from the text."""
    for line, number in _LINES:
        yield (
            f'<w:{kind} w:type="{line}" w:id="{number}"><w:p><w:pPr>'
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            f"<w:r><w:{line}/></w:r></w:p></w:{kind}>"
        )


@cache
def _around(kind: str) -> tuple[str, str]:
    """What stands before and behind the words of every note."""
    style = kind.capitalize()
    before = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}Text"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{style}Reference"/></w:rPr><w:{kind}Ref/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    return before, f"</w:p></w:{kind}>"
