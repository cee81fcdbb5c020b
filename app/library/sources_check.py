"""Sources and dates: no fact without a text it stands in, no day that never was.

A drafted proposal is ours and stands in no text; it needs the cards it builds
on instead. A criticism that is a matter of care needs a line that says who
says it, and has no words of concession or reply that could be drafted from.
"""

import re
from collections.abc import Iterator
from datetime import date

from app.library.faults import Fault
from app.model.card import Card, Criticism, GrantedBasis, Proposal, ProposalBasis
from app.model.dossier import Dossier
from app.model.finding import Outcome
from app.model.source import Source

_MONTH = re.compile(r"\d{4}-\d{2}")
_ISO = re.compile(r"(?<!\d)\d{4}(?:-\d{2}){1,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")


def check_sources(dossier: Dossier) -> Iterator[Fault]:
    """Cards without a text they stand in, and what is odd about the texts."""
    known = {source.id for source in dossier.sources}
    for card in dossier.cards:
        if _is_drafted(card):
            yield from _drafted(card)
        else:
            yield from _stands(card, known)


def check_dates(dossier: Dossier) -> Iterator[Fault]:
    """Dates that cannot be, or that lie after the last month of the dossier."""
    until = dossier.facts_up_to
    if until is not None and not _is_month(until):
        message = f'{dossier.id}: facts_up_to is "{until}"; write a month as 2026-01.'
        yield Fault("dates", dossier.id, message)
        until = None
    for card in dossier.cards:
        if card.as_of is not None and not _is_month(card.as_of):
            message = f'{card.id}: as_of is "{card.as_of}"; write a month as 2026-01.'
            yield Fault("dates", card.id, message)
        yield from _date(card.id, card.date or "", until)
        for figure in card.figures:
            yield from _date(card.id, str(figure.year or ""), until)
    for source in dossier.sources:
        yield from _source_dates(source, until)


def check_care(dossier: Dossier) -> Iterator[Fault]:
    """Criticisms whose concession or whose care is not told whole."""
    for card in dossier.criticisms:
        basis = card.granted_basis
        if card.granted and (basis is GrantedBasis.NONE or not card.granted_cards):
            message = (
                f"{card.id}: what is granted needs granted_basis and granted_cards."
            )
            yield Fault("care", card.id, message)
        if not card.granted and basis is not GrantedBasis.NONE:
            message = f"{card.id}: granted_basis is {basis}, but nothing is granted."
            yield Fault("care", card.id, message)
        if card.care:
            yield from _care(card)


def _care(card: Criticism) -> Iterator[Fault]:
    if not card.attributed_line:
        message = f"{card.id}: a matter of care needs attributed_line: who says what."
        yield Fault("care", card.id, message)
    for form in ("granted", "reply"):
        if card.say.variants(form):
            message = (
                f"{card.id}: nothing is drafted on a matter of care, so say.{form} "
                "must go."
            )
            yield Fault("care", card.id, message)
    if not card.examination_offer or not card.documented_facts:
        message = (
            f"{card.id}: a matter of care is best met with documented_facts and an "
            "examination_offer."
        )
        yield Fault("care", card.id, message, outcome=Outcome.ADVICE)


def _is_drafted(card: Card) -> bool:
    return isinstance(card, Proposal) and card.basis is ProposalBasis.DRAFTED


def _drafted(card: Card) -> Iterator[Fault]:
    if isinstance(card, Proposal) and not card.built_on:
        message = f"{card.id}: a drafted proposal needs built_on, the cards under it."
        yield Fault("sources", card.id, message)
    if card.actor or card.date:
        message = (
            f"{card.id}: a drafted proposal is no history, so it has neither actor "
            "nor date; who would act goes into proposed_actor."
        )
        yield Fault("sources", card.id, message)


def _stands(card: Card, known: set[str]) -> Iterator[Fault]:
    if not card.sources:
        message = f"{card.id}: no source; name at least one text it stands in."
        yield Fault("sources", card.id, message)
        return
    for place in card.sources:
        if place.id not in known:
            message = f"{card.id}: the source {place.id} is not in sources.toml."
            yield Fault("sources", card.id, message)
        elif not place.where:
            message = f"{card.id}: say where in {place.id} it stands, as `where`."
            yield Fault("sources", card.id, message)
    if card.cite_as and card.cite_as not in {place.id for place in card.sources}:
        message = f"{card.id}: cite_as names {card.cite_as}, not one of its sources."
        yield Fault("sources", card.id, message)


def _source_dates(source: Source, until: str | None) -> Iterator[Fault]:
    for said in (source.date, source.accessed):
        if said and not re.fullmatch(r"\d{4}(-\d{2}){0,2}", said):
            message = f'{source.id}: the date "{said}" is not like 2010-07-30.'
            yield Fault("dates", source.id, message)
    yield from _date(source.id, source.date or "", until)


def _date(entry: str, said: str, until: str | None) -> Iterator[Fault]:
    """What is wrong with the days, months and years that a text names."""
    days = _ISO.findall(said)
    for day in days:
        if not _is_day(day):
            yield Fault("dates", entry, f"{entry}: {day} is no day of the calendar.")
            return
    if until and any(stamp[:7] > until[: len(stamp[:7])] for stamp in _stamps(said)):
        message = f'{entry}: "{said}" lies after {until}, where the facts end.'
        yield Fault("dates", entry, message)
    if "/" in said and len(days) == 2 and days[0] > days[1]:
        yield Fault("dates", entry, f'{entry}: "{said}" ends before it begins.')


def _stamps(said: str) -> list[str]:
    return [*_ISO.findall(said), *_YEAR.findall(said)]


def _is_month(said: str) -> bool:
    return bool(_MONTH.fullmatch(said)) and _is_day(said)


def _is_day(said: str) -> bool:
    parts = [int(part) for part in said.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True
