"""The research binder: every card of a brief, for a room without devices."""

from collections.abc import Iterator
from string import ascii_uppercase

from app.drafting.blocks import bullets, labelled, paragraph, section, sheet
from app.drafting.evidence_words import (
    CONFIDENCES,
    KINDS,
    SOURCINGS,
    VOICES,
    date_words,
    figure_words,
    is_blank,
    places,
    source_words,
)
from app.drafting.proposing import as_filled, statement_of
from app.library.labels import Labels, open_labels
from app.model.brief import Brief
from app.model.card import Card, Confidence, Proposal, ProposalBasis
from app.model.paper import Block, PageBreak, Paper, Section
from app.model.preset import Preset


def draft_binder(brief: Brief, rules: Preset) -> Paper:
    """The research binder of a brief.

    Raises:
        TemplateBroken: its labels cannot be read.
    """
    labels = open_labels("binder")
    if not brief.cards:
        empty = section("none", None, (paragraph(labels.say("none")),))
        return sheet(labels, brief, rules, [empty])
    sections = list(_kinds(brief, labels))
    sections += _watch(brief, labels, ascii_uppercase[len(sections)])
    if brief.glossary:
        letter = ascii_uppercase[len(sections)]
        terms = [f"{one.term}: {one.say}" for one in brief.glossary]
        title = labels.say("kind", letter=letter, title=labels.say("terms"))
        sections.append(section("terms", title, (bullets(terms),)))
    first = section(
        "contents", labels.say("contents"), _contents(brief, sections, labels)
    )
    return sheet(labels, brief, rules, [first, *sections])


def _contents(brief: Brief, sections: list[Section], labels: Labels) -> Iterator[Block]:
    yield bullets([one.title or "" for one in sections])
    picked = len([card for card in brief.cards if card.id in brief.picks])
    count = len(brief.cards)
    yield paragraph(labels.say("about", picked=picked, count=count), italic=True)
    yield PageBreak()


def _kinds(brief: Brief, labels: Labels) -> Iterator[Section]:
    """One section a kind; the chosen cards first, in the order chosen."""
    letters = iter(ascii_uppercase)
    for kind, said in KINDS.items():
        chosen = list(brief.picked(kind))
        rest = [card for card in brief.cards if card.kind is kind]
        held = [*chosen, *(card for card in rest if card not in chosen)]
        if not held:
            continue
        letter = next(letters)
        blocks: list[Block] = []
        for number, card in enumerate(held, 1):
            code = labels.say("code", letter=letter, number=number)
            blocks.extend(_card(card, code, brief, labels))
        count = f"{len(held)} {'card' if len(held) == 1 else 'cards'}"
        title = labels.say("kind", letter=letter, title=f"{said} ({count})")
        yield section(kind.value, title, blocks)


def _card(card: Card, code: str, brief: Brief, labels: Labels) -> Iterator[Block]:
    star = f" {labels.say('star')}" if card.id in brief.picks else ""
    said = statement_of(card, brief)
    yield paragraph(f"{code}{star} {said}", bold=True, cards=(card.id,))
    yield paragraph(_about(card, brief, labels))
    if card.figures:
        words = "; ".join(figure_words(one) for one in card.figures)
        yield labelled(labels.say("figures"), f"{words}.")
    if card.so_what:
        yield labelled(labels.say("so_what"), card.so_what)
    if card.note and not is_blank(card, brief):
        yield labelled(labels.say("note"), card.note)
    yield from _sources(card, brief, labels)


def _about(card: Card, brief: Brief, labels: Labels) -> str:
    """Who, when, whose words and how sure, on one line."""
    said = []
    if card.actor:
        said.append(f"{labels.say('who')}: {card.actor}")
    if card.date:
        said.append(f"{labels.say('when')}: {date_words(card.date, brief)}")
    if isinstance(card, Proposal) and card.basis is ProposalBasis.DRAFTED:
        return ". ".join(said)
    said.append(f"{labels.say('voice')}: {VOICES[card.voice]}")
    sure = f"{CONFIDENCES[card.confidence]}; {SOURCINGS[card.sourcing]}"
    if card.as_of:
        month = date_words(card.as_of, brief)
        sure += f"; {labels.say('checked', month=month)}"
    said.append(f"{labels.say('confidence')}: {sure}")
    return ". ".join(said) + "."


def _sources(card: Card, brief: Brief, labels: Labels) -> Iterator[Block]:
    found = places(card, brief)
    if found:
        yield labelled(labels.say("sources"))
        yield bullets([source_words(source, place, brief) for source, place in found])
        return
    if not isinstance(card, Proposal) or card.basis is not ProposalBasis.DRAFTED:
        yield labelled(labels.say("sources"), labels.say("missing_source"))
        return
    yield labelled(labels.say("sources"), labels.say("no_source"))
    held = [brief.card(one) for one in as_filled(card, brief).built_on]
    if any(held):
        yield bullets([one.statement for one in held if one])


def _watch(brief: Brief, labels: Labels, letter: str) -> Iterator[Section]:
    """The cards whose sources differ, with both sides."""
    differing = [
        card
        for card in brief.cards
        if card.confidence is Confidence.CONFLICTING and card.note
    ]
    if differing:
        title = labels.say("kind", letter=letter, title=labels.say("conflicts"))
        items = [f"{card.statement} {card.note}" for card in differing]
        yield section("conflicts", title, (bullets(items),))
