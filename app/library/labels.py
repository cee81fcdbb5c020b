"""Labels: the fixed words of a worksheet, a speech and the other papers.

One file a genre in `templates/genres/`, so that a teacher can change a heading
without touching the program. A name in braces is filled in: `{country}`.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from app.library import locations, toml
from app.model.base import Id, Line, Record
from app.model.errors import TemplateBroken, UnknownId, Unreadable

_BLANK = re.compile(r"\{([a-z_]+)\}")


class Labels(Record):
    """The fixed words of one genre."""

    id: Id
    """Its name: `worksheet`."""

    title: Line
    """What stands above it: `Worksheet`."""

    label: dict[str, Line]
    """What is said where, by a short name."""

    def say(self, name: str, /, **values: object) -> str:
        """The words of this name, with what stands in braces filled in.

        Raises:
            TemplateBroken: the file has no such words, or wants another value.
        """
        if name not in self.label:
            raise TemplateBroken(_path(self.id), f'it has no label "{name}"')

        def filled(blank: re.Match[str]) -> str:
            if blank[1] not in values:
                reason = f'the label "{name}" asks for "{blank[1]}", which nobody knows'
                raise TemplateBroken(_path(self.id), reason)
            return str(values[blank[1]])

        return _BLANK.sub(filled, self.label[name])


L = TypeVar("L", bound=Labels)


def open_labels(genre: str) -> Labels:
    """The fixed words of a genre.

    Raises:
        UnknownId: there is no file of this name.
        TemplateBroken: the file has a mistake in it.
    """
    opened: Labels = open_as(Labels, genre)
    return opened


@lru_cache(maxsize=32)
def open_as(kind: type[L], genre: str) -> L:
    """The fixed words of a genre whose file says more than labels.

    Raises:
        UnknownId: there is no file of this name.
        TemplateBroken: the file has a mistake in it.
    """
    path = _path(genre)
    if not path.is_file():
        known = [one.stem for one in path.parent.glob("*.toml")]
        raise UnknownId("kind of paper", genre, toml.nearest(genre, known))
    try:
        labels: L = toml.to_record(kind, toml.read(path), path)
    except Unreadable as error:
        reason = error.what.removeprefix(f"{path} could not be read: ")
        raise TemplateBroken(path, reason.rstrip(".")) from error
    return labels


def _path(genre: str) -> Path:
    return locations.templates_root() / "genres" / f"{genre}.toml"
