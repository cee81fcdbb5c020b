"""Where a figure, a date or a symbol in a text may come from."""

import re
from collections.abc import Iterable, Iterator

from app.language.symbols import find_symbols
from app.model.brief import Brief
from app.model.card import Card
from app.model.paper import Sentence

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def numbers(text: str) -> set[str]:
    """The numbers of a text, without thousands commas and leading zeros."""
    return {
        found.replace(",", "").lstrip("0") or "0" for found in _NUMBER.findall(text)
    }


def untraced(sentence: Sentence, brief: Brief) -> set[str]:
    """What a sentence says in figures or symbols that none of its cards says."""
    held = [card for one in sentence.cards if (card := brief.card(one))]
    said = " ".join(text for card in held for text in _texts(card, brief))
    strange = numbers(sentence.prose) - numbers(said)
    return strange | {
        symbol for symbol in find_symbols(sentence.prose) if symbol not in said
    }


def _texts(card: Card, brief: Brief) -> Iterator[str]:
    skipped = {"say", "id", "so_what", "as_of"}
    yield from _strings(card.model_dump(exclude=skipped))
    for place in card.sources:
        source = brief.source(place.id)
        if source:
            yield from (text for text in (source.title, source.symbol) if text)


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
    elif value is not None:
        yield str(value)
