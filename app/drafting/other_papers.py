"""The other papers of a brief: which there are, and the sheet they stand on."""

from collections.abc import Callable

from app.drafting.agenda import draft_agenda
from app.drafting.answers import draft_answers
from app.drafting.binder import draft_binder
from app.drafting.clauses import draft_clauses
from app.drafting.disclosure import draft_disclosure
from app.drafting.respelling import respelled
from app.drafting.speech import draft_speech
from app.drafting.worksheet import draft_worksheet
from app.library.toml import nearest
from app.model.brief import Brief
from app.model.errors import UnknownId
from app.model.paper import Paper
from app.model.preset import (
    Alignment,
    Citations,
    FileRule,
    Forbidden,
    Header,
    HeaderPlace,
    Page,
    Preset,
)

SPEECH = "speech"
"""The genre that is timed."""

DISCLOSURE = "disclosure"
"""The genre that tells about a paper already written."""

_PLAIN: dict[str, Callable[[Brief, Preset], Paper]] = {
    "worksheet": draft_worksheet,
    "answers": draft_answers,
    "binder": draft_binder,
    "clauses": draft_clauses,
    "agenda": draft_agenda,
}

OTHER_PAPERS = (
    "worksheet",
    SPEECH,
    "answers",
    "binder",
    "clauses",
    DISCLOSURE,
    "agenda",
)
"""Every other paper of a brief, by the name of its genre."""


_RESPELLED = {"worksheet", "answers", "clauses"}
"""Genres of our words; a binder gives those of sources, an agenda a delegate's."""

_SMALLER = {"answers": 10.0}
"""Points of the genres that have a half page for each of their matters."""

_POINTS = 11.0


def draft_other(
    brief: Brief,
    genre: str,
    rules: Preset,
    *,
    seconds: int = 90,
    paper: Paper | None = None,
) -> Paper:
    """Another paper of a brief.

    Args:
        brief: What it is made from.
        genre: One of `OTHER_PAPERS`.
        rules: The rules in force.
        seconds: How long a speech may take.
        paper: The position paper, measured; a disclosure page tells about it.

    Raises:
        UnknownId: there is no such genre.
        ValueError: a disclosure page is asked for without the paper.
        Trouble: the conference bans it, or a template cannot be read.
    """
    known_genre(genre)
    if genre == SPEECH:
        return draft_speech(brief, rules, seconds)
    if genre == DISCLOSURE:
        if paper is None:
            message = "A disclosure page tells about a paper; none was given."
            raise ValueError(message)
        return draft_disclosure(brief, rules, paper)
    made = _PLAIN[genre](brief, rules)
    return respelled(made, brief) if genre in _RESPELLED else made


def known_genre(genre: str) -> str:
    """The genre, where there is one of this name.

    Raises:
        UnknownId: there is none.
    """
    if genre not in OTHER_PAPERS:
        raise UnknownId(
            "kind of paper", genre, nearest(genre, ("paper", *OTHER_PAPERS))
        )
    return genre


def sheet_rules(rules: Preset, genre: str) -> Preset:
    """The rules for a paper that no conference judges: its sheet, and plain type."""
    points = _SMALLER.get(genre, _POINTS)
    return rules.revise(
        page=Page(
            size=rules.page.size,
            fonts=("Times New Roman",),
            points_min=points,
            points_max=points,
            spacing=1,
            margin_inches=0.75,
            alignment=Alignment.LEFT,
        ),
        header=Header(place=HeaderPlace.TOP_LEFT, first_page_only=True, title=True),
        cover_page=False,
        section=None,
        citations=Citations(),
        forbid=Forbidden(),
        file=FileRule(name=f"{{country}}_{{topic}}_{genre}"),
    )
