"""Clause ideas in UN form, with the verbs that the body may use.

The preamble comes from the record, the operative clauses from the proposals.
They are ideas and say so; where a conference bans clauses written beforehand
there are none.
"""

import re
from collections.abc import Iterator

from app.drafting.argument import read_argument
from app.drafting.bank import BLANK
from app.drafting.blocks import bullets, paragraph, section, sheet, table
from app.drafting.evidence_words import is_blank, proposal_name
from app.drafting.proposing import actor_in, as_filled, role_in
from app.drafting.roles import lowered, proper_names
from app.language.grammar import sentence_start
from app.library.labels import Labels, open_as
from app.model.base import Id, Line, Record
from app.model.brief import Brief, Spelling
from app.model.card import Card, Context, Proposal, RecordCard, Statistic, Voice
from app.model.errors import Trouble
from app.model.paper import Block, Inline, Paper, Span
from app.model.preset import Preset, Prewritten
from app.model.source import SourceType

_MOST_PREAMBLE = 8
_ROOM = BLANK * 4
_CALLS = re.compile(r"(?i)\b(this committee|general assembly|security council)\b")
_AMERICAN = {"recognises": "recognizes"}


class Openings(Record):
    """What opens a preambular clause, by what the card tells."""

    resolution: Line
    """A resolution that was adopted."""

    deed: Line
    """Something that was done."""

    figure: Line
    """A number."""

    problem: Line
    """Why the problem lasts."""


class Body(Record):
    """One body of the United Nations and what it may say."""

    id: Id
    """Its name: `security-council`."""

    said: Line
    """How its resolutions open: `The General Assembly,`."""

    names: tuple[Line, ...]
    """Words of a committee's name that tell it; none: any committee."""

    asks: tuple[Line, ...]
    """The verbs it may use towards others."""

    usual: Line
    """The verb where a proposal names none it may use."""

    own: Line
    """The verb for its own work: `decides`."""

    binds: bool = False
    """Whether it may decide for Member States."""


class ClauseLabels(Labels):
    """The fixed words of clause ideas, with the verbs of each body."""

    openings: Openings
    """What opens a preambular clause."""

    body: tuple[Body, ...]
    """The bodies; the first that fits a committee counts."""


def draft_clauses(brief: Brief, rules: Preset) -> Paper:
    """Clause ideas from a brief.

    Raises:
        Trouble: the conference bans clauses written beforehand.
        TemplateBroken: the labels cannot be read.
    """
    if rules.prewritten_clauses is Prewritten.BANNED:
        what = f"{rules.name} bans clauses written before the conference."
        hint = "Nothing was written. Take your proposals into the room in your head."
        raise Trouble(what, hint=hint)
    labels = open_as(ClauseLabels, "clauses")
    body = body_of(brief, labels)
    sections = [
        section("preamble", labels.say("preambular"), _preamble(brief, body, labels)),
        section("operative", labels.say("operative"), _operative(brief, body, labels)),
    ]
    behind = list(_behind(brief, labels))
    if behind:
        sections.append(section("behind", labels.say("behind"), behind))
    banner = labels.say("ideas")
    if rules.prewritten_clauses is None:
        banner = f"{banner} {labels.say('unknown')}"
    return sheet(labels, brief, rules, sections, banner=banner)


def body_of(brief: Brief, labels: ClauseLabels) -> Body:
    """The body whose powers a committee has.

    Raises:
        Trouble: no body fits, since the last one in the file wants a name.
    """
    committee = brief.assignment.committee
    said = f"{committee.name} {committee.short or ''}".casefold()
    for body in labels.body:
        if not body.names or any(_names(name, said) for name in body.names):
            return body
    what = f"No body in clauses.toml fits the committee {committee.name}."
    raise Trouble(what, hint="Leave the names of the last body empty.")


def _names(name: str, said: str) -> bool:
    return re.search(rf"\b{re.escape(name.casefold())}\b", said) is not None


def _preamble(brief: Brief, body: Body, labels: ClauseLabels) -> Iterator[Block]:
    yield paragraph(body.said, italic=True)
    made = 0
    for card in _grounds(brief):
        clause = _preambular(card, brief, labels)
        if clause and made < _MOST_PREAMBLE:
            made += 1
            yield paragraph(clause, cards=(card.id,))
    if not made:
        yield paragraph(labels.say("no_preamble"))


def _grounds(brief: Brief) -> tuple[Card, ...]:
    """Resolutions first, then what was done abroad, figures and causes."""
    found = read_argument(brief)
    causes = [card for _, card in found.causes]
    records = sorted(found.abroad, key=lambda card: not _adopted(card, brief))
    return (*records, *found.figures[:1], *causes[:2])


