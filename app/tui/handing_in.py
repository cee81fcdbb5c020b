"""Handing in: which file the conference takes, and whether one is up to date."""

from pathlib import Path

from app.desk.file_format import OURS, suffix_for
from app.desk.writing import FORMATS, Written, export, write
from app.library import presets
from app.model.brief import Brief
from app.model.errors import Trouble

RECORD_FILE = "record.docx"
"""What the record of the work is called, beside the files of the paper."""

SLOW = frozenset({"pdf"})
"""Formats that take another program and some seconds."""

_KINDS = {
    "docx": "Word file",
    "pdf": "PDF",
    "html": "web page",
    "md": "Markdown file",
    "txt": "text file",
}


def suffix_of(brief: Brief) -> str:
    """The format that the conference of a brief takes, as far as we can write it."""
    try:
        preset = presets.open_preset(brief.assignment.conference)
        return suffix_for(presets.in_force(preset).rules)
    except Trouble:
        return OURS


def kind_of(brief: Brief) -> str:
    """What a person calls the file that the conference takes."""
    return _KINDS[suffix_of(brief)]


def hand_in(brief: Brief, out: Path, *, final: bool = False) -> tuple[Path, Written]:
    """Write the file that the conference takes into a folder.

    Raises:
        NotYetOwnWords: a final paper is asked for while sentences are ours.
        Trouble: the paper cannot be made or written.
    """
    written = write(brief, final=final)
    return export(written, out, in_folder=suffix_for(written.rules)), written


def is_exported(folder: Path) -> bool:
    """Whether an exported file in the folder of a brief is as new as its words."""
    try:
        words = [one.stat().st_mtime for one in folder.glob("*.[tm][od]*")]
        files = [
            one.stat().st_mtime
            for one in folder.glob("out/*")
            if one.suffix.removeprefix(".") in FORMATS and one.name != RECORD_FILE
        ]
    except OSError:
        return False
    return bool(words and files) and max(files) >= max(words)
