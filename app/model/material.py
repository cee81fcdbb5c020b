"""What a sentence of ours can be made of; the yardstick for own words."""

from app.model.base import Line, Record


class Told(Record):
    """What one card, or one line of argument, can put into a sentence."""

    forms: tuple[Line, ...] = ()
    """Its wordings, as they fill slots."""

    statement: Line = ""
    """Its statement, as a delegate reads it; empty: it has none."""


class Material(Record):
    """Everything our patterns and cards could have put into a paper."""

    sentences: tuple[Line, ...] = ()
    """Whole sentences the bank makes of these cards, without citations."""

    skeletons: tuple[tuple[Line, ...], ...] = ()
    """The fixed words of each pattern, cut where its slots stand."""

    told: tuple[Told, ...] = ()
    """What each card and each line of argument can say."""

    names: tuple[Line, ...] = ()
    """Official names and titles; using them is nobody's copying."""
