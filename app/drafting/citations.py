"""Citations: markers in sentences become notes, words in brackets, and a list.

Every sentence of a paper goes through here, whoever wrote it, so that a
delegate's own passage and an example are cited alike.
"""

from collections.abc import Sequence

from app.model.base import Ids, Record
from app.model.brief import Brief
from app.model.paper import Inline, Note, References
from app.model.preset import Preset


class Cited(Record):
    """Sentences with their citations made, and what stands beside them."""

    sentences: tuple[tuple[Inline, ...], ...]
    """The runs of each sentence, in the order the sentences were given."""

    cards: tuple[Ids, ...]
    """The cards each sentence names, without repeats."""

    notes: tuple[Note, ...] = ()
    """Footnotes or endnotes in reading order."""

    references: References | None = None
    """The list of sources; None where the form has none."""

    unknown: tuple[str, ...] = ()
    """Ids in markers that no card of the brief has; they stay as plain text."""


def cite(sentences: Sequence[str], brief: Brief, rules: Preset) -> Cited:
    """The sentences of a whole paper with every `[@card-id, place]` made good.

    Raises:
        UnknownId: the brief or the rules name a style that does not exist.
        TemplateBroken: the style's file has a mistake in it.
    """
    raise NotImplementedError
