"""What our patterns and cards could have made: the yardstick for own words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from app.drafting.bank import Bank, load_bank, own_folder
from app.drafting.pattern_grammar import words_between_slots
from app.language.grammar import join_names
from app.language.sentences import paragraphs, split
from app.model.argument import LineOfArgument, Wording
from app.model.assignment import Country
from app.model.brief import Brief, Register
from app.model.card import Card, Criticism
from app.model.dossier import Dossier, Term
from app.model.material import Material, Told
from app.model.say import FORMS
from app.model.source import Source


def material_of_brief(brief: Brief, bank: Bank) -> Material:
    """What could have been made of one brief."""
    lines = (brief.line,) if brief.line else ()
    countries = (brief.assignment.country,)
    whole = _material(
        brief.cards, lines, brief.sources, brief.glossary, countries, bank
    )
    return whole.revise(told=(*whole.told, Told(forms=(brief.assignment.topic,))))


def material_of_dossiers(
    dossiers: Iterable[Dossier], samples: Iterable[Brief], bank: Bank
) -> Material:
    """What could have been made of anything on the shelf, samples included."""
    held = tuple(dossiers)
    finished = [
        sentence
        for brief in samples
        for passage in brief.passages
        for paragraph in paragraphs(passage.text)
        for sentence in split(paragraph)
    ]
    lines: list[LineOfArgument | Wording] = []
    for one in held:
        lines += (*one.lines, *one.wordings)
    whole = _material(
        [card for one in held for card in one.cards],
        lines,
        [source for one in held for source in one.sources],
        [term for one in held for term in one.glossary],
        [one.country for one in held],
        bank,
    )
    topics = tuple(Told(forms=(one.topic,)) for one in held)
    return whole.revise(
        sentences=(*whole.sentences, *finished), told=(*whole.told, *topics)
    )


def _material(
    cards: Iterable[Card],
    lines: Iterable[LineOfArgument | Wording],
    sources: Iterable[Source],
    terms: Iterable[Term],
    countries: Iterable[Country],
    bank: Bank,
) -> Material:
    told = [*map(_card_words, cards), *(_line_words(line) for line in lines)]
    return Material(
        skeletons=tuple(dict.fromkeys(_skeletons(bank))),
        told=tuple(dict.fromkeys(told)),
        names=tuple(dict.fromkeys(_names(sources, terms, countries))),
    )


def _card_words(card: Card) -> Told:
    forms = [said for form in FORMS for said in card.say.samples(form)]
    if isinstance(card, Criticism) and card.examination_offer:
        forms.append(card.examination_offer)
    return Told(forms=tuple(dict.fromkeys(forms)), statement=card.statement)


def _line_words(line: LineOfArgument | Wording) -> Told:
    return Told(forms=tuple(dict.fromkeys(_line_forms(line))))


def _skeletons(bank: Bank) -> Iterator[tuple[str, ...]]:
    """The fixed words of every pattern, of this register first, then of the others."""
    yield from (words_between_slots(one.parts) for one in bank.patterns())
    for register in Register:
        if register is not bank.register:
            yield from _fixed(register, own_folder(register))


@lru_cache(maxsize=4)
def _fixed(register: Register, _own: Path) -> tuple[tuple[str, ...], ...]:
    """The fixed words of a register, kept without the bank they were read from."""
    return tuple(
        words_between_slots(one.parts) for one in load_bank(register).patterns()
    )


def _line_forms(line: LineOfArgument | Wording) -> Iterator[str]:
    if isinstance(line, Wording):
        yield from (*line.claim, *line.because, *line.claim_again)
        return
    yield from (line.claim, line.because, line.claim_again)
    yield join_names([strand.part for strand in line.strand])
    for strand in line.strand:
        yield strand.part
        if strand.gap:
            yield strand.gap


def _names(
    sources: Iterable[Source], terms: Iterable[Term], countries: Iterable[Country]
) -> Iterator[str]:
    for source in sources:
        yield source.title
        yield from (name for name in (source.publisher, source.container) if name)
    for term in terms:
        yield term.term
        if term.expand:
            yield term.expand
    for country in countries:
        known = (country.name, country.formal, country.adjective, country.capital)
        yield from (name for name in known if name)
