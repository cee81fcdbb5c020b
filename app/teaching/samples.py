"""Samples: many papers from one dossier, each with its key."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from app.desk.writing import Written, to_bytes, write
from app.library import briefs, dossiers
from app.library.safefile import write_bytes
from app.model.base import Record
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
    opened = [open_level(one) for one in levels]
    dossier = dossiers.open_dossier(dossier_id)
    ready = briefs.ready_brief(dossier_id)
    for number in range(count):
        level = opened[number % len(opened)]
        own_seed = seed + number
        faults = choose_faults(level, own_seed)
        brief = sample_brief(dossier, ready, number, own_seed)
        written = write(brief, conference=conference, reshape=partial(plant, faults))
        name = f"sample-{number + 1:02d}-{level.id}"
        yield Sample(
            name=name,
            level=level.id,
            faults=tuple(fault.id for fault in faults),
            written=written,
            key=key_of(written.paper, brief, name, level.title, faults),
        )


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
