"""Citations: their form, their style, how many, and what they rest on."""

from collections.abc import Iterator

from app.model.finding import Finding, Outcome, Where
from app.model.preset import CitationForm
from app.review.case import Case

_STAND = {
    CitationForm.FOOTNOTES: "in footnotes",
    CitationForm.ENDNOTES: "in endnotes",
    CitationForm.INTEXT: "in the text, with a list at the end",
    CitationForm.LIST: "in a list at the end",
    CitationForm.LINKS: "in a list of links",
}
_NOTES = frozenset({CitationForm.FOOTNOTES, CitationForm.ENDNOTES})


def check(case: Case) -> Iterator[Finding]:
    """Every rule about sources."""
    yield from _form(case)
    yield from _style(case)
    yield from _enough(case)
    yield from _list(case)
    yield from _unknown_cards(case)


def _form(case: Case) -> Iterator[Finding]:
    form = case.rules.citations.form or CitationForm.INTEXT
    about = ("citations.form",)
    if "citations.form" in case.fallen_back:
        yield from case.silent("citation-form", about[0], f"{_STAND[form]}.")
        return
    if not case.states("citations.form"):
        return
    if not case.paper.notes and not case.paper.references:
        message = f"Nothing is cited; sources belong {_STAND[form]}."
        yield case.tell("citation-form", Outcome.FAILED, message, about=about)
        return
    others = [_STAND[one] for one in case.preset.citations.forms or () if one != form]
    also = f" They may also stand {' or '.join(others)}." if others else ""
    message = f"Sources stand {_STAND[form]}.{also}"
    yield case.tell("citation-form", Outcome.PASSED, message, about=about)


def _style(case: Case) -> Iterator[Finding]:
    allowed = case.rules.citations.styles or ()
    chosen = case.brief.settings.citation_style
    used = chosen or (allowed[0] if allowed else "")
    about = ("citations.styles",)
    if "citations.styles" in case.fallen_back:
        yield from case.silent("citation-style", about[0], f"{used}.")
    elif used in allowed:
        message = f"The style is {used}."
        yield case.tell("citation-style", Outcome.PASSED, message, about=about)
    elif allowed:
        message = f"The style is {used}, and {' or '.join(allowed)} is asked for."
        yield case.tell(
            "citation-style", Outcome.FAILED, message, about=about, fix="citation-style"
        )


def _enough(case: Case) -> Iterator[Finding]:
    wanted = case.preset.citations.min_sources
    if wanted is None:
        return
    held = len(_cited(case))
    message = f"{held} of {wanted} sources are cited."
    outcome = Outcome.PASSED if held >= wanted else Outcome.FAILED
    about = ("citations.min_sources",)
    yield case.tell("sources", outcome, message, about=about)


def _cited(case: Case) -> set[str]:
    """The sources the paper cites, by id."""
    if case.paper.references:
        return {one.source for one in case.paper.references.entries}
    cards = [
        case.brief.card(one) for said in case.paper.sentences for one in said.cards
    ]
    held = [card for card in cards if card is not None]
    return {card.cited_source for card in held if card.cited_source}


def _list(case: Case) -> Iterator[Finding]:
    form = case.rules.citations.form
    if form in _NOTES and not case.rules.citations.list_with_notes:
        return
    about = ("citations.list_title",)
    title = case.rules.citations.list_title
    if "citations.list_title" in case.fallen_back:
        yield from case.silent("list-title", about[0], f"the list is headed {title}.")
    elif title and case.states(about[0]):
        message = f"The list of sources is headed {title}."
        yield case.tell("list-title", Outcome.PASSED, message, about=about)
    if case.preset.citations.list_new_page is not None:
        apart = case.preset.citations.list_new_page
        message = f"The list {'begins a new page' if apart else 'follows the text'}."
        yield case.tell("list-page", Outcome.PASSED, message)


def _unknown_cards(case: Case) -> Iterator[Finding]:
    for card in case.unknown_cards:
        message = (
            f"[@{card}] names no card of this brief; it stands as plain text. "
            "Use the card, or mend the id."
        )
        yield Finding(rule="citations", outcome=Outcome.FAILED, message=message)
    for passage in case.brief.passages:
        held = {card.id for card in case.brief.cards}
        gone = [one for one in passage.cards_when_written if one not in held]
        if passage.text and gone:
            message = f'Cards of "{passage.id}" have changed since it was written.'
            yield Finding(
                rule="cards-changed",
                outcome=Outcome.ADVICE,
                message=message,
                where=(Where(passage=passage.id),),
            )
