"""Lengthening: a conference that asks for many pages gets more of the cards.

Where the usual example falls short of the least length, it takes in more of the
picked cards; a sample then takes more of its dossier. Own words are left alone:
a delegate is told how far the cards go.
"""

from collections.abc import Sequence
from math import ceil

from app.drafting.budget import extent
from app.drafting.outline import AMPLE, LONG, USUAL
from app.drafting.paper import Drafted, Reshape, draft_together
from app.library import dossiers
from app.library.briefs import with_picks
from app.model.brief import Brief, BriefKind
from app.model.paper import Mark, Paper
from app.model.preset import LimitPer, LimitUnit, Preset


def draft_to_length(
    briefs: Sequence[Brief],
    rules: Preset,
    mark: Mark,
    reshape: Reshape | None = None,
    *,
    fill: bool = False,
) -> Drafted:
    """One paper of these briefs, as long as the rules ask where the cards allow it.

    Args:
        briefs: The briefs of one delegation.
        rules: The rules in force.
        mark: What kind of paper it is.
        reshape: What a teacher does to the example before it is cut to fit.
        fill: Whether there is more to take in than usual from the start.

    Raises:
        Trouble: a pattern, a genre, a dossier or a citation style cannot be read.
    """
    measures = (AMPLE, LONG) if fill else (USUAL, AMPLE, LONG)
    for measure in measures:
        drafted = draft_together(briefs, rules, mark, reshape, measure=measure)
        if _is_long_enough(drafted.paper, rules):
            return drafted
    wider = tuple(map(_widened, briefs))
    if wider == tuple(briefs):
        return drafted
    return draft_together(wider, rules, mark, reshape, measure=LONG)


def _is_long_enough(paper: Paper, rules: Preset) -> bool:
    """Whether it reaches the least length; a page that is begun counts."""
    limit = rules.limit
    if limit.min is None:
        return True
    least = limit.min * (len(paper.parts) if limit.per is LimitPer.TOPIC else 1)
    used = extent(paper, rules).used
    return (used if limit.unit is LimitUnit.WORDS else ceil(used)) >= least


def _widened(brief: Brief) -> Brief:
    """A ready brief with every card of its dossier picked that is no matter of care."""
    if brief.kind is not BriefKind.READY or brief.dossier is None:
        return brief
    dossier = dossiers.open_dossier(brief.dossier)
    more = [one.id for one in dossier.cards if not getattr(one, "care", False)]
    return with_picks(brief, dossier, (*brief.picks, *more))
