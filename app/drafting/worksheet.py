"""The worksheet: the evidence, the charges and room to write, on paper or screen.

Every passage says its job, its cards and ways to begin; what is written below
"Your words" is read back.
"""

from collections.abc import Iterator

from app.drafting.answers import charges, critic_of, label_words, replies_to
from app.drafting.bank import BLANK, Bank, open_bank
from app.drafting.blocks import (
    Cell,
    bullets,
    labelled,
    paragraph,
    room,
    section,
    sheet,
    table,
)
from app.drafting.evidence_words import (
    GROUNDS,
    date_words,
    is_blank,
    places,
    proposal_name,
    short_source,
)
from app.drafting.genres import Genre, PassagePlan, open_genre
from app.drafting.outline import outline
from app.drafting.proposing import actor_in, as_filled, statement_of
from app.language.charts import own_words
from app.language.grammar import sentence_start
from app.language.markers import without_markers
from app.language.sentences import paragraphs
from app.library.labels import Labels, open_labels
from app.model.brief import Brief, Register
from app.model.card import Card, Criticism, GrantedBasis, Kind, Proposal
from app.model.errors import Trouble
from app.model.paper import Block, PageBreak, Paper, Paragraph, Section
from app.model.preset import LimitPer, LimitUnit, Preset

LINES = 7
"""How many ruled lines a passage has."""

_MOST_FRAMES = 5
_A_PAGE = 2


def draft_worksheet(brief: Brief, rules: Preset) -> Paper:
    """The worksheet of a brief.

    Raises:
        Trouble: a pattern, a genre or its labels cannot be read.
    """
    labels = open_labels("worksheet")
    genre = open_genre()
    bank = open_bank(brief.settings.register_)
    sections = [
        section(
            "assignment", labels.say("assignment"), _assignment(brief, rules, labels)
        ),
        section("shortlist", labels.say("shortlist"), _shortlist(brief, labels)),
        section("charges", labels.say("critics"), _charges(brief, labels)),
        section("remedies", labels.say("proposals"), _proposals(brief, labels)),
        *_passages(brief, genre, bank, labels),
    ]
    how = labels.say("how")
    return sheet(labels, brief, rules, sections, banner=how)


def known_frames() -> frozenset[str]:
    """Every sentence start of every register, as a worksheet prints them."""
    found: set[str] = set()
    for register in Register:
        try:
            bank = open_bank(register)
        except Trouble:
            continue
        found.update(frame for step in bank.steps.values() for frame in step.frames)
    return frozenset(found)


def _assignment(brief: Brief, rules: Preset, labels: Labels) -> Iterator[Block]:
    assignment = brief.assignment
    yield labelled(labels.say("country"), assignment.country.name)
    yield labelled(labels.say("committee"), assignment.committee.name)
    yield labelled(labels.say("topic"), assignment.topic)
    yield labelled(labels.say("conference"), rules.name)
    length = _length(rules, labels)
    if length:
        yield labelled(labels.say("length"), length)
    if assignment.session:
        session = date_words(assignment.session, brief)
        yield labelled(labels.say("session"), session)
    if assignment.due:
        yield labelled(labels.say("due"), date_words(assignment.due, brief))
    claim = brief.line.claim if brief.line else labels.say("no_line")
    yield labelled(labels.say("line"), claim)
    if brief.line is None:
        yield from room(2)
    if brief.questions:
        yield labelled(labels.say("questions"))
        yield bullets([one.text for one in brief.questions], ordered=True)


def _length(rules: Preset, labels: Labels) -> str:
    limit = rules.limit
    if limit.max is None:
        return ""
    per = labels.say("per_paper" if limit.per is LimitPer.PAPER else "per_topic")
    most = f"{limit.max:g}"
    if limit.unit is LimitUnit.WORDS:
        return labels.say("length_words", max=most, per=per)
    pages = "page" if limit.max == 1 else "pages"
    return labels.say("length_pages", max=most, pages=pages, per=per)


def _shortlist(brief: Brief, labels: Labels) -> Iterator[Block]:
    picked = [card for card in brief.picked() if card.kind is not Kind.PROPOSAL]
    if not picked:
        yield paragraph(labels.say("empty"))
        return
    header = [labels.say(one) for one in ("card", "says", "source")]
    yield table(header, [_card_row(card, brief, labels) for card in picked])


def _card_row(card: Card, brief: Brief, labels: Labels) -> tuple[Cell, ...]:
    cited = next(iter(places(card, brief)), None)
    source: Cell = labels.say("missing_source")
    if cited:
        source = short_source(*cited, brief)
    return card.id, statement_of(card, brief), source


