"""Stock phrases, words of weight, and the country's name too often."""

from collections.abc import Callable, Iterator
from re import Pattern

from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice, per_hundred
from app.review.wordlists import either, enough, finder, limits

_FEWEST = 2


def stock_phrases(text: Manuscript) -> float:
    """Phrases that fit any paper, per 100 words."""
    return _often(text, finder("stock"))


def inflation(text: Manuscript) -> float:
    """Adverbs and adjectives of weight, per 100 words."""
    return _often(text, finder("inflation"))


def country_names(text: Manuscript) -> float:
    """The country's name, per 100 words."""
    return _often(text, either((text.country,))) if text.country else 0.0


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about words that say little."""
    yield from _too_often(
        text,
        "stock-phrases",
        finder("stock"),
        stock_phrases,
        lambda said: (
            f"Phrases that fit any paper: {said}. Say what is meant instead: "
            "who did what, when."
        ),
    )
    yield from _too_often(
        text,
        "inflation",
        finder("inflation"),
        inflation,
        lambda said: (
            f"Words of weight carry little: {said}. Cut them, or give the "
            "figure that makes the point."
        ),
    )
    if text.country:
        yield from _too_often(
            text,
            "country-names",
            either((text.country,)),
            country_names,
            lambda said: (
                f"The name {said} comes very often. Use “it”, the capital or "
                "“the delegation”."
            ),
        )


def _often(text: Manuscript, phrases: Pattern[str]) -> float:
    found = sum(len(phrases.findall(one.text)) for one in text.sentences)
    return per_hundred(found, text.words)


def _too_often(
    text: Manuscript,
    rule: str,
    phrases: Pattern[str],
    measure: Callable[[Manuscript], float],
    message: Callable[[str], str],
) -> Iterator[Finding]:
    limit = limits()[rule.replace("-", "_")]
    if text.words < enough()["words"] or measure(text) <= limit:
        return
    places = [one for one in text.sentences if phrases.search(one.text)]
    said = _quoted(places, phrases)
    if sum(len(phrases.findall(one.text)) for one in places) >= _FEWEST:
        yield from advice(rule, message(said), places)


def _quoted(places: list[Told], phrases: Pattern[str]) -> str:
    found = [hit.casefold() for one in places for hit in phrases.findall(one.text)]
    kept = {one.casefold(): one for p in places for one in phrases.findall(p.text)}
    ranked = sorted(dict.fromkeys(found), key=lambda one: -found.count(one))[:4]
    return ", ".join(f"“{kept[one]}”" for one in ranked)
