"""Samples: many papers from one dossier, each with its key."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from app.desk.composing import Composed, compose
from app.desk.writing import to_bytes
from app.drafting.roles import topic_inside
from app.library import briefs, dossiers
from app.library.presets import open_preset
from app.library.safefile import write_bytes
from app.model.base import Record
from app.model.brief import Brief
from app.model.dossier import Dossier
from app.model.errors import WrongUse
from app.model.paper import Paper
from app.teaching.faults import Fault, plant, prepare
from app.teaching.key import key_of
from app.teaching.levels import Level, choose_faults, open_level
from app.teaching.picking import sample_brief

_WORDINGS = 3
_TURNS = 12
_FAR = 100_003


class Sample(Record):
    """One sample paper."""

    name: str
    """What its file is called, without suffix: `sample-01-strong`."""

    level: str
    """Its level: `weak`."""

    faults: tuple[str, ...]
    """The faults planted in it."""

    written: Composed
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
    check_series(series)
    for number in range(count):
        yield make_sample(series, number)


def check_series(series: Series) -> None:
    """See that everything a series names is there, before anything is made.

    Raises:
        Trouble: the dossier, a level or the conference is unknown.
    """
    for level in series.levels:
        open_level(level)
    if series.conference:
        open_preset(series.conference)
    _opened(series.dossier_id)


def make_sample(series: Series, number: int) -> Sample:
    """One sample of a series, by its number from 0; no other is needed for it.

    Raises:
        Trouble: the dossier, a level or the conference is unknown.
    """
    level = open_level(series.levels[number % len(series.levels)])
    brief, written, faults = _with_faults(series, number, level)
    name = f"sample-{number + 1:02d}-{level.id}"
    return Sample(
        name=name,
        level=level.id,
        faults=tuple(fault.id for fault in faults),
        written=written,
        key=key_of(written.paper, brief, name, level.title, faults),
    )


def _with_faults(
    series: Series, number: int, level: Level
) -> tuple[Brief, Composed, tuple[Fault, ...]]:
    """A paper in which the faults of its level stand, as it came out.

    Where one does not, the wording is changed, then the choice of faults; a
    fault that never stands is not told of.
    """
    dossier, ready = _opened(series.dossier_id)
    seed = series.seed + number
    sound = sample_brief(dossier, ready, number, seed)
    topic = topic_inside(sound.assignment)
    tried: list[tuple[Brief, Composed, tuple[Fault, ...]]] = []
    for turn in range(_TURNS):
        faults = choose_faults(level, seed, turn // _WORDINGS)
        wording = seed + _FAR * (turn % _WORDINGS)
        brief = prepare(faults, sound)
        if wording != seed:
            brief = brief.revise(settings=brief.settings.revise(seed=wording))
        reshape = partial(plant, faults, topic)
        written = compose(brief, conference=series.conference, reshape=reshape)
        standing = tuple(one for one in faults if one.look(written.paper))
        tried.append((brief, written, standing))
        if standing == faults:
            return tried[-1]
    return max(tried, key=lambda one: len(one[2]))


@lru_cache(maxsize=1)
def _opened(dossier_id: str) -> tuple[Dossier, Brief]:
    dossier = dossiers.open_dossier(dossier_id)
    return dossier, briefs.ready_brief_of(dossier)


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
