"""Copying out: the system's own clipboard, the terminal's, and always a file."""

import shutil
import subprocess
from pathlib import Path

from app.library.safefile import write_bytes
from app.model.errors import CannotWrite

FILE = "clipboard.txt"
"""Where what was copied stands as well, in the folder of the paper."""

TOOLS = (
    ("pbcopy",),
    ("clip.exe",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
)
"""What takes text for the clipboard of a system, whichever is there."""

PATIENCE = 2.0
"""Seconds such a program may take."""


def copy(text: str, folder: Path) -> str:
    """Hand text to the system's clipboard and keep it in a file, and say so."""
    taken = any(_taken(tool, text) for tool in TOOLS)
    try:
        write_bytes(folder / FILE, text.encode("utf-8"))
    except CannotWrite as trouble:
        return "Copied." if taken else f"Not copied: {trouble.what}"
    if taken:
        return f"Copied (also in {FILE})."
    return f"Your terminal may not allow copying. The text is in {FILE}."


def _taken(tool: tuple[str, ...], text: str) -> bool:
    """Whether a program of the system took the text."""
    found = shutil.which(tool[0])
    if found is None:
        return False
    coding = "utf-16" if tool[0] == "clip.exe" else "utf-8"
    try:
        subprocess.run(  # noqa: S603 no shell, one of the programs above
            [found, *tool[1:]],
            input=text.encode(coding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
