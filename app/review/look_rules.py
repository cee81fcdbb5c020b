"""The look of a file from anywhere, held against the rules for a page."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from app.language.grammar import join_names
from app.model.finding import Finding, Outcome
from app.model.preset import PageSize, Preset

SHEETS = {PageSize.LETTER: (8.5, 11.0), PageSize.A4: (8.27, 11.69)}
"""Sheet to width and height, in inches."""

_NEAR_INCHES = 0.06
_NEAR_POINTS = 0.3
_NEAR_SPACING = 0.1


class Look(Protocol):
    """How the pages of a file look; None: the file does not say."""

    @property
    def font(self) -> str | None:
        """The font of most letters."""

    @property
    def points(self) -> float | None:
        """The size of most letters."""

    @property
    def spacing(self) -> float | None:
        """The line spacing of most letters."""

    @property
    def margins(self) -> Sequence[float]:
        """The different margins, in inches."""

    @property
    def sheet(self) -> tuple[float, float] | None:
        """Width and height, in inches."""


def check_look(look: Look, preset: Preset) -> tuple[Finding, ...]:
    """The findings on every rule for a page that the conference states."""
    found = (
        *_font(look, preset),
        *_points(look, preset),
        *_spacing(look, preset),
        *_margins(look, preset),
        *_sheet(look, preset),
    )
    return tuple(
        one.revise(source=preset.source_url, year=preset.year) for one in found
    )


def _font(look: Look, preset: Preset) -> Iterator[Finding]:
    fonts = preset.page.fonts
    if fonts:
        fits = None
        if look.font:
            fits = look.font.casefold() in {one.casefold() for one in fonts}
        yield _told("font", fits, f"The font is {look.font}", " or ".join(fonts))


def _points(look: Look, preset: Preset) -> Iterator[Finding]:
    least, most = preset.page.points_min, preset.page.points_max
    if least is None and most is None:
        return
    low, high = least or most or 0, most or least or 0
    wanted = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    fits = None
    if look.points is not None:
        fits = low - _NEAR_POINTS <= look.points <= high + _NEAR_POINTS
    said = f"The type has {look.points or 0:g} points"
    yield _told("type-size", fits, said, f"{wanted} points")


def _spacing(look: Look, preset: Preset) -> Iterator[Finding]:
    page = preset.page
    wanted = page.spacings or ((page.spacing,) if page.spacing else ())
    if wanted:
        fits = None
        if look.spacing is not None:
            held = look.spacing
            fits = any(abs(held - one) <= _NEAR_SPACING for one in wanted)
        said = f"The line spacing is {look.spacing or 0:.3g}"
        yield _told("spacing", fits, said, " or ".join(f"{one:g}" for one in wanted))


def _margins(look: Look, preset: Preset) -> Iterator[Finding]:
    wanted = preset.page.margin_inches
    if wanted is not None:
        fits = None
        if look.margins:
            fits = all(abs(one - wanted) <= _NEAR_INCHES for one in look.margins)
        held = join_names([f"{one:g}" for one in look.margins])
        yield _told("margins", fits, f"The margins are {held} in", f"{wanted:g} in")


def _sheet(look: Look, preset: Preset) -> Iterator[Finding]:
    wanted = preset.page.size
    if wanted is None:
        return
    fits, said = None, ""
    if look.sheet:
        wide, high = look.sheet
        width, height = SHEETS[wanted]
        fits = abs(wide - width) <= _NEAR_INCHES and abs(high - height) <= _NEAR_INCHES
        said = f"The sheet has {wide:g} by {high:g} in"
    yield _told("paper-size", fits, said, wanted.value.title())


def _told(rule: str, fits: bool | None, said: str, wanted: str) -> Finding:
    if fits is None:
        message = f"The file does not say it; {wanted} is asked for."
        return Finding(rule=rule, outcome=Outcome.UNKNOWN, message=message)
    if fits:
        return Finding(rule=rule, outcome=Outcome.PASSED, message=f"{said}.")
    message = f"{said}; {wanted} is asked for."
    return Finding(rule=rule, outcome=Outcome.FAILED, message=message)
