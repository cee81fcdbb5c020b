"""Estimated against real length: 200 papers under the best-documented rules.

Needs LibreOffice and pdftotext. The papers are of ready briefs under the presets
that state the most, besides those with footnotes and endnotes, each in turn with
its own spacing and set double. Real is what LibreOffice prints: the last page
with text and how far it is filled, footnotes at its foot included. Endnotes,
which LibreOffice puts on pages of their own, and lists of sources are left out
of both; a title page is not counted.

At double spacing the two programs differ: Word gives the first line of a page its
whole height, LibreOffice sets it solid. The estimate of the program is Word's; the
benchmark, which can only print with LibreOffice, sums by both rules and prints both.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from math import ceil
from pathlib import Path
from statistics import median
from typing import NamedTuple

from app.desk.writing import write
from app.drafting.budget import extent
from app.drafting.page_fit import SEPARATOR
from app.export.pdf import to_pdfs
from app.export.word import to_docx
from app.library.briefs import ready_brief
from app.library.dossiers import open_dossier
from app.library.presets import ABOUT, open_preset, preset_ids
from app.model.paper import Paper
from app.model.preset import CitationForm, LimitUnit, Preset, Status
from app.teaching.picking import sample_brief

PAPERS = 200
"""How many papers are set."""

COMPLETE = 12
"""How many presets are taken: those that state the most."""

DOSSIER = "belarus/human-trafficking"
"""From whose cards the papers are made."""

DOUBLE = 2.0
"""The spacing that is looked at apart."""

_NOTES = {CitationForm.FOOTNOTES, CitationForm.ENDNOTES}
_LINE = re.compile(r'<line xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"')
_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_INCH = 72.0
_BOX = 1.3
_NOTE_POINTS = 10
_ROOM_BELOW = 3.0


class Set(NamedTuple):
    """One paper, estimated and real."""

    preset: str
    """Whose rules."""

    notes: str
    """The form of its notes: `none`, `footnotes`, `endnotes`."""

    spacing: float
    """Its line spacing."""

    estimate: float
    """Pages by the sums."""

    real: float
    """Pages as printed, the last one by how far it is filled."""

    pages: int
    """Pages as printed, each one that is begun."""

    solid: float
    """Pages by the sums, with the first line of a page as LibreOffice sets it."""

    @property
    def error(self) -> float:
        """The estimate less what is real."""
        return self.estimate - self.real

    @property
    def counted(self) -> bool:
        """Whether the estimate gives the right count of whole pages."""
        return ceil(self.estimate) == self.pages


def best_documented() -> list[str]:
    """The presets whose conference itself states the most rules."""
    ids = [one for one in preset_ids() if open_preset(one).status is not Status.OURS]
    return sorted(ids, key=lambda one: (-_stated(open_preset(one)), one))[:COMPLETE]


def _stated(preset: Preset) -> int:
    """How many rules a conference states, those that others report left out."""
    told = preset.model_dump(exclude_none=True, exclude_defaults=True)
    rules = {name: value for name, value in told.items() if name not in ABOUT}
    return _leaves(rules) - len(preset.second_hand)


def _leaves(value: object) -> int:
    if isinstance(value, dict):
        return sum(map(_leaves, value.values()))
    return 1


def with_notes() -> list[str]:
    """The presets that ask for footnotes or endnotes."""
    return [one for one in preset_ids() if open_preset(one).citations.form in _NOTES]


def main(words: Sequence[str] = ()) -> int:
    """Print the distribution of the error by notes, spacing and preset."""
    whole = int(words[0]) if words else PAPERS
    papers = _papers(whole)
    files = {name: to_docx(paper, rules) for name, (paper, rules) in papers.items()}
    done = [_set(pdf, *papers[name]) for name, pdf in to_pdfs(files).items()]
    _table("form of notes", done, lambda one: one.notes)
    _table("spacing", done, lambda one: f"{one.spacing:g}")
    _table("preset", done, lambda one: one.preset)
    solid = [one._replace(estimate=one.solid) for one in done]
    _table("as LibreOffice sets it", solid, lambda one: f"{one.spacing:g}")
    narrow = [one for one in done if one.spacing < DOUBLE]
    _table("in all", done, lambda one: "double" if one.spacing >= DOUBLE else "others")
    return 0 if _within(narrow) >= 0.95 * len(narrow) else 1


def _papers(whole: int) -> dict[str, tuple[Paper, Preset]]:
    """Papers by name, each with the rules it is set by."""
    dossier, ready = open_dossier(DOSSIER), ready_brief(DOSSIER)
    presets = list(dict.fromkeys([*best_documented(), *with_notes()]))
    papers: dict[str, tuple[Paper, Preset]] = {}
    for number in range(whole):
        preset = presets[number % len(presets)]
        turn = number // len(presets)
        brief = sample_brief(dossier, ready, number, number + 1)
        written = write(brief, conference=preset)
        rules = written.rules
        if turn % 3 == 2:
            rules = rules.revise(page=rules.page.revise(spacing=DOUBLE))
        if turn % 5 == 4:
            form = rules.citations.revise(form=CitationForm.FOOTNOTES)
            written = write(brief, conference="labmunc")
            rules = written.rules.revise(page=rules.page, citations=form)
        bare = written.paper.revise(references=None)
        papers[f"{number:03d}"] = (bare, rules)
    return papers


def _set(pdf: bytes, paper: Paper, rules: Preset) -> Set:
    limit = rules.limit.revise(unit=LimitUnit.PAGES, excludes_sources=True)
    form = rules.citations.form
    at_the_end = form is CitationForm.ENDNOTES and bool(paper.notes)
    pages, depth = _real(pdf, rules, note_pages=at_the_end)
    pages -= rules.cover_page is True
    notes = "endnotes" if at_the_end else "footnotes" if paper.notes else "none"
    return Set(
        rules.id,
        notes,
        rules.page.spacing or 1,
        extent(paper, rules.revise(limit=limit)).used,
        pages - 1 + depth,
        pages,
        extent(paper, rules.revise(limit=limit), first_solid=True).used,
    )


def _real(pdf: bytes, rules: Preset, *, note_pages: bool) -> tuple[int, float]:
    """The last page with text, and how much of it is taken, 0 to 1."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        found = subprocess.run(
            ["pdftotext", "-bbox-layout", str(path), "-"],
            capture_output=True,
            check=True,
        ).stdout.decode("utf-8")
    height = 841.9 if rules.page.size == "a4" else 792.0
    margin = _INCH * (rules.page.margin_inches or 1)
    points = rules.page.points_max or rules.page.points_min or 12
    tall = _BOX * (points + _NOTE_POINTS) / 2
    last, depth = 1, 0.0
    for number, page in enumerate(_PAGE.findall(found), start=1):
        lines = [(float(top), float(end)) for top, end in _LINE.findall(page)]
        inside = [one for one in lines if one[1] <= height - margin + _ROOM_BELOW]
        text = [end for top, end in inside if end - top > tall]
        if not text or (note_pages and len(text) < len(inside) / 2):
            continue
        below = [top for top, _ in inside if top >= max(text) - _ROOM_BELOW]
        foot = height - margin - min(below) + SEPARATOR if below else 0.0
        last = number
        depth = (max(text) - margin + foot) / (height - 2 * margin)
    return last, depth


def _within(done: Iterable[Set]) -> int:
    return sum(abs(one.error) <= 0.1 for one in done)


def _table(by: str, done: Sequence[Set], key: Callable[[Set], str]) -> None:
    _say(f"\n{by:22}papers   median     from       to  within a tenth  pages right")
    for name in sorted({key(one) for one in done}):
        held = [one for one in done if key(one) == name]
        errors = [one.error for one in held]
        _say(
            f"{name:22}{len(held):6}  {median(errors):+.3f}   {min(errors):+.3f}   "
            f"{max(errors):+.3f}  {100 * _within(held) / len(held):10.0f} %  "
            f"{sum(one.counted for one in held):6} of {len(held)}"
        )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
