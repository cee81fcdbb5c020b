"""A paper from any file, as text: its header, its paragraphs, its references."""

from pathlib import Path

from app.language.draft_marks import without_marks
from app.model.base import Record
from app.model.errors import Unreadable
from app.reading.lines import PaperLines, sort_lines

FORMATS = (".docx", ".txt", ".md")
"""The endings of the files that are read."""

_HINTS = {
    ".doc": "Open it in Word and save it as .docx.",
    ".pdf": "Ask for the Word file the PDF was made from.",
    ".odt": "Open it in LibreOffice and save it as .docx.",
    ".pages": "Export it from Pages as Word.",
    ".gdoc": "Open it in Google Docs and download it as Word.",
}


class ReadText(Record):
    """What a paper says, whatever file it stands in."""

    paragraphs: tuple[str, ...] = ()
    """Its text with its headings, each on one line."""

    references: tuple[str, ...] = ()
    """The entries below a heading such as "Works Cited", then its notes."""

    header: tuple[str, ...] = ()
    """Short lines before the text: `Committee: UNODC`; page headers first."""

    @property
    def text(self) -> str:
        """The paragraphs as one text, a blank line between them."""
        return "\n\n".join(self.paragraphs)


def read_text(path: Path) -> ReadText:
    """The text of a .docx, .txt or .md file.

    Raises:
        HostileFile: it could harm whoever opens it.
        Unreadable: it is missing, damaged, protected, or of another format.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        reason = f"only {', '.join(FORMATS[:-1])} and {FORMATS[-1]} files are read"
        hint = _HINTS.get(suffix, "Save it as .docx and try again.")
        raise Unreadable(path, reason, hint=hint)
    try:
        found = _lines(path)
        sorted_lines = sort_lines(
            line._replace(text=without_marks(line.text)) for line in found.lines
        )
    except ValueError as error:
        # Cleaning refuses a paragraph of more than a million characters.
        raise Unreadable(path, "a paragraph is longer than any paper") from error
    return ReadText(
        paragraphs=sorted_lines.paragraphs,
        references=(*sorted_lines.references, *found.notes),
        header=tuple(dict.fromkeys((*found.page_header, *sorted_lines.header))),
    )


def _lines(path: Path) -> PaperLines:
    if path.suffix.lower() == ".docx":
        from app.reading.word import read_word

        return read_word(path)
    from app.reading.plain import read_plain

    return read_plain(path)
