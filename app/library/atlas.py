"""The atlas: the members of the United Nations and the forms of their names."""

from enum import StrEnum
from functools import cache
from typing import Any

from app.library import locations, toml
from app.model.assignment import Country
from app.model.base import Line, Record
from app.model.errors import UnknownId


class Group(StrEnum):
    """The regional groups of the United Nations."""

    AFRICAN = "african"
    ASIA_PACIFIC = "asia-pacific"
    EASTERN_EUROPEAN = "eastern-european"
    GRULAC = "grulac"
    WEOG = "weog"


class Member(Record):
    """One member State or observer."""

    code: Line
    """Its ISO code of three letters, in lower case: `blr`."""

    name: Line
    """Its short name as the United Nations lists it."""

    formal: Line | None = None
    """Its formal name without article; None: the short name is formal."""

    article: bool = False
    """Whether the short name takes "the" in a sentence."""

    adjective: Line
    """`Belarusian`."""

    capital: Line | None = None
    """Its capital; None: contested, or there is none."""

    group: Group | None = None
    """Its regional group; None for observers and where the list gives none."""

    also: tuple[Line, ...] = ()
    """Other names a person may type."""

    observer: bool = False
    """Whether it is an observer and not a member."""

    @property
    def country(self) -> Country:
        """The country as an assignment names it."""
        return Country(
            name=self.name,
            formal=self.formal,
            article=self.article,
            adjective=self.adjective,
            capital=self.capital,
        )


@cache
def members() -> tuple[Member, ...]:
    """The 193 members and the two observers, by code."""
    path = locations.briefs_root() / "atlas" / "members.toml"
    table: dict[str, Any] = toml.read(path)["member"]
    return tuple(
        toml.to_record(Member, {"code": code} | row, path)
        for code, row in table.items()
    )


def find_member(name: str) -> Member:
    """The State a person means by a name, a formal name or a code.

    Raises:
        UnknownId: no State is called that; the nearest names are offered.
    """
    wanted = _plain(name)
    for member in members():
        if wanted in {_plain(one) for one in _names(member)}:
            return member
    known = [one for member in members() for one in (member.name, *member.also)]
    raise UnknownId("member State", name, toml.nearest(name, known, count=2))


def _names(member: Member) -> tuple[str, ...]:
    short = member.name.split(" (")[0]
    return (member.code, member.name, short, member.formal or "", *member.also)


def _plain(name: str) -> str:
    """A name as people type it: no accents, no article, no capitals."""
    import unicodedata

    letters = unicodedata.normalize("NFKD", name.replace("’", "'").strip().lower())
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    return bare.removeprefix("the ")
