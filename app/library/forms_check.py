"""Forms: whether each wording of a card can stand where a pattern puts it.

A form obeys a small grammar of its own (`app.model.say`), and no number, year
or document symbol enters it that the card itself does not hold.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.library.faults import Fault
from app.model.alternatives import MOST_WORDINGS, wordings
from app.model.card import (
    Answer,
    Card,
    Criticism,
    Kind,
    Proposal,
    ProposalBasis,
)
from app.model.dossier import Dossier
from app.model.finding import Outcome
from app.model.say import FORMS
from app.model.source import Source

LONGEST = 25
"""Words a form may have, so that a sentence around it stays readable."""

LONGEST_NAME = 14
"""Words a form that names something may have."""

NAMING = frozenset({"np", "critic", "name", "actor"})
"""Forms that name something and are shorter than a clause."""

SHORT = NAMING | {"when"}
"""Forms that may have fewer than four words."""

OPENERS = frozenset(
    {"about", "across", "after", "at", "before", "by", "during", "every", "for"}
    | {"from", "in", "no", "on", "once", "over", "through", "until", "upon"}
    | {"when", "with", "within"}
)
"""Words a form of time opens with."""

ONLY_FOR: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("critic", "charge", "granted"), frozenset({Kind.CRITICISM})),
    "reply": frozenset({Kind.ANSWER}),
    **dict.fromkeys(
        ("name", "actor", "act", "when", "money", "check", "fit"),
        frozenset({Kind.PROPOSAL}),
    ),
}
"""Forms that only one kind of card has a use for."""

WANTED: dict[Kind, tuple[str, ...]] = {
    Kind.STANCE: ("np", "clause"),
    Kind.RECORD: ("np", "clause"),
    Kind.STATISTIC: ("clause",),
    Kind.CONTEXT: ("clause",),
    Kind.CRITICISM: ("critic", "charge"),
    Kind.ANSWER: ("reply",),
    Kind.PROPOSAL: ("name", "act"),
}
"""The forms a card of each kind needs before it can be argued with."""

DRAFTED = ("name", "actor", "act", "when", "money", "check", "fit")
"""The forms a drafted proposal needs: who does what, by when, who pays."""

_SYMBOL = re.compile(r"\b[A-Z]{1,6}(?:/[A-Z0-9.\-]+)+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BIG = re.compile(
    r"\b(?:thir|four|fif|six|seven|eigh|nine)teen|\b(?:twen|thir|for|fif|six|seven"
    r"|eigh|nine)ty\b|\bhundreds?\b|\bthousands?\b|\bmillions?\b|\bbillions?\b",
    re.IGNORECASE,
)
_NUMERALS = {
    "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_INSIDE = re.compile(r"(?<=[\w,;’)] )[(“]?[A-Z][\w’.-]*")


class _Known(NamedTuple):
    """What a form of one card may name."""

    text: str
    """Everything the card says, in one run."""

    numbers: frozenset[str]
    """Its numbers, without thousands commas and leading zeros."""

    symbols: frozenset[str]
    """Its document symbols."""


def check_forms(dossier: Dossier, ready: Iterable[str] = ()) -> Iterator[Fault]:
    """What is wrong with the forms of a dossier's cards.

    Args:
        dossier: the dossier.
        ready: ids of the cards that its ready brief argues with.
    """
    names = _names(dossier)
    sources = {source.id: source for source in dossier.sources}
    for card in dossier.cards:
        known = _known(card, sources)
        for form in FORMS:
            if variants := card.say.variants(form):
                yield from _form(card, form, variants)
                for text in variants:
                    yield from _variant(card, form, text, names, known)
    yield from _missing(dossier, ready)


def _form(card: Card, form: str, variants: tuple[str, ...]) -> Iterator[Fault]:
    """What is wrong with a form as a whole."""
    kinds = ONLY_FOR.get(form)
    if kinds and card.kind not in kinds:
        yield Fault("forms", card.id, f"{card.id}: a {card.kind} has no say.{form}.")
    if form == "gerund" and isinstance(card, Criticism | Answer):
        yield Fault("forms", card.id, f"{card.id}: a {card.kind} has no say.{form}.")
    if len(set(variants)) < 2:
        message = f"{card.id}: say.{form} needs two wordings or more."
        yield Fault("forms", card.id, message)
    for text in getattr(card.say, form):
        if (many := wordings(text)) > MOST_WORDINGS:
            message = f"{card.id}: say.{form}: its choices make {many} wordings"
            reason = f"{message}; {MOST_WORDINGS} are the most."
            yield Fault("forms", card.id, reason, text)


def _variant(
    card: Card, form: str, text: str, names: frozenset[str], known: _Known
) -> Iterator[Fault]:
    """What is wrong with one wording."""
    for reason in (*_shape(form, text), *_start(text, names), *_figures(text, known)):
        yield Fault("forms", card.id, f"{card.id}: say.{form}: {reason}", text)


def _shape(form: str, text: str) -> Iterator[str]:
    """Where a wording breaks the grammar of its form."""
    words = text.split()
    if not words:
        yield "this wording is empty."
        return
    if text[-1] in ".!?;:,…–—-":
        yield "no form ends with a mark; the sentence around it does."
    if any(mark in text for mark in ("[", "]", "{", "}", "____")):
        yield "brackets and blanks belong to patterns, not to forms."
    longest = LONGEST_NAME if form in NAMING else LONGEST
    if len(words) > longest:
        yield f"{len(words)} words; {longest} fit."
    shortest = (2 if form == "np" else 1) if form in SHORT else 4
    if len(words) < shortest:
        yield f"{len(words)} words; {shortest} are the least."
    if form in ("shows", "charge") and words[0] != "that":
        yield 'it opens with "that".'
    if form == "gerund" and not words[0].endswith("ing"):
        yield "its first word ends in -ing."
    if form == "act" and words[0] == "to":
        yield 'write the bare infinitive, without "to".'
    if form == "when" and words[0] not in OPENERS:
        yield 'it opens with a word of time such as "by" or "within".'


def _start(text: str, names: frozenset[str]) -> Iterator[str]:
    """A capital at the start that no name explains."""
    first = re.match(r"[\w’.-]+", text)
    if not first or not first[0][0].isupper():
        return
    word = first[0].removesuffix("’s").rstrip("’.")
    if sum(letter.isupper() for letter in word) < 2 and word not in names:
        yield f'it starts in lower case; "{word}" is no name the dossier knows.'


def _figures(text: str, known: _Known) -> Iterator[str]:
    """Numbers, years and symbols that the card does not hold."""
    for symbol in _SYMBOL.findall(text):
        if symbol.rstrip(".") not in known.symbols:
            yield f"the symbol {symbol} is not on the card."
    bare = _SYMBOL.sub(" ", text)
    for number in _NUMBER.findall(bare):
        if _plain(number) not in known.numbers:
            yield f"the number {number} is not on the card."
    for word in _BIG.findall(bare):
        held = word.lower() in known.text.lower()
        if not held and _NUMERALS.get(word.lower()) not in known.numbers:
            yield f'the number "{word}" is not on the card.'


def _missing(dossier: Dossier, ready: Iterable[str]) -> Iterator[Fault]:
    """Forms that a card in use still lacks."""
    causes = {
        one for line in dossier.lines for strand in line.strand for one in strand.cause
    }
    used = _in_use(dossier, ready)
    for card in dossier.cards:
        if card.id not in used:
            continue
        wanted = (*_wanted(card), *(("cause",) if card.id in causes else ()))
        lacking = [form for form in wanted if not card.say.variants(form)]
        if lacking:
            said = ", ".join(lacking)
            message = f"{card.id}: a line or the shortlist uses it; write say: {said}."
            yield Fault("forms", card.id, message, outcome=Outcome.ADVICE)


def _in_use(dossier: Dossier, ready: Iterable[str]) -> frozenset[str]:
    """The ids that a line, the shortlist or the ready brief argues with."""
    lines = (one for line in dossier.lines for one in line.cards)
    picks = (pick.id for group in dossier.starter for pick in group.picks)
    return frozenset([*lines, *picks, *ready])


def _wanted(card: Card) -> tuple[str, ...]:
    if isinstance(card, Criticism):
        if card.care:
            return ()
        granted = ("granted",) if card.granted else ()
        return (*WANTED[Kind.CRITICISM], *granted)
    if isinstance(card, Proposal) and card.basis is ProposalBasis.DRAFTED:
        return DRAFTED
    return WANTED.get(card.kind, ())


def _names(dossier: Dossier) -> frozenset[str]:
    """Capitalised words that stand inside sentences, and so are names."""
    country = dossier.country
    texts = [country.name, country.formal, country.adjective, country.capital]
    found = {word for text in texts if text for word in text.split()}
    for card in dossier.cards:
        for text in (card.statement, card.actor, card.note, card.so_what):
            found.update(_capitals(f"x {text}" if text == card.actor else text))
    for term in dossier.glossary:
        found.update(_capitals(f"x {term.term}"))
        found.update(_capitals(term.say))
    return frozenset(found)


def _capitals(text: str | None) -> Iterator[str]:
    for word in _INSIDE.findall(text or ""):
        yield word.strip("(“.").removesuffix("’s").rstrip("’")


def _known(card: Card, sources: dict[str, Source]) -> _Known:
    """Everything a card holds that a form of it may repeat."""
    said = [str(value) for value in _values(card)]
    for place in card.sources:
        source = sources.get(place.id)
        if source:
            said += [source.title, source.date or "", source.symbol or ""]
    text = " ".join(said)
    symbols = frozenset(one.rstrip(".") for one in _SYMBOL.findall(text))
    numbers = frozenset(_plain(number) for number in _NUMBER.findall(text))
    return _Known(text, numbers, symbols)


def _values(card: Card) -> Iterator[object]:
    """The texts and numbers of a card, its forms, ids and links left out."""
    skipped = {"id", "say", "as_of", "origin", "kind", "voice"}
    for field in type(card).model_fields:
        value = getattr(card, field)
        if field in skipped or value is None:
            continue
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            yield value
    for figure in card.figures:
        yield from (figure.value, figure.unit, figure.what, figure.year or "")
    yield from (place.where or "" for place in card.sources)


def _plain(number: str) -> str:
    """A number without thousands commas, leading zeros or an empty fraction."""
    bare = number.replace(",", "")
    whole, _, fraction = bare.partition(".")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction.strip("0") else whole
