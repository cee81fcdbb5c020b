"""Composing: a brief becomes a paper, every sentence with its origin."""

from collections.abc import Sequence
from typing import NamedTuple

from app.desk.charting import with_series
from app.desk.lengthening import draft_to_length
from app.desk.measuring import origins_in
from app.drafting.genres import open_genre
from app.drafting.paper import Drafted, Reshape
from app.language.blanks import has_blank
from app.language.draft_marks import banner, count_said
from app.language.grammar import join_names
from app.library import presets
from app.model.base import Record
from app.model.brief import Brief, BriefKind
from app.model.errors import BlanksLeft, NotYetOwnWords, WrongUse
from app.model.paper import (
    Mark,
    Origin,
    Paper,
    Paragraph,
    Part,
    Section,
    Sentence,
)
from app.model.preset import Preset


class Composed(Record):
    """A paper and the rules it was written by."""

    paper: Paper
    """The paper, every sentence with its origin."""

    rules: Preset
    """The rules in force."""


class Together(NamedTuple):
    """A paper with all that a check of it wants to know."""

    paper: Paper
    """The paper, every sentence with its origin."""

    rules: Preset
    """The rules in force."""

    wanted: Preset
    """The conference's own rules, unknown ones unknown."""

    fallen_back: tuple[str, ...]
    """Dotted names of rules that are ours."""

    drafted: Drafted
    """The paper as it was drafted, with what came to light there."""

    briefs: tuple[Brief, ...]
    """The briefs, in the conference's English and with the cards of their charts."""


def compose(
    brief: Brief,
    *,
    conference: str | None = None,
    final: bool = False,
    reshape: Reshape | None = None,
) -> Composed:
    """The paper of a brief, unchecked, for who looks at the words or the file alone.

    Args:
        brief: The brief.
        conference: The id of a preset in place of the brief's own.
        final: Whether the clean paper is wanted.
        reshape: What a teacher does to the example before it is cut to fit.

    Raises:
        Trouble: the conference is unknown or a template cannot be read.
        NotYetOwnWords: a final paper is asked for while sentences are ours.
        BlanksLeft: a final paper is asked for while a blank is not filled.
    """
    made = compose_together(
        (brief,), conference=conference, final=final, reshape=reshape
    )
    return Composed(paper=made.paper, rules=made.rules)


def compose_together(
    briefs: Sequence[Brief],
    *,
    conference: str | None = None,
    final: bool = False,
    fill: bool = False,
    reshape: Reshape | None = None,
) -> Together:
    """One paper of several briefs of one delegation, each topic a labelled part.

    Raises:
        Trouble: as for `compose`.
        WrongUse: the briefs speak for different countries.
        NotYetOwnWords, BlanksLeft: as for `compose`.
    """
    _same_delegation(briefs)
    wanted = presets.open_preset(conference or briefs[0].assignment.conference)
    briefs = tuple([with_series(spelled_for(one, wanted)) for one in briefs])
    force = presets.in_force(wanted)
    mark = _mark(briefs, final=final)
    drafted = draft_to_length(briefs, force.rules, mark, reshape, fill=fill)
    paper = _measured(drafted, briefs)
    allowed = all(one.settings.allow_examples for one in briefs)
    if final and paper.still_ours and not allowed:
        said = count_said(paper.still_ours, len(paper.sentences))
        raise NotYetOwnWords(said, hint=_where_said(paper))
    if final:
        _refuse_blanks(paper)
    paper = _with_banner(paper, mark)
    return Together(paper, force.rules, wanted, force.unknown, drafted, briefs)


def spelled_for(brief: Brief, wanted: Preset) -> Brief:
    """A ready brief in the English a conference asks for; a delegate sets their own."""
    if brief.kind is not BriefKind.READY or wanted.spelling is None:
        return brief
    return brief.revise(settings=brief.settings.revise(spelling=wanted.spelling))


def _same_delegation(briefs: Sequence[Brief]) -> None:
    countries = dict.fromkeys(one.assignment.country.name for one in briefs)
    if len(countries) > 1:
        raise WrongUse(
            f"These briefs speak for {join_names(list(countries))}.",
            hint="One paper speaks for one country; write them one by one.",
        )


def _mark(briefs: Sequence[Brief], *, final: bool) -> Mark:
    if any(one.kind is not BriefKind.DELEGATE for one in briefs):
        return Mark.SAMPLE
    return Mark.FINAL if final else Mark.DRAFT


def _measured(drafted: Drafted, briefs: Sequence[Brief]) -> Paper:
    """The paper with the origin of every sentence."""
    paper = drafted.paper
    if all(one.origin is not None for one in paper.sentences):
        return paper
    parts = tuple(map(_measured_part, paper.parts, briefs))
    return paper.revise(parts=parts)


def _measured_part(part: Part, brief: Brief) -> Part:
    """One topic, each sentence held against what its own brief could make."""
    origin = origins_in(brief)

    def sentence(one: Sentence) -> Sentence:
        if one.origin is not None:
            return one
        return one.revise(origin=origin(one.prose))

    def section(one: Section) -> Section:
        blocks = tuple(
            block.revise(sentences=tuple(map(sentence, block.sentences)))
            if isinstance(block, Paragraph)
            else block
            for block in one.blocks
        )
        return one.revise(blocks=blocks)

    return part.revise(sections=tuple(map(section, part.sections)))


def _with_banner(paper: Paper, mark: Mark) -> Paper:
    if mark is not Mark.DRAFT:
        return paper
    return paper.revise(banner=banner(paper.still_ours, len(paper.sentences)))


def _refuse_blanks(paper: Paper) -> None:
    """Refuse a final paper in which somebody still has to fill a place.

    Raises:
        BlanksLeft: there is one.
    """
    titles = open_genre().titles
    found = [
        f"{section.title or titles.get(section.id, section.id)}: {one.prose}"
        for part in paper.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for one in block.sentences
        if has_blank(one.prose)
    ]
    if found:
        verb = "sentence has" if len(found) == 1 else "sentences have"
        listed = "\n".join(f"  {one}" for one in found)
        raise BlanksLeft(
            f"{len(found)} {verb} a blank to be filled.",
            hint=f"Fill it or take the sentence out:\n{listed}",
        )


def _where_said(paper: Paper) -> str:
    titles = open_genre().titles
    found: list[str] = []
    for part in paper.parts:
        for section in part.sections:
            ours = sum(
                one.origin in {Origin.SCAFFOLD, Origin.NEAR}
                for block in section.blocks
                if isinstance(block, Paragraph)
                for one in block.sentences
            )
            if ours:
                title = section.title or titles.get(section.id, section.id)
                found.append(f"{title}: {ours}")
    said = "; ".join(found)
    return (
        f"Write them in your own words first ({said}), or write a draft without"
        ' --final. A teacher may allow examples with "allow_examples = true" under'
        " [settings] in brief.toml."
    )
