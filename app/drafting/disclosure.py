"""The disclosure page: what the program did and what is left of its sentences."""

from collections.abc import Iterator

from app.drafting.blocks import RULE, bullets, labelled, paragraph, room, section, sheet
from app.library.labels import Labels, open_labels
from app.model.brief import Brief, BriefKind
from app.model.paper import Block, Origin, Paper, Span
from app.model.preset import AiRule, Preset, Status

STATUSES = {
    Status.OFFICIAL: "from the conference itself",
    Status.PARTIAL: "known in part",
    Status.SECOND_HAND: "second-hand",
    Status.OURS: "our own defaults",
}
"""How good the source of the rules is."""

_AI = {
    AiRule.TOTAL: "ai_total",
    AiRule.WRITING: "ai_writing",
    AiRule.CITED_RESEARCH: "ai_cited",
    AiRule.DISCLOSE: "ai_disclose",
    AiRule.UNSTATED: "ai_unstated",
    None: "ai_unknown",
}


def draft_disclosure(brief: Brief, rules: Preset, paper: Paper) -> Paper:
    """The disclosure page of a paper.

    Args:
        brief: What the paper was made from.
        rules: The conference's own rules, unknown ones unknown.
        paper: The paper, with the origin of every sentence measured.

    Raises:
        TemplateBroken: its labels cannot be read.
    """
    labels = open_labels("disclosure")
    sections = [
        section("program", labels.say("program"), _program(brief, labels)),
        section("count", labels.say("count"), _count(paper, labels)),
        section("sources", labels.say("sources"), _sources(paper, brief, labels)),
        section("asks", labels.say("asks"), _asks(rules, labels)),
        section("other", labels.say("other"), room(2)),
        section("signed", None, _signed(labels)),
    ]
    return sheet(labels, brief, rules, sections)


def _program(brief: Brief, labels: Labels) -> Iterator[Block]:
    yield paragraph(labels.say("none_inside"))
    yield paragraph(labels.say("proposes"))
    if brief.kind is not BriefKind.DELEGATE:
        yield paragraph(labels.say("sample"), bold=True)


def _count(paper: Paper, labels: Labels) -> Iterator[Block]:
    counts = dict.fromkeys(Origin, 0)
    for one in paper.sentences:
        counts[one.origin or Origin.OWN] += 1
    whole = len(paper.sentences)
    items = [labels.say("whole", whole=whole)]
    names = {"scaffold": Origin.SCAFFOLD, "near": Origin.NEAR, "own": Origin.OWN}
    items += [labels.say(name, count=counts[one]) for name, one in names.items()]
    yield bullets(items)
    if whole and not paper.still_ours:
        yield paragraph(labels.say("all_own"))


def _sources(paper: Paper, brief: Brief, labels: Labels) -> Iterator[Block]:
    """The list of the paper; where it has none, the sources of its cards."""
    if paper.references and paper.references.entries:
        yield bullets([entry.spans for entry in paper.references.entries], ordered=True)
        return
    named = dict.fromkeys(card for one in paper.sentences for card in one.cards)
    cards = [brief.card(one) for one in named]
    ids = dict.fromkeys(card.cited_source for card in cards if card)
    held = [brief.source(one) for one in ids if one]
    titles = [(Span(text=one.title, italic=True),) for one in held if one]
    if titles:
        yield bullets(titles, ordered=True)
    else:
        yield paragraph(labels.say("no_sources"))


def _asks(rules: Preset, labels: Labels) -> Iterator[Block]:
    status = STATUSES[rules.status]
    if rules.year:
        said = labels.say("rules", name=rules.name, year=rules.year, status=status)
    else:
        said = labels.say("rules_undated", name=rules.name, status=status)
    if rules.source_url:
        said += f", {labels.say('read_at', url=rules.source_url)}"
    yield paragraph(f"{said}.")
    items = [labels.say(_AI[rules.ai])]
    if rules.own_words:
        items.append(labels.say("own_words"))
    wanted = {True: "page_wanted", False: "page_unwanted", None: "page_unknown"}
    items.append(labels.say(wanted[rules.disclosure_page]))
    yield bullets(items)


def _signed(labels: Labels) -> Iterator[Block]:
    yield paragraph(labels.say("statement"))
    for name in ("name", "date", "signature"):
        yield labelled(labels.say(name), RULE[:40])
