"""The look of a Word file: everything its stationery depends on, and no more."""

import re
from typing import NamedTuple

from app.model.paper import Paper
from app.model.preset import Alignment, CitationForm, PageSize, Preset

FONT = "Times New Roman"
"""The font where no rule names one."""

_TWIPS = 1440
_SHEETS = {PageSize.LETTER: (12240, 15840), PageSize.A4: (11906, 16838)}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LARGEST_MARGIN = 3.0
_LARGEST_TYPE = 72.0
_LARGEST_SPACING = 4.0


class Look(NamedTuple):
    """How the pages of a paper look; equal looks share one stationery."""

    width: int
    """Width of the sheet, in twentieths of a point."""

    height: int
    """Height of the sheet, in twentieths of a point."""

    margin: int
    """All four margins, in twentieths of a point, where no others are given."""

    font: str
    """The font of every style."""

    points: float
    """The size of type, in points."""

    spacing: float
    """Line spacing: 1 is single."""

    justified: bool
    """Whether lines of the text end flush."""

    plain: bool
    """Whether bold and italics are forbidden."""

    language: str
    """The language of the text: `en-GB`."""

    notes: str
    """`footnote` or `endnote` where the paper has notes, else empty."""

    margins: tuple[int, int, int, int] | None = None
    """Top, right, bottom and left, where a school's own file gives them."""

    @property
    def measure(self) -> int:
        """The width of a line, in twentieths of a point."""
        _, right, _, left = self.edges
        return self.width - right - left

    @property
    def edges(self) -> tuple[int, int, int, int]:
        """The margins in force: top, right, bottom and left."""
        same = self.margin
        return self.margins or (same, same, same, same)


def look_of(paper: Paper, rules: Preset) -> Look:
    """The look the rules ask for; rules out of all reason are brought in."""
    page = rules.page
    width, height = _SHEETS[page.size or PageSize.LETTER]
    inches = 1.0 if page.margin_inches is None else page.margin_inches
    points = page.points_max or page.points_min or 12
    return Look(
        width=width,
        height=height,
        margin=round(_TWIPS * min(max(inches, 0), _LARGEST_MARGIN)),
        font=page.fonts[0] if page.fonts else FONT,
        points=round(2 * min(max(points, 1), _LARGEST_TYPE)) / 2,
        spacing=min(max(page.spacing or 1, 0.5), _LARGEST_SPACING),
        justified=page.alignment is Alignment.JUSTIFIED,
        plain=rules.forbid.formatting is True,
        language=_language(paper.properties.language),
        notes=_notes(paper, rules),
    )


def _language(wanted: str) -> str:
    return wanted if _LANGUAGE.fullmatch(wanted) else "en-GB"


def _notes(paper: Paper, rules: Preset) -> str:
    if not paper.notes:
        return ""
    return "endnote" if rules.citations.form is CitationForm.ENDNOTES else "footnote"
