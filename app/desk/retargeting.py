"""Retargeting: the same brief becomes the paper of one conference after another."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from app.desk import writing
from app.desk.file_format import advice_on, suffix_for
from app.desk.writing import Written
from app.export.filename import file_name
from app.library import presets
from app.library.safefile import write_bytes
from app.model.brief import Brief
from app.model.errors import Unreadable, WrongUse
from app.model.finding import Finding

EVERY = "all"
"""What a person types in place of one conference's id."""

_AT_ONCE = 20


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

    format_refused: bool = False
    """Whether the conference takes another format than the file has."""


def retarget(
    brief: Brief,
    folder: Path,
    *,
    suffix: str | None = None,
    final: bool = False,
    conferences: Sequence[str] | None = None,
) -> Iterator[Retargeted]:
    """Write `folder/<preset id>/<file name>` for one conference after another.

    A preset that cannot be read is passed over and told; all others are written.

    Args:
        brief: The brief.
        folder: Where the folders of the conferences go.
        suffix: The format of every file; None: the one each conference takes.
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
    done = 0
    for few in _batches(ids, _AT_ONCE if suffix in {None, "pdf"} else 1):
        papers = {one: _written(brief, one, final=final) for one in few}
        kinds = {
            one: suffix or suffix_for(written.rules)
            for one, written in papers.items()
            if isinstance(written, Written)
        }
        files = _files(papers, kinds)
        for one, written in papers.items():
            done += 1
            if isinstance(written, Unreadable):
                yield Retargeted(one, None, (), written, done, len(ids))
                continue
            name = file_name(written.rules, written.paper, kinds[one])
            path = folder / one / name
            write_bytes(path, files[one])
            advice = advice_on(written.rules, kinds[one])
            yield Retargeted(
                one, path, written.findings, None, done, len(ids), bool(advice)
            )


def _batches(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """The ids in their order, so many at a time."""
    for at in range(0, len(ids), size):
        yield ids[at : at + size]


def _written(brief: Brief, conference: str, *, final: bool) -> Written | Unreadable:
    """The paper of one conference, or why its preset could not be read."""
    try:
        return writing.write(brief, conference=conference, final=final)
    except Unreadable as trouble:
        return trouble


def _files(
    papers: Mapping[str, Written | Unreadable], kinds: Mapping[str, str]
) -> Mapping[str, bytes]:
    """The file of each paper; LibreOffice starts once for all that are PDF."""
    files: dict[str, bytes] = {}
    to_print: dict[str, bytes] = {}
    for one, paper in papers.items():
        if isinstance(paper, Unreadable):
            continue
        if kinds[one] == "pdf":
            from app.export.word import to_docx

            to_print[one] = to_docx(paper.paper, paper.rules, comments=False)
        else:
            files[one] = writing.to_bytes(paper, kinds[one])
    if to_print:
        from app.export.pdf import to_pdfs

        files |= to_pdfs(to_print)
    return files
