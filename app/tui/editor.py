"""A passage out to the editor a person likes, and back."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.model.errors import Trouble
from app.model.text import LONGEST_TEXT

NO_EDITOR = (
    "No editor is set. Name one in VISUAL or EDITOR before you start the program: "
    "EDITOR=nano"
)
"""What is said where a person has named none."""


def editor() -> list[str]:
    """The command of the person's editor, word by word; empty: none is set."""
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return [one.strip('"') for one in shlex.split(said, posix=os.name != "nt")]
    except ValueError:
        return []


def edited(text: str, command: list[str]) -> str:
    """The text as it comes back from an editor.

    Raises:
        Trouble: the editor did not start or end well, or what it left is no
            text that can be kept.
    """
    name = Path(command[0]).name
    with TemporaryDirectory(prefix="communique-") as folder:
        place = Path(folder) / "passage.md"
        try:
            place.write_text(f"{text}\n", encoding="utf-8")
            with _interrupts_left_to_it():
                ended = subprocess.run([*command, str(place)], check=False)  # noqa: S603 the person's own editor
            back = place.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Trouble(f"{name} did not work; nothing is changed.") from error
    if ended.returncode:
        raise Trouble(f"{name} ended with an error; nothing is changed.")
    if len(back) > LONGEST_TEXT:
        raise Trouble("This text is too long to keep; nothing is changed.")
    return back.removesuffix("\n")


@contextmanager
def _interrupts_left_to_it() -> Iterator[None]:
    """Let Ctrl+C reach the editor and not end this program."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
