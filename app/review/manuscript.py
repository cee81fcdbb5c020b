"""The manuscript: a text as a reviewer holds it, each sentence with its place."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from app.language.likeness import tokens
from app.language.words import count
from app.model.finding import Finding, Outcome, Where

_QUOTED = 90


class Told(NamedTuple):
    """One sentence of a manuscript."""

    text: str
    """Its words, without citations where they are known."""

    where: Where
    """Its place."""

    sourced: bool
    """Whether a citation stands at it."""

    words: tuple[str, ...]
    """Its words in lower case."""

    @property
    def shown(self) -> Where:
        """Its place, with its opening words."""
        quote = self.text if len(self.text) <= _QUOTED else f"{self.text[:_QUOTED]}…"
        return self.where.model_copy(update={"quote": quote})


class Manuscript(NamedTuple):
    """A text under review."""

    paragraphs: tuple[tuple[Told, ...], ...]
    """Its paragraphs, each a run of sentences."""

    country: str
    """The short name of the country that speaks; empty where nobody knows."""

    whole: bool
    """Whether it is a whole paper, with its own beginning and end."""

    @property
    def sentences(self) -> tuple[Told, ...]:
        """Every sentence, in reading order."""
        return tuple(one for paragraph in self.paragraphs for one in paragraph)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(count(one.text) for one in self.sentences)


def read(
    paragraphs: Sequence[Sequence[str]],
    country: str,
    *,
    places: Sequence[Sequence[Where]] | None = None,
    sourced: Collection[tuple[int, int]] = (),
    whole: bool = True,
) -> Manuscript:
    """A manuscript of paragraphs, each a list of sentences.

    Args:
        paragraphs: The text.
        country: The short name of the country that speaks; empty: unknown.
        places: Where each sentence stands, where it is not simply counted.
        sourced: Paragraph and sentence, each from 1, at which a citation stands.
        whole: Whether the text is a whole paper.
    """
    told = []
    for number, sentences in enumerate(paragraphs, start=1):
        paragraph = []
        for at, text in enumerate(sentences, start=1):
            counted = Where(paragraph=number, sentence=at)
            where = places[number - 1][at - 1] if places else counted
            cited = (number, at) in sourced
            paragraph.append(Told(text, where, cited, tokens(text)))
        if paragraph:
            told.append(tuple(paragraph))
    return Manuscript(tuple(told), country, whole)


def advice(rule: str, message: str, places: Sequence[Told]) -> Iterator[Finding]:
    """One piece of advice with its places; nothing where there is no place."""
    if places:
        yield Finding(
            rule=rule,
            outcome=Outcome.ADVICE,
            message=message,
            where=tuple(one.shown for one in dict.fromkeys(places)),
        )


def per_hundred(found: float, words: int) -> float:
    """How often something stands in a hundred words."""
    return 100 * found / words if words else 0.0


def share(found: int, of: int) -> float:
    """A part of a whole, 0 to 1."""
    return found / of if of else 0.0
