"""What a sentence of ours can be made of; the yardstick for own words."""

from app.model.base import Line, Record


class Material(Record):
    """Everything our patterns and cards could have put into a paper."""

    sentences: tuple[Line, ...] = ()
    """Whole sentences the bank makes of these cards, without citations."""

    skeletons: tuple[tuple[Line, ...], ...] = ()
    """The fixed words of each pattern, cut where its slots stand."""

    forms: tuple[Line, ...] = ()
    """Forms of the cards and of the line of argument, as they fill slots."""

    statements: tuple[Line, ...] = ()
    """Statements of the cards, as a delegate reads them."""

    names: tuple[Line, ...] = ()
    """Official names and titles; using them is nobody's copying."""
