"""Samples: many papers from one dossier, each with its key."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from app.desk.writing import Written, to_bytes, write
from app.library import briefs, dossiers
from app.library.safefile import write_bytes
from app.model.base import Record
from app.model.brief import Brief
from app.model.dossier import Dossier
from app.model.errors import WrongUse
from app.model.paper import Paper
from app.teaching.faults import plant
from app.teaching.key import key_of
from app.teaching.levels import choose_faults, open_level
from app.teaching.picking import sample_brief


class Sample(Record):
    """One sample paper."""

    name: str
    """What its file is called, without suffix: `sample-01-strong`."""

    level: str
    """Its level: `weak`."""

    faults: tuple[str, ...]
    """The faults planted in it."""

    written: Written
    """The paper with its rules."""

    key: Paper
    """Its key, as a paper."""


class Series(NamedTuple):
    """What all samples of one order have in common."""

    dossier_id: str
    """The dossier they are written from."""

    levels: tuple[str, ...] = ("strong",)
    """The levels, taken in turn."""

    conference: str | None = None
    """The conference's id; None: the ready brief's own."""

    seed: int = 1
    """The seed of the first; each next one has the next number."""


def make_samples(
    dossier_id: str,
    count: int,
    levels: Sequence[str] = ("strong",),
    *,
    conference: str | None = None,
    seed: int = 1,
) -> Iterator[Sample]:
    """So many samples, one after the other, the levels in turn.

    Raises:
        WrongUse: fewer than one is asked for.
        Trouble: the dossier, a level or the conference is unknown.
    """
    if count < 1:
        raise WrongUse(f"{count} samples cannot be made.", hint="Ask for 1 or more.")
    series = Series(dossier_id, tuple(levels), conference, seed)
    for number in range(count):
        yield make_sample(series, number)


def make_sample(series: Series, number: int) -> Sample:
    """One sample of a series, by its number from 0; no other is needed for it.

    Raises:
        Trouble: the dossier, a level or the conference is unknown.
    """
    level = open_level(series.levels[number % len(series.levels)])
    seed = series.seed + number
    faults = choose_faults(level, seed)
    dossier, ready = _opened(series.dossier_id)
    brief = sample_brief(dossier, ready, number, seed)
    reshape = partial(plant, faults)
    written = write(brief, conference=series.conference, reshape=reshape)
    name = f"sample-{number + 1:02d}-{level.id}"
    return Sample(
        name=name,
        level=level.id,
        faults=tuple(fault.id for fault in faults),
        written=written,
        key=key_of(written.paper, brief, name, level.title, faults),
    )


@lru_cache(maxsize=1)
def _opened(dossier_id: str) -> tuple[Dossier, Brief]:
    return dossiers.open_dossier(dossier_id), briefs.ready_brief(dossier_id)


def save_sample(sample: Sample, folder: Path, *, key: bool = True) -> tuple[Path, ...]:
    """Write a sample and, where wanted, its key; gives the paths.

    Raises:
        CannotWrite: the folder does not take the files.
    """
    paper = folder / f"{sample.name}.docx"
    write_bytes(paper, to_bytes(sample.written, "docx"))
    if not key:
        return (paper,)
    beside = folder / f"{sample.name}-key.docx"
    write_bytes(beside, to_bytes(sample.written.revise(paper=sample.key), "docx"))
    return (paper, beside)
