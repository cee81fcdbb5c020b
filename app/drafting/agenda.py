"""The private agenda: the delegate's notes, the guide's questions, the room."""

from collections.abc import Iterator

from app.drafting.blocks import labelled, paragraph, room, section, sheet, table
from app.drafting.evidence_words import proposal_name
from app.drafting.genres import Genre, open_genre
from app.drafting.proposing import as_filled
from app.language.grammar import sentence_start
from app.language.sentences import paragraphs
from app.library.labels import Labels, open_labels
from app.model.brief import Brief, Question
from app.model.card import Proposal
from app.model.paper import Block, Paper
from app.model.preset import Preset

_ROOM = 8


def draft_agenda(brief: Brief, rules: Preset) -> Paper:
    """The private agenda of a brief.

    Raises:
        Trouble: a genre or its labels cannot be read.
    """
    labels = open_labels("agenda")
    genre = open_genre()
    sections = [
        section("notes", labels.say("notes"), _notes(brief)),
        section("questions", labels.say("questions"), _questions(brief, genre, labels)),
    ]
    likely = list(_room(brief, labels))
    if likely:
        sections.append(section("room", labels.say("room"), likely))
    sections.append(section("more", labels.say("more"), room(_ROOM)))
    return sheet(labels, brief, rules, sections, banner=labels.say("private"))


def _notes(brief: Brief) -> Iterator[Block]:
    written = paragraphs(brief.agenda)
    for one in written:
        yield paragraph(one)
    if not written:
        yield from room(_ROOM)


def _questions(brief: Brief, genre: Genre, labels: Labels) -> Iterator[Block]:
    if not brief.questions:
        yield paragraph(labels.say("no_questions"))
        return
    header = [labels.say(one) for one in ("question", "where", "state")]
    yield table(header, [_row(one, brief, genre, labels) for one in brief.questions])


def _row(
    question: Question, brief: Brief, genre: Genre, labels: Labels
) -> tuple[str, str, str]:
    if not question.passage:
        return question.text, labels.say("nowhere"), ""
    title = genre.titles.get(question.passage, question.passage)
    written = brief.passage(question.passage).text
    return question.text, title, labels.say("answered" if written else "empty")


def _room(brief: Brief, labels: Labels) -> Iterator[Block]:
    """Who is likely to agree to the proposals, who to object, and what to say."""
    picked = [card for card in brief.picked() if isinstance(card, Proposal)]
    found = [as_filled(card, brief) for card in picked]
    told = [card for card in found if card.who_agrees or card.likely_objection]
    if told:
        yield paragraph(labels.say("expectation"), italic=True)
    for card in told:
        yield paragraph(proposal_name(card), bold=True, cards=(card.id,))
        said = {
            "agrees": card.who_agrees,
            "objects": card.likely_objection,
            "reply": card.reply_to_objection,
        }
        for name, text in said.items():
            if text:
                whole = f"{sentence_start(text).rstrip('.')}."
                yield labelled(labels.say(name), whole)
