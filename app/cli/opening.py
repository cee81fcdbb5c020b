"""The command that opens a brief, alone or joined with a partner's copy."""

import sys
from pathlib import Path

from app.cli import say
from app.cli.accessible import is_wanted
from app.cli.plain import plain
from app.model.errors import DONE, FINDINGS


def open_screens(
    brief: Path, /, *, merge: Path | None = None, anyway: bool = False
) -> int:
    """Open the screens at a brief.

    Example: communique open my-paper

    Parameters
    ----------
    brief
        The brief's folder, or its name on the shelf.
    merge
        The folder of a partner's copy, to be joined into this brief first.
        Nothing is overwritten; where both changed the same, both are shown.
    anyway
        Merge two that look like two different briefs, not copies of one.
    """
    from app.library.shelf import find_folder

    brief = find_folder(brief)
    if merge is not None:
        clashed = _merge(brief, merge, anyway=anyway)
        if not sys.stdin.isatty():
            return FINDINGS if clashed else DONE
    if is_wanted():
        return plain(brief)
    from app.tui.app import run

    return run(brief)


def _merge(brief: Path, theirs: Path, *, anyway: bool) -> bool:
    """Join a partner's copy and tell what came of it; whether anything clashed."""
    from app.desk.editing import OpenBrief
    from app.desk.merging import merge, told
    from app.library.conflicts import said_value

    ours = OpenBrief.open(brief)
    try:
        merged = merge(ours, theirs, anyway=anyway)
    finally:
        ours.close()
    say.talk(told(merged, theirs))
    for one in merged.conflicts:
        say.data(f"{one}\n  yours:  {_short(said_value(one.ours))}")
        say.data(f"  theirs: {_short(said_value(one.theirs))}")
    return bool(merged.conflicts)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 300 else f"{line[:297]}..."
