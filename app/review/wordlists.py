"""Word lists and limits of the review, as people can read and change them."""

import re
from functools import lru_cache

from app.library import locations, toml
from app.model.errors import TemplateBroken

_FOLDER = "review"


@lru_cache(maxsize=1)
def limits() -> dict[str, float]:
    """From which number on a measure is worth a look, by the measure's name.

    Raises:
        TemplateBroken: a limit is no number.
    """
    return _numbers("limits")


@lru_cache(maxsize=1)
def connectives() -> dict[str, float]:
    """How often a group of connectives can be used in one paper.

    Raises:
        TemplateBroken: a limit is no number.
    """
    return _numbers("connectives")


@lru_cache(maxsize=1)
def enough() -> dict[str, float]:
    """How many `words` and `sentences` a text needs before it is measured.

    Raises:
        TemplateBroken: a limit is no number.
    """
    return _numbers("enough")


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    return toml.read(locations.templates_root() / _FOLDER / "words.toml")


def listed(name: str) -> tuple[str, ...]:
    """The words of one list, as the file has them.

    Raises:
        TemplateBroken: the file has no such list.
    """
    if name not in _lists():
        path = locations.templates_root() / _FOLDER / "words.toml"
        raise TemplateBroken(path, f'there is no list "{name}"')
    return tuple(_lists()[name])


@lru_cache(maxsize=64)
def finder(name: str) -> re.Pattern[str]:
    """What finds any word of one list in a text, whatever its case."""
    return either(listed(name))


def either(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of these phrases as whole words; `*` ends a word."""
    ranked = sorted(phrases, key=len, reverse=True)
    said = "|".join(
        re.escape(one.replace("’", "'")).replace(r"\*", r"\w*").replace("'", "[’']")
        for one in ranked
    )
    return re.compile(rf"(?<![\w-])(?:{said})(?![\w-])", re.IGNORECASE)


def _numbers(table: str) -> dict[str, float]:
    path = locations.templates_root() / _FOLDER / "limits.toml"
    held = toml.read(path).get(table, {})
    for name, value in held.items():
        if not isinstance(value, int | float):
            raise TemplateBroken(path, f'"{name}" is no number')
    return {name: float(value) for name, value in held.items()}
