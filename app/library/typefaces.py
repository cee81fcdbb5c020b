"""Typefaces: the widths that ship with the program, for fitting pages."""

import json
from functools import lru_cache

from app.language.line_fit import Typeface
from app.library import locations
from app.model.errors import TemplateBroken

WIDTHS_FILE = "times-widths.json"
"""The widths of Times New Roman and of the faces drawn to the same measure."""


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
