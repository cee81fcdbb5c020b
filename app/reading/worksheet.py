"""Reading a worksheet back: what a delegate wrote under each passage.

A passage is known by its printed heading. Below "Your words" everything counts
but empty rules; above it, only what is not printed there: a sentence start that
was filled in, or a line that was added.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from app.language.sentences import paragraphs
from app.library import locations, toml
from app.library.labels import Labels, open_labels
from app.model.errors import Unreadable
from app.reading.lines import PaperLine
from app.reading.text import FORMATS

RULED = 8
"""Underscores in a row that are a line to write on and no blank."""

BLANK = "____"
"""What stands in a sentence start where the delegate writes."""

_RULE = re.compile(rf"[_\s]*_{{{RULED},}}[_\s]*")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_SIGNS = re.compile(r"[\\*#\s]+")
_ENDS = re.compile(r"[.!?…:][\"”’)\]]*(?:\s*\[@[^\]]*\])*$")
_PRINTED_ABOVE = ("job", "cards")
_REGIONS = ("frames", "written", "own")


def read_worksheet(
    path: Path,
    titles: Mapping[str, str] | None = None,
    printed: Collection[str] = (),
) -> dict[str, str]:
    """Passage id to what was written there; passages left empty are left out.

    Args:
        path: A .docx, .txt or .md file.
        titles: Passage id to the title its heading prints; None: those of the
            position paper.
        printed: Every line that the worksheet came with, so that only what was
            added above "Your words" is taken. Without it, only sentence starts
            without a blank left are.

    Raises:
        HostileFile: it could harm whoever opens it.
        Unreadable: it cannot be read, or it is no worksheet of ours.
    """
    if titles is None:
        titles = _paper_titles()
    sheet = _Sheet(open_labels("worksheet"), titles, printed)
    for line in _lines(path):
        sheet.take(line)
    if not sheet.found:
        hint = 'Its headings say "Passage 1 of 6"; keep them when you write.'
        raise Unreadable(path, "no heading of a worksheet is in it", hint=hint)
    return sheet.texts()


class _Sheet:
    """A worksheet being read, line by line."""

    def __init__(
        self, labels: Labels, titles: Mapping[str, str], printed: Collection[str]
    ) -> None:
        self.found = False
        """Whether a heading of a passage was seen."""
        self._headings = {
            _key(_heading(labels, one)): name for name, one in titles.items()
        }
        self._labels = {name: labels.say(name) for name in (*_PRINTED_ABOVE, *_REGIONS)}
        self._printed = {_key(one) for one in printed}
        self._passage: str | None = None
        self._region = ""
        self._written: dict[str, list[str]] = {}

    def take(self, line: PaperLine) -> None:
        """Read one line."""
        name = self._headings.get(_key(_ITEM.sub("", line.text)))
        name = name or self._headings.get(_key(line.text))
        if name is not None:
            self.found, self._passage, self._region = True, name, ""
            return
        if self._passage is None:
            return
        text = self._below_label(line.text)
        text = _RULE.sub(" ", text).strip() if text else ""
        if text and self._counts(text):
            self._written.setdefault(self._passage, []).append(text)

    def texts(self) -> dict[str, str]:
        """What was written, a blank line between paragraphs."""
        return {name: _joined(lines) for name, lines in self._written.items()}

    def _below_label(self, text: str) -> str:
        """The line without a label that opens it; it tells the region."""
        for name, label in self._labels.items():
            opening = re.match(rf"\W*{re.escape(label)}\s*:\s*", text, re.IGNORECASE)
            if opening:
                if name in _PRINTED_ABOVE:
                    return ""
                self._region = name
                return text[opening.end() :].strip(" *")
        return text

    def _counts(self, text: str) -> bool:
        """Whether a line is the delegate's and not printed."""
        bare = _ITEM.sub("", text)
        if {_key(text), _key(bare)} & self._printed:
            return False
        if self._region == "own" or self._printed:
            return True
        return self._region == "frames" and BLANK not in text


def _joined(lines: list[str]) -> str:
    """Paragraphs; a line that ends in the middle of a sentence goes on."""
    parts: list[str] = []
    for line in lines:
        text = _ITEM.sub("", line)
        if parts and not _ENDS.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {text}"
        else:
            parts.append(text)
    return "\n\n".join(parts)


def _heading(labels: Labels, title: str) -> str:
    """A printed heading with its numbers left out."""
    return labels.say("passage", number="", count="", title=title)


def _key(text: str) -> str:
    """A line for comparing: without numbers of passages, signs and spaces."""
    bare = _SIGNS.sub("", text).casefold().replace("’", "'")
    return re.sub(r"^passage\d*of\d*:", "passageof:", bare)


def _lines(path: Path) -> Iterator[PaperLine]:
    """Every line of a file in its order, each with whether it is a heading.

    Raises:
        HostileFile: it could harm whoever opens it.
        Unreadable: it cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from app.reading.word import read_word

        yield from read_word(path).lines
    elif suffix in FORMATS:
        yield from _plain(path)
    else:
        reason = f"only {', '.join(FORMATS[:-1])} and {FORMATS[-1]} files are read"
        raise Unreadable(path, reason, hint="Save it as .docx and try again.")


def _plain(path: Path) -> Iterator[PaperLine]:
    """The paragraphs of a text file; items, rules and labels stand alone."""
    from app.reading.guard import load
    from app.reading.plain import decode

    text = decode(load(path), path)
    if path.suffix.lower() == ".md":
        text = re.sub(r"\\([\\`*_{}\[\]<>#|~^$@&.()+=:-])", r"\1", text)
        text = re.sub(r"^#+\s*|\*\*", "", text, flags=re.MULTILINE)
    alone: Callable[[str], bool] = partial(_stands_alone, open_labels("worksheet"))
    for block in re.split(r"\n\s*\n", text):
        gathered: list[str] = []
        for line in block.split("\n"):
            if alone(line):
                yield from (PaperLine(one) for one in paragraphs("\n".join(gathered)))
                gathered = []
                yield from (PaperLine(one) for one in paragraphs(line))
            else:
                gathered.append(line)
        yield from (PaperLine(one) for one in paragraphs("\n".join(gathered)))


def _stands_alone(labels: Labels, line: str) -> bool:
    if _ITEM.match(line) or _RULE.fullmatch(line):
        return True
    names = (*_PRINTED_ABOVE, *_REGIONS)
    opening = _heading(labels, "").split()[0]
    return line.startswith((opening, *(f"{labels.say(name)}:" for name in names)))


def _paper_titles() -> dict[str, str]:
    path = locations.templates_root() / "genres" / "position-paper.toml"
    passages = toml.read(path).get("passage", [])
    return {str(one["id"]): str(one["title"]) for one in passages}
