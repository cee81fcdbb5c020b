"""Fixing: what a check found, mended where no word of the delegate changes."""

from collections.abc import Callable
from pathlib import Path

from app.desk.editing import OpenBrief
from app.desk.writing import write
from app.library import presets
from app.model.brief import Brief
from app.model.errors import CannotWrite
from app.model.preset import Preset


def _conference(brief: Brief, preset: Preset) -> Brief:
    return brief.revise(assignment=brief.assignment.revise(conference=preset.id))


def _citation_style(brief: Brief, _preset: Preset) -> Brief:
    return brief.revise(settings=brief.settings.revise(citation_style=None))


def _spelling(brief: Brief, preset: Preset) -> Brief:
    wanted = preset.spelling or brief.settings.spelling
    return brief.revise(settings=brief.settings.revise(spelling=wanted))


FIXES: dict[str, tuple[str, Callable[[Brief, Preset], Brief]]] = {
    "conference": ("The brief is now written for {name}.", _conference),
    "citation-style": ("The citation style is the conference’s.", _citation_style),
    "spelling": ("The spelling is the conference’s.", _spelling),
}
"""Name of a fix to what it says afterwards and what it does to a brief."""


def fix(folder: Path, conference: str | None = None) -> tuple[str, ...]:
    """Apply every safe fix to the brief in a folder, and tell what was done.

    The delegate's words stay as they are; each fix is one step to undo.

    Raises:
        Trouble: there is no brief, it cannot be read, or the conference is unknown.
        CannotWrite: it could not be saved.
    """
    desk = OpenBrief.open(folder)
    try:
        preset = presets.open_preset(conference or desk.brief.assignment.conference)
        wanted = {one.fix for one in write(desk.brief, conference=preset.id).findings}
        done: list[str] = []
        for name, (said, mend) in FIXES.items():
            if name in wanted:
                desk.change(mend(desk.brief, preset), name.replace("-", " "))
                done.append(said.format(name=preset.name))
        if done and not desk.save():
            raise CannotWrite(folder, desk.trouble or "it is open elsewhere")
    finally:
        desk.close()
    return tuple(done)
