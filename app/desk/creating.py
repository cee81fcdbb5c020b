"""Creating a brief: a folder a delegate can start to write in."""

from pathlib import Path

from app.desk.editing import OpenBrief
from app.drafting.genres import open_genre
from app.library import briefs
from app.library.dossiers import open_dossier
from app.library.presets import open_preset
from app.model.assignment import Assignment, Committee, Delegation
from app.model.brief import Brief, Passage
from app.model.dossier import Dossier
from app.model.errors import Trouble


def new_brief(
    folder: Path,
    dossier_id: str,
    committee: str,
    *,
    conference: str = "default",
    school: str | None = None,
    session: str | None = None,
    empty: bool = False,
) -> Brief:
    """Make a brief in a folder and save it.

    The line of argument and the cards of the dossier's ready brief are laid
    out, so that every passage has an example; `empty` leaves the choice open.

    Raises:
        Trouble: the dossier or the conference is unknown, or the folder holds
            a brief already or cannot be written.
    """
    if (folder / "brief.toml").exists():
        hint = f'Open it with "communique open {folder}", or name another folder.'
        raise Trouble(f"{folder} already holds a brief.", hint=hint)
    open_preset(conference)
    dossier = open_dossier(dossier_id)
    assignment = Assignment(
        country=dossier.country,
        topic=dossier.topic,
        committee=Committee(name=committee),
        delegation=Delegation(school=school),
        conference=conference,
        session=session,
    )
    brief = with_headings(first_brief(dossier, assignment, empty=empty))
    opened = OpenBrief(brief, folder)
    if not opened.close():
        raise Trouble(opened.trouble or f"{folder} was not written.")
    return brief


def with_headings(brief: Brief) -> Brief:
    """The brief with every passage there, empty, so that its file has the headings."""
    return brief.revise(
        passages=tuple(Passage(id=plan.id) for plan in open_genre().passage)
    )


def first_brief(dossier: Dossier, assignment: Assignment, *, empty: bool) -> Brief:
    """A delegate's new brief, with the ready brief's choices or with none."""
    if empty:
        return briefs.begin_brief(dossier, assignment)
    try:
        ready = briefs.ready_brief(dossier.id)
    except Trouble:
        return briefs.begin_brief(dossier, assignment)
    line = ready.line.id if ready.line else None
    return briefs.begin_brief(dossier, assignment, line=line, picks=ready.picks)
