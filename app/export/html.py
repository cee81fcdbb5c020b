"""A paper as one HTML page: it prints well and reads well aloud.

The page asks nothing of the network. Everything a person wrote is escaped by
the template engine; links were made safe where citations are made.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from app.export.blind import as_allowed
from app.library import locations
from app.model.paper import Mark, Paper
from app.model.preset import Alignment, HeaderPlace, PageSize, Preset

if TYPE_CHECKING:
    from jinja2 import Template

SAMPLE = "SAMPLE for teaching. Not to be handed in."
"""What stands at the end of a page that was made to teach with."""

_INDENTED_FROM = 1.5
_SHEETS = {PageSize.LETTER: "letter", PageSize.A4: "A4"}
_HEADINGS = {
    HeaderPlace.TOP_RIGHT: "right",
    HeaderPlace.CENTRE: "center",
    HeaderPlace.TWO_SIDES: "right",
}


def to_html(paper: Paper, rules: Preset) -> str:
    """The page, with the look the rules ask for."""
    return _template().render(
        paper=as_allowed(paper, rules).model_dump(mode="json"),
        look=_look(rules),
        sample=SAMPLE if paper.mark is Mark.SAMPLE else "",
    )


def _look(rules: Preset) -> dict[str, Any]:
    """What the style sheet needs to know, in its own words."""
    page = rules.page
    indented = (page.spacing or 1) >= _INDENTED_FROM
    return {
        "sheet": _SHEETS[page.size or PageSize.LETTER],
        "margin": page.margin_inches or 1,
        "points": page.points_max or 12,
        "line": round(1.15 * (page.spacing or 1), 2),
        "font": (page.fonts or ("Times New Roman",))[0].replace('"', ""),
        "after": "0" if indented else ".5em",
        "indent": ".5in" if indented else "0",
        "align": "justify" if page.alignment is Alignment.JUSTIFIED else "left",
        "two_sides": rules.header.place is HeaderPlace.TWO_SIDES,
        "heading": _HEADINGS.get(rules.header.place or HeaderPlace.TOP_LEFT, "left"),
    }


@cache
def _template() -> "Template":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    room = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(locations.templates_root() / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
    )
    return room.get_template("paper.html.j2")