def _preambular(
    card: Card, brief: Brief, labels: ClauseLabels
) -> tuple[Inline, ...] | None:
    """A preambular clause from a card; None where no form of it fits."""
    openings = labels.openings
    names = proper_names(brief.assignment)
    if isinstance(card, RecordCard):
        said = card.say.first("np")
        adopted = _adopted(card, brief)
        opening = openings.resolution if adopted else openings.deed
    elif isinstance(card, Statistic):
        said, opening = card.say.first("clause"), openings.figure
    elif isinstance(card, Context):
        said = card.say.first("cause") or card.say.first("clause")
        opening = openings.problem
    else:
        return None
    if not said:
        return None
    return Span(text=opening, italic=True), Span(text=f" {lowered(said, names)},")


def _adopted(card: Card, brief: Brief) -> bool:
    """Whether a card tells of a resolution."""
    source = brief.source(card.cited_source or "")
    symbol = card.symbol or ""
    known = source is not None and source.type is SourceType.RESOLUTION
    return "/RES/" in symbol or (known and card.voice is Voice.UN)


def _operative(brief: Brief, body: Body, labels: ClauseLabels) -> Iterator[Block]:
    made = [_clause(card, brief, body) for card in _proposals(brief)]
    if not made:
        yield paragraph(labels.say("no_operative"))
        return
    ends = [";"] * (len(made) - 1) + ["."]
    items = [(*clause, Span(text=end)) for clause, end in zip(made, ends, strict=True)]
    yield bullets(items, ordered=True)
    verbs = ", ".join((*body.asks, f"{body.own} (its own work)"))
    power = labels.say("binding" if body.binds else "recommending")
    yield paragraph(f"{labels.say('verbs', verbs=verbs)} {power}")


def _proposals(brief: Brief) -> tuple[Proposal, ...]:
    found = [card for card in brief.picked() if isinstance(card, Proposal)]
    return tuple(card for card in found if card.by_country)


def _clause(card: Proposal, brief: Brief, body: Body) -> tuple[Span, ...]:
    """One operative clause without its stop: verb, who, what, by when."""
    filled = as_filled(card, brief)
    said = role_in(card, brief).forms
    actor = actor_in(card, brief)
    if brief.form_of(card.id).proposed_actor is None:
        actor = filled.proposed_actor or actor
    act = said["act"][0] if _is_decided(card, brief) else _act(filled)
    when = f", {said['when'][0]}" if said.get("when") else ""
    own = _is_own(actor, body)
    verb = body.own if own else _verb(card, body)
    comma = "," if "," in actor else ""
    who = "" if own else f"{actor}{comma} "
    joint = "that " if verb == "recommends" else ""
    to = "" if verb == "recommends" else "to "
    text = f" {joint}{who}{to}{act}{when}"
    return Span(text=_capital(verb, brief), italic=True), Span(text=text)


def _act(card: Proposal) -> str:
    """What would be done, in full where the card says it in full."""
    full = " ".join(part for part in (card.act, card.object) if part)
    return (full or card.say.first("act") or BLANK).rstrip(".")


def _is_decided(card: Proposal, brief: Brief) -> bool:
    """Whether the delegate says what would be done, or has still to say it."""
    form = brief.form_of(card.id)
    return is_blank(card, brief) or bool(form.act or form.object)


def _verb(card: Proposal, body: Body) -> str:
    wanted = (card.operative_verb or "").casefold()
    if wanted == body.own and not body.binds:
        return body.usual
    return wanted if wanted in body.asks else body.usual


def _is_own(actor: str, body: Body) -> bool:
    """Whether the body itself would act."""
    found = _CALLS.search(actor)
    if not found:
        return False
    named = found[1].casefold()
    return named == "this committee" or named in body.said.casefold()


def _capital(verb: str, brief: Brief) -> str:
    american = brief.settings.spelling is Spelling.AMERICAN
    return sentence_start(_AMERICAN.get(verb, verb) if american else verb)


def _behind(brief: Brief, labels: Labels) -> Iterator[Block]:
    """What each clause builds on, who pays, who checks and who may object."""
    rows = []
    for number, one in enumerate(_proposals(brief), 1):
        card, blank = as_filled(one, brief), is_blank(one, brief)
        held = [brief.card(one) for one in card.built_on]
        built = next((one.statement for one in held if one), labels.say("nobody"))
        nobody = _ROOM if blank else labels.say("nobody")
        money, check = card.funding or nobody, card.check or nobody
        objection = card.likely_objection or labels.say("nobody")
        name = f"{number}. {proposal_name(card)}"
        rows.append((name, built, money, check, objection))
    if rows:
        columns = ("clause", "builds", "money", "check", "objection")
        yield table([labels.say(one) for one in columns], rows)
