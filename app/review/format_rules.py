"""Format: font, size, spacing, margins and what may not stand on a page.

What the program sets itself is passed; what it cannot see in a person's Word
file afterwards, it says so far as it wrote it.
"""

from collections.abc import Iterator
from typing import Any

from app.model.finding import Finding, Outcome, Where
from app.model.paper import Bullets
from app.model.preset import CitationForm, Symbols
from app.review.case import Case

_SPACINGS = {1: "single", 1.5: "one and a half", 2: "double"}
_BULLETS = ("- ", "* ", "• ", "– ")


def check(case: Case) -> Iterator[Finding]:
    """Every rule about how a page looks."""
    yield from _set_by_us(case)
    yield from _numbers(case)
    yield from _footnotes(case)
    yield from _bullets(case)
    yield from _plain(case)
    yield from _symbols(case)


def _set_by_us(case: Case) -> Iterator[Finding]:
    page = case.rules.page
    font = page.fonts[0] if page.fonts else "unknown"
    points = page.points_max or page.points_min or 12
    spacing = page.spacing or 1
    looks: tuple[tuple[str, str, Any, str], ...] = (
        ("font", "page.fonts", page.fonts, f"The font is {font}."),
        ("type-size", "page.points_max", page.points_max,
         f"The type has {points:g} points."),
        ("spacing", "page.spacing", page.spacing,
         f"Lines are set {_SPACINGS.get(spacing, f'{spacing:g}')}."),
        ("margins", "page.margin_inches", page.margin_inches,
         f"Margins are {page.margin_inches or 0:g} in on all sides."),
        ("paper-size", "page.size", page.size,
         f"The sheet is {str(page.size or '').title()}."),
        ("alignment", "page.alignment", page.alignment,
         f"Lines are {_aligned(case)}."),
    )  # fmt: skip
    for rule, dotted, value, message in looks:
        if dotted in case.fallen_back:
            yield from case.silent(rule, dotted, f"{message[0].lower()}{message[1:]}")
        elif value is not None:
            yield case.tell(rule, Outcome.PASSED, message, about=(dotted,))


def _aligned(case: Case) -> str:
    wanted = case.rules.page.alignment
    return "set flush left" if wanted is None or wanted == "left" else "justified"


def _numbers(case: Case) -> Iterator[Finding]:
    banned = case.preset.forbid.page_numbers
    if banned is None:
        return
    message = "Pages bear no numbers." if banned else "Page numbers may stand."
    about = ("forbid.page_numbers",)
    yield case.tell("page-numbers", Outcome.PASSED, message, about=about)


def _footnotes(case: Case) -> Iterator[Finding]:
    banned = case.preset.forbid.footnotes
    if banned is None:
        return
    about = ("forbid.footnotes",)
    stand = bool(case.paper.notes)
    stand = stand and case.rules.citations.form is CitationForm.FOOTNOTES
    if banned and stand:
        message = "Footnotes are forbidden, and the paper has some."
        yield case.tell("footnotes", Outcome.FAILED, message, about=about)
    else:
        message = "There are no footnotes." if banned else "Footnotes may stand."
        yield case.tell("footnotes", Outcome.PASSED, message, about=about)


def _bullets(case: Case) -> Iterator[Finding]:
    banned = case.preset.forbid.bullets
    if banned is None:
        return
    about = ("forbid.bullets",)
    places = tuple(_lists(case)) if banned else ()
    if places:
        message = "Lists with bullets are forbidden. Write sentences."
        yield case.tell("bullets", Outcome.FAILED, message, about=about, where=places)
    else:
        message = "There are no bullets." if banned else "Bullets may stand."
        yield case.tell("bullets", Outcome.PASSED, message, about=about)


def _lists(case: Case) -> Iterator[Where]:
    for part in case.paper.parts:
        for section in part.sections:
            if any(isinstance(one, Bullets) for one in section.blocks):
                yield Where(passage=section.id)
    for passage in case.brief.passages:
        for line in passage.text.splitlines():
            if line.lstrip().startswith(_BULLETS):
                yield Where(passage=passage.id, quote=line.strip()[:80])


def _plain(case: Case) -> Iterator[Finding]:
    banned = case.preset.forbid.formatting
    if banned is None:
        return
    message = "Bold and italics are left out." if banned else "Bold may stand."
    about = ("forbid.formatting",)
    yield case.tell("formatting", Outcome.PASSED, message, about=about)


def _symbols(case: Case) -> Iterator[Finding]:
    wanted = case.preset.symbols
    pictures = [
        Where(passage=section.id)
        for part in case.paper.parts
        for section in part.sections
        if any(getattr(one, "kind", "") == "picture" for one in section.blocks)
    ]
    about = ("symbols",)
    if wanted is None:
        yield from case.silent("symbols", "symbols", "no flag and no seal.")
    elif wanted is Symbols.NONE and pictures:
        message = "No flag or seal may stand here; see what these pictures show."
        yield case.tell("symbols", Outcome.ADVICE, message, about=about, where=pictures)
    elif wanted in {Symbols.NONE, Symbols.FREE}:
        is_free = wanted is Symbols.FREE
        message = "A flag or seal may stand." if is_free else "No flag, no seal."
        yield case.tell("symbols", Outcome.PASSED, message, about=about)
    else:
        thing = "flag" if wanted is Symbols.FLAG else "official seal"
        message = f"The {thing} of the country belongs above the paper; add it in Word."
        yield case.tell("symbols", Outcome.ADVICE, message, about=about)
