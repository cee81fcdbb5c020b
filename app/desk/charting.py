"""Charting: a brief gets the cards that the charts in its text stand on.

A marker may have been typed into `paper.md` by hand; the other cards of its series
are then still in the dossier only.
"""

from app.language.charts import chart_marks
from app.library import dossiers
from app.library.briefs import with_cited
from app.model.brief import Brief
from app.model.errors import UnknownId
from app.model.memory import Memory

_WHOLE = Memory(8)
"""Briefs that were brought their cards before, as for another conference."""


def with_series(brief: Brief) -> Brief:
    """The brief with every card its charts stand on, where its dossier is there.

    Raises:
        Unreadable: the dossier cannot be understood.
    """
    texts = [one.text for one in brief.passages]
    texts += [one.answer for one in brief.questions]
    if brief.dossier is None or not any(map(chart_marks, texts)):
        return brief
    return _WHOLE.of((brief,), (), lambda: _brought(brief))


def _brought(brief: Brief) -> Brief:
    try:
        dossier = dossiers.open_dossier(brief.dossier or "")
    except UnknownId:
        return brief
    return with_cited(brief, dossier)
