"""Cards and texts as they are drawn: styled, and never read as markup."""

from textual.content import Content
from textual.widgets.option_list import Option

from app.model.card import Answer, Card, Criticism, Proposal
from app.tui import filling, wording
from app.tui.work import Work


def row(work: Work, card: Card, why: str = "") -> Option:
    """A card in a list: its mark, the fact, and whose it is and how sure."""
    rank = work.rank(card)
    mark = f"[{rank}]" if rank else "[ ]"
    about = wording.tags(card, work.country)
    if rank and isinstance(card, Proposal):
        about = (
            f"{filling.count(work, card)} of {len(filling.FIELDS)} filled in · {about}"
        )
    words = Content.assemble(
        (f"{mark:<4} ", "bold"),
        wording.short(card),
        "\n     ",
        (f"{why} · " if why else "", "italic"),
        (about, "$text-muted"),
    )
    return Option(words, id=card.id)


def reply_row(work: Work, card: Answer, criticism: str) -> Option:
    """A reply in the list below its criticism: what it says, label and limits."""
    mark = "[x]" if work.is_used(card.id) else "[ ]"
    words = Content.assemble(
        (f"{mark} ", "bold"),
        wording.short(card),
        "\n    ",
        (wording.reply_tags(card, criticism, work.country), "$text-muted"),
    )
    return Option(words, id=card.id)


def detail(work: Work, card: Card) -> Content:
    """A card below or beside the list: what one needs to choose it."""
    parts: list[Content] = []
    if wording.needs_care(card):
        parts.append(_line("Care", wording.CARE, "bold $warning"))
    if isinstance(card, Criticism):
        weighed = f"{wording.strength(card)} charge, by " if card.strength else ""
        parts.append(Content.styled(f"{weighed}{card.actor or 'others'}\n", "bold"))
        parts.append(_line("Granted", wording.granted(card)))
        parts += _beyond(work, card)
    parts += [Content.styled(card.statement, "bold"), Content("\n")]
    if card.so_what:
        parts.append(_line("Good for", card.so_what))
    parts += [_line("Source", one) for one in sources(work, card)[:2]]
    said = list(filling.told(work, card))
    parts += [
        _line(one.label, one.text)
        for one in said
        if one.label not in {"Good for", "Granted", "Care"}
    ]
    return Content("").join(parts)


def _beyond(work: Work, card: Criticism) -> list[Content]:
    """What follows a charge: the likely rejoinder to a reply, a proposal against it."""
    replies = sorted(work.replies_to(card.id), key=lambda one: not work.is_used(one.id))
    rejoinder = next((one.rejoinder for one in replies if one.rejoinder), None)
    parts = [_line("They will say", rejoinder)] if rejoinder else []
    found = [
        f"{wording.short(one)}{' (used)' if work.is_used(one.id) else ''}"
        for one in work.addressing(card.id)
    ]
    said = "; ".join(found[:2]) or "none yet: the charge stays without a remedy"
    return [*parts, _line("Proposal for it", said)]


def with_citation(work: Work, card: Card) -> str:
    """A card as it is copied: what it says, and where that stands."""
    return "\n".join([card.statement, *sources(work, card)])


def in_full(work: Work, card: Card) -> Content:
    """Everything there is on a card, its words explained."""
    parts: list[Content] = [Content(f"{card.statement}\n\n")]
    parts += [_line(one.label, one.text) for one in filling.told(work, card)]
    parts.append(Content("\n"))
    places = sources(work, card) or ["none: it is your own inference"]
    parts += [_line("Source", one) for one in places]
    for card_source in card.sources:
        found = work.source(card_source.id)
        if found and found.url:
            parts.append(_line("Address", found.url))
    terms = wording.words_of(card, work.glossary)
    if terms:
        parts.append(Content.styled("\nWords\n", "bold"))
        parts += [_line(one.term, one.say) for one in terms]
    return Content("").join(parts)


def sources(work: Work, card: Card) -> list[str]:
    """The sources of a card with the place in each, best first."""
    return [wording.cited(work.source(one.id), one) for one in card.sources]


def glossary(work: Work) -> Content:
    """Every word and acronym of the topic, one line each."""
    parts = []
    for term in work.glossary:
        expanded = f"{term.expand}. " if term.expand else ""
        parts.append(_line(term.term, f"{expanded}{term.say}"))
    return (
        Content("").join(parts)
        if parts
        else Content(
            "No words are explained for this topic; Space reads a card in full."
        )
    )


def _line(label: str, text: str, style: str = "$text-muted") -> Content:
    return Content.assemble((f"{label}: ", style), text, "\n")
