"""Who speaks, where, for which school, on which topic, and when."""

from app.model.base import Id, Line, Record


class Country(Record):
    """The State that speaks, with the forms of its name."""

    name: Line
    """Short name, as the UN lists it: `Belarus`."""

    formal: Line | None = None
    """Formal name, without article: `Republic of Belarus`."""

    article: bool = False
    """Whether the short name takes "the": the Netherlands."""

    adjective: Line | None = None
    """`Belarusian`."""

    capital: Line | None = None
    """`Minsk`."""


class Committee(Record):
    """The body that meets."""

    name: Line
    """Its full name: `Third Committee of the General Assembly`."""

    short: Line | None = None
    """Its short name or acronym: `GA3`, `UNODC`."""


class Delegation(Record):
    """The school and the people that play the country."""

    school: Line | None = None
    """The school or club."""

    delegates: tuple[Line, ...] = ()
    """Names of the delegates, in the order they want."""

    code: Line | None = None
    """What a conference calls the delegation: a position, a conference letter."""


class Assignment(Record):
    """Everything a heading needs."""

    country: Country
    """Who speaks."""

    topic: Line
    """The topic, as the guide words it."""

    committee: Committee
    """Where."""

    delegation: Delegation = Delegation()
    """For which school."""

    conference: Id = "default"
    """The id of the preset whose rules the paper obeys."""

    session: Line | None = None
    """The first day of the session, `YYYY-MM-DD`; deadlines lie after it."""

    due: Line | None = None
    """When the paper must be handed in, as the delegate was told."""
