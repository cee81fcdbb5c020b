"""What a paper still lacks, in the order of the walk, and where to mend it."""

from typing import NamedTuple

from app.drafting.genres import PassagePlan
from app.language.blanks import has_blank
from app.language.charts import own_words
from app.model.card import Kind
from app.tui.filling import is_open
from app.tui.own_so_far import still_ours
from app.tui.stages import PASSAGES, STAGES, Stage
from app.tui.wording import cut, short
from app.tui.work import Work

ENOUGH_RECORDS = 3
"""Deeds a record needs before it convinces."""


class Gap(NamedTuple):
    """One thing the paper still lacks."""

    stage: Stage
    """Where it is mended."""

    why: str
    """What is lacking, in one sentence."""

    focus: str | None = None
    """The card or passage it is about; None: the whole stage."""


def gaps(work: Work) -> tuple[Gap, ...]:
    """Everything the paper lacks, in the order of the walk."""
    return (*_card_gaps(work), *_criticism_gaps(work), *_proposal_gaps(work),
            *_passage_gaps(work), *_export_gaps(work))  # fmt: skip


def next_gap(work: Work, stage: Stage, focus: str | None) -> Gap | None:
    """The gap after the one a person stands at, or the first one further on.

    After the last one it begins again; None: nothing lacks.
    """
    found = gaps(work)
    for at, gap in enumerate(found):
        if gap.stage is stage and gap.focus in {None, focus}:
            return found[(at + 1) % len(found)]
    here = _how_far(work, stage, focus)
    ahead = [gap for gap in found if _how_far(work, gap.stage, gap.focus) >= here]
    return next(iter(ahead or found), None)


def _how_far(work: Work, stage: Stage, focus: str | None) -> tuple[int, int]:
    """How far along the walk a place is; passages are in the order of the paper."""
    passages = [plan.id for plan in work.genre.passage]
    at = passages.index(focus) if focus in passages else -1
    return STAGES.index(stage), at


def _card_gaps(work: Work) -> list[Gap]:
    brief, found = work.brief, []
    if work.lines and brief.line is None:
        why = "No line of argument yet: choose what your paper will hold."
        found.append(Gap(Stage.ARGUMENT, why))
    if not brief.picked(Kind.STANCE):
        why = f"Nothing says yet what {work.country} stands for: choose one or two."
        found.append(Gap(Stage.STANCE, why))
    deeds = len(brief.picked(Kind.RECORD, Kind.TIMELINE))
    if deeds < ENOUGH_RECORDS:
        why = f"The record has {deeds} of {ENOUGH_RECORDS} deeds: choose more."
        found.append(Gap(Stage.RECORD, why))
    return found


def _criticism_gaps(work: Work) -> list[Gap]:
    if not work.brief.picked(Kind.CRITICISM):
        why = "A paper without its critics convinces nobody: choose one or two."
        return [Gap(Stage.CRITICISMS, why)]
    return [
        Gap(Stage.CRITICISMS, f"No reply chosen yet to: {short(card)}", card.id)
        for card in work.unanswered()
    ]


def _proposal_gaps(work: Work) -> list[Gap]:
    found = work.brief.picked(Kind.PROPOSAL)
    if not found:
        return [Gap(Stage.PROPOSALS, "Nothing is proposed yet: choose one or two.")]
    if own_words(work.brief.passage(PASSAGES[Stage.PROPOSALS]).text):
        return []
    why = "Enter fills in who does what, by when:"
    return [
        Gap(Stage.PROPOSALS, f"{why} {cut(short(card), 30)}", card.id)
        for card in found
        if is_open(work, card)
    ]


def _passage_gaps(work: Work) -> list[Gap]:
    lacking = [(plan, _lacks(work, plan)) for plan in work.genre.passage]
    return [Gap(Stage.WRITE, why, plan.id) for plan, why in lacking if why]


def _lacks(work: Work, plan: PassagePlan) -> str:
    """What a passage lacks, in a sentence; empty: nothing."""
    text = work.brief.passage(plan.id).text
    if not own_words(text):
        return f"Not written yet: {plan.title}."
    if has_blank(text):
        return f"A blank is to be filled in: {plan.title}."
    if work.brief.settings.allow_examples:
        return ""
    ours = still_ours(work, plan.id)
    said = "1 sentence is" if ours == 1 else f"{ours} sentences are"
    return f"{said} still ours in: {plan.title}. Say it your own way." if ours else ""


def _export_gaps(work: Work) -> list[Gap]:
    if work.exported == work.brief:
        return []
    return [Gap(Stage.PAPER, "Read your paper, then e exports it.")]
