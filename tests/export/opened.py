"""Opens a Word file the way the tests want to read it."""

import io
import re
import zipfile
from typing import Any

import docx

_TAGS = re.compile(r"<[^>]+>")


def part(made: bytes, name: str) -> str:
    """One part as text; empty where the file has none."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def names(made: bytes) -> list[str]:
    """The names of the parts, in order."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return package.namelist()


def parts_called(made: bytes, word: str) -> str:
    """Every part whose name begins so, joined: `header`, `footer`."""
    return "".join(part(made, n) for n in names(made) if n.startswith(f"word/{word}"))


def words(xml: str) -> str:
    """The text of a part without its tags."""
    return _TAGS.sub("", xml)


def document(made: bytes) -> Any:
    """The file, opened by python-docx."""
    return docx.Document(io.BytesIO(made))


def texts(made: bytes) -> list[str]:
    """The text of every paragraph outside tables, empty ones left out."""
    return [p.text for p in document(made).paragraphs if p.text]
