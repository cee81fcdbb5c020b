"""How far the words of a paper are the delegate's own."""

from app.language.blanks import has_blank
from app.model.paper import Origin
from app.tui.helping import origins
from app.tui.work import Work


def still_ours(work: Work, passage: str) -> int:
    """How many sentences of a passage are still ours."""
    found = origins(work, work.brief.passage(passage).text)
    return sum(origin is not Origin.OWN for _, origin in found)


def is_all_own(work: Work) -> bool:
    """Whether every passage is written, in own words and without a blank.

    Only then can the clean paper be handed in; before, a draft shows what is ours.
    """
    plans = work.genre.passage
    texts = [work.brief.passage(one.id).text for one in plans]
    if not all(text.strip() and not has_blank(text) for text in texts):
        return False
    return not any(still_ours(work, one.id) for one in plans)