def _charges(brief: Brief, labels: Labels) -> Iterator[Block]:
    found = charges(brief)
    if not found:
        yield paragraph(labels.say("no_charges"))
        return
    header = [labels.say(one) for one in _CHARGE_COLUMNS]
    rows = [row for charge in found for row in _charge_rows(charge, brief, labels)]
    yield table(header, rows)


_CHARGE_COLUMNS = ("charge", "granted", "reply", "label", "limits")


def _charge_rows(
    charge: Criticism, brief: Brief, labels: Labels
) -> Iterator[tuple[str, ...]]:
    said = charge.plain or charge.statement
    if critic_of(charge).casefold() not in said.casefold():
        said = f"{critic_of(charge)}: {said}"
    granted = _granted(charge, labels)
    if charge.care:
        offer = charge.examination_offer or labels.say("no_offer")
        said = charge.attributed_line or said
        yield said, granted, labels.say("care_reply", offer=offer), "", ""
        return
    replies = [one for one in replies_to(charge, brief) if one.id in brief.picks]
    if not replies:
        yield said, granted, labels.say("no_reply"), "", ""
    for at, reply in enumerate(replies):
        first = (said, granted) if at == 0 else ("", "")
        limits = reply.limits or labels.say("no_limits")
        yield *first, reply.statement, label_words(reply, charge), limits


def _granted(charge: Criticism, labels: Labels) -> str:
    if not charge.granted or charge.granted_basis is GrantedBasis.NONE:
        return labels.say("nothing_granted")
    return f"{charge.granted} ({sentence_start(GROUNDS[charge.granted_basis])}.)"


def _proposals(brief: Brief, labels: Labels) -> Iterator[Block]:
    found = [card for card in brief.picked() if isinstance(card, Proposal)]
    if not found:
        yield paragraph(labels.say("empty"))
    for card in found:
        yield paragraph(proposal_name(card), bold=True, cards=(card.id,))
        yield bullets(list(_proposal_lines(card, brief, labels)))


def _proposal_lines(card: Proposal, brief: Brief, labels: Labels) -> Iterator[str]:
    filled = as_filled(card, brief)
    act = " ".join(part for part in (filled.act, filled.object) if part)
    if not act and not is_blank(card, brief):
        act = card.say.first("act") or card.statement
    values = {
        "actor": actor_in(card, brief),
        "act": act,
        "when": filled.deadline,
        "money": filled.funding,
        "check": filled.check,
    }
    for name, value in values.items():
        yield f"{labels.say(name)}: {value or BLANK}"
    held = [brief.card(one) for one in filled.built_on]
    for built in [one for one in held if one][:2]:
        yield f"{labels.say('builds')}: {built.statement}"


def _passages(
    brief: Brief, genre: Genre, bank: Bank, labels: Labels
) -> Iterator[Section]:
    plan = outline(brief)
    count = len(genre.passage)
    for number, one in enumerate(genre.passage, 1):
        steps = list(dict.fromkeys(slot.step for slot in plan.of(one.id)))
        title = labels.say("passage", number=number, count=count, title=one.title)
        named = (card for slot in plan.of(one.id) for card in slot.cards)
        cards = [card for card in named if card in brief.picks]
        blocks = _passage(one, steps, list(dict.fromkeys(cards)), brief, bank, labels)
        if number % _A_PAGE == 1:
            yield section(f"page-{number}", None, (PageBreak(),))
        yield section(one.id, title, blocks)


def _passage(
    one: PassagePlan,
    steps: list[str],
    cards: list[str],
    brief: Brief,
    bank: Bank,
    labels: Labels,
) -> Iterator[Block]:
    yield labelled(labels.say("job"), one.job)
    if cards:
        yield labelled(labels.say("cards"), ", ".join(cards))
    frames = _frames(one, steps, bank)
    if frames:
        yield labelled(labels.say("frames"))
        yield bullets(frames)
    written = brief.passage(one.id).text
    if written:
        yield labelled(labels.say("written"))
        yield from _as_printed(written)
    yield labelled(labels.say("own"))
    yield from room(LINES)


def _frames(one: PassagePlan, steps: list[str], bank: Bank) -> list[str]:
    """The first frame of each step this brief takes, of every step if it takes none."""
    named = [bank.steps[step] for step in steps if step in bank.steps]
    if not named:
        named = [step for step in bank.steps.values() if step.move in one.moves]
    found = dict.fromkeys(step.frames[0] for step in named if step.frames)
    return list(found)[:_MOST_FRAMES]


def _as_printed(text: str) -> Iterator[Paragraph]:
    for part in paragraphs(own_words(text)):
        yield paragraph(without_markers(part))
