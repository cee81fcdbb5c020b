"""Retargeting: the same brief becomes the paper of one conference after another."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.desk import writing
from app.export.filename import file_name
from app.library import presets
from app.library.safefile import write_bytes
from app.model.brief import Brief
from app.model.errors import Unreadable, WrongUse
from app.model.finding import Finding

EVERY = "all"
"""What a person types in place of one conference's id."""


class Retargeted(NamedTuple):
    """The paper of one conference, and how far the work is."""

    conference: str
    """The id of its preset."""

    path: Path | None
    """The file; None: the preset could not be read."""

    findings: tuple[Finding, ...]
    """What the checks came to under these rules."""

    trouble: Unreadable | None
    """Why the preset could not be read."""

    done: int
    """How many conferences are done, this one included."""

    whole: int
    """How many there are."""


def retarget(
    brief: Brief,
    folder: Path,
    *,
    suffix: str = "docx",
    final: bool = False,
    conferences: Sequence[str] | None = None,
) -> Iterator[Retargeted]:
    """Write `folder/<preset id>/<file name>` for one conference after another.

    A preset that cannot be read is passed over and told; all others are written.

    Args:
        brief: The brief.
        folder: Where the folders of the conferences go.
        suffix: The format of every file.
        final: Whether clean papers are wanted.
        conferences: Ids of presets; None: every one on the shelf.

    Raises:
        WrongUse: the format is unknown, or the folder is a file.
        NotYetOwnWords: clean papers are asked for while sentences are ours.
        CannotWrite: the place does not take a file.
    """
    if folder.is_file():
        raise WrongUse(
            f"{folder} is a file.", hint="Papers for all conferences want a folder."
        )
    ids = presets.preset_ids() if conferences is None else tuple(conferences)
    for done, one in enumerate(ids, start=1):
        try:
            written = writing.write(brief, conference=one, final=final)
        except Unreadable as trouble:
            yield Retargeted(one, None, (), trouble, done, len(ids))
            continue
        name = file_name(written.rules, written.paper, suffix)
        path = folder / one / name
        write_bytes(path, writing.to_bytes(written, suffix))
        yield Retargeted(one, path, written.findings, None, done, len(ids))
