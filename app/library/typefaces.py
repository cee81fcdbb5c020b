"""Typefaces: the widths and the font that ship, for fitting pages and for charts."""

import json
from functools import lru_cache
from pathlib import Path

from app.language.line_fit import Typeface
from app.library import locations
from app.model.errors import TemplateBroken

WIDTHS_FILE = "times-widths.json"
"""The widths of Times New Roman and of the faces drawn to the same measure."""

CHART_FONT_FILE = "chart-font.ttf"
"""The font of charts; its licence stands beside it."""

CHART_FACE = "Communique Chart"
"""What that font is called."""


@lru_cache(maxsize=1)
def times() -> Typeface:
    """The regular face of Times New Roman.

    Raises:
        TemplateBroken: the shipped table is missing or damaged.
    """
    path = locations.templates_root() / "stationery" / WIDTHS_FILE
    try:
        table = json.loads(path.read_text("utf-8"))
        regular = table["faces"]["Regular"]
        widths = {
            letter: int(width)
            for width, letters in regular.items()
            for letter in letters
        }
        return Typeface(table["units_per_em"], table["line"], widths)
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise TemplateBroken(path, "it is not a table of widths") from error


def chart_font() -> Path:
    """The font that draws the letters of charts."""
    return locations.templates_root() / "stationery" / CHART_FONT_FILE
