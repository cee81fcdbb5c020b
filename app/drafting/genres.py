"""Genres: which passages a paper has, in order, and what each is for."""

from functools import lru_cache

from app.library import locations, toml
from app.model.base import Id, Line, Record
from app.model.card import Kind
from app.model.errors import TemplateBroken, UnknownId, Unreadable


class PassagePlan(Record):
    """One passage of a genre."""

    id: Id
    """Its name in a brief: `critics`."""

    title: Line
    """What the screens and `paper.md` call it."""

    job: Line
    """What it is for, said to the delegate in one line."""

    moves: tuple[Id, ...]
    """The moves it makes, in order."""

    kinds: tuple[Kind, ...]
    """The kinds of card it rests on."""

    share: float
    """Its share of the words, as a fraction of 1."""


class Genre(Record):
    """One kind of paper."""

    id: Id
    """Its name: `position-paper`."""

    title: Line
    """What stands above it: `Position Paper`."""

    passage: tuple[PassagePlan, ...]
    """Its passages, in order."""

    def plan(self, passage_id: str) -> PassagePlan:
        """The plan of one passage.

        Raises:
            UnknownId: the genre has no passage of this id.
        """
        for one in self.passage:
            if one.id == passage_id:
                return one
        near = toml.nearest(passage_id, [one.id for one in self.passage])
        raise UnknownId("passage", passage_id, near)

    @property
    def titles(self) -> dict[str, str]:
        """Passage id to title, in order."""
        return {one.id: one.title for one in self.passage}


@lru_cache(maxsize=8)
def open_genre(genre_id: str = "position-paper") -> Genre:
    """The genre with this id.

    Raises:
        UnknownId: there is none.
        TemplateBroken: its file says what no genre can say.
    """
    folder = locations.templates_root() / "genres"
    path = folder / f"{genre_id}.toml"
    if not path.is_file():
        known = [one.stem for one in folder.glob("*.toml")]
        raise UnknownId("kind of paper", genre_id, toml.nearest(genre_id, known))
    try:
        return toml.to_record(Genre, toml.read(path), path)
    except Unreadable as error:
        reason = error.what.removeprefix(f"{path} could not be read: ")
        raise TemplateBroken(path, reason.rstrip(".")) from error
