"""How the pages of a Word file look: type, line spacing, margins and sheet.

What most letters of the text have counts as the look of the whole. What a file
does not say is unknown: Word then takes what the computer it opens on prefers.
"""

import zipfile
from collections import Counter
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from app.model.base import Record
from app.reading.guard import MAIN_PART, open_docx
from app.reading.word import attribute, every, xml_root

_STYLES = "word/styles.xml"
_THEME = "word/theme/theme1.xml"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TWIPS = 1440
_SINGLE = 240
_SIDES = ("top", "right", "bottom", "left")
_DEEPEST = 20


class PageLook(Record):
    """How the pages of a file look; None: the file does not say."""

    font: str | None = None
    """The font of most letters."""

    points: float | None = None
    """The size of most letters."""

    spacing: float | None = None
    """The line spacing of most letters: 1 is single."""

    margins: tuple[float, ...] = ()
    """The different margins of all sides, in inches, the smallest first."""

    sheet: tuple[float, float] | None = None
    """Width and height of the page, in inches."""


class _Said(NamedTuple):
    """What one place of a file says of the look; None: nothing."""

    font: str | None = None
    points: float | None = None
    spacing: float | None = None

    def over(self, other: "_Said") -> "_Said":
        """This, and where it is silent the other."""
        return _Said(
            self.font if self.font is not None else other.font,
            self.points if self.points is not None else other.points,
            self.spacing if self.spacing is not None else other.spacing,
        )


def read_look(path: Path) -> PageLook:
    """How the pages of a Word file look.

    Raises:
        HostileFile: it could harm whoever opens it.
        Unreadable: it is not a Word file that can be understood.
    """
    with open_docx(path) as parts:
        main = xml_root(parts, MAIN_PART, path)
        styles = _Styles(parts, path)
        weighed = Counter[_Said]()
        for letters, said in _letters(main, styles):
            weighed[said] += letters
        return PageLook(
            font=_most(weighed, "font"),
            points=_most(weighed, "points"),
            spacing=_most(weighed, "spacing"),
            margins=tuple(sorted(set(_margins(main)))),
            sheet=_sheet(main),
        )


class _Styles:
    """The styles of a file, each with what it says and what it is based on."""

    def __init__(self, parts: zipfile.ZipFile, path: Path) -> None:
        names = parts.namelist()
        theme = xml_root(parts, _THEME, path) if _THEME in names else None
        self._theme = _theme_fonts(theme) if theme is not None else {}
        self._held: dict[str, tuple[_Said, str | None]] = {}
        self.usual = _Said()
        """What holds where nothing else is said."""
        self.paragraph: str | None = None
        """The style of a paragraph that names none."""
        if _STYLES in names:
            self._read(xml_root(parts, _STYLES, path))

    def said(self, element: Any) -> _Said:
        """What the properties below an element say, without their style."""
        found = _Said()
        for child in element:
            match _short(child):
                case "rFonts":
                    found = found._replace(font=self._font(child))
                case "sz":
                    found = found._replace(points=_number(child, "val", 2))
                case "spacing" if attribute(child, "line") is not None:
                    found = found._replace(spacing=_spacing(child))
        return found

    def of(self, style: str | None) -> _Said:
        """What a style says, with the styles it is based on."""
        found = _Said()
        for _ in range(_DEEPEST):
            if style not in self._held:
                break
            said, style = self._held[style]
            found = found.over(said)
        return found

    def _read(self, root: Any) -> None:
        for default in every(root, "docDefaults"):
            for name in ("rPr", "pPr"):
                for properties in every(default, name):
                    self.usual = self.usual.over(self.said(properties))
        for style in every(root, "style"):
            name = attribute(style, "styleId") or ""
            said, based = _Said(), None
            for child in style:
                match _short(child):
                    case "rPr" | "pPr":
                        said = said.over(self.said(child))
                    case "basedOn":
                        based = attribute(child, "val")
            self._held[name] = (said, based)
            usual = attribute(style, "default") in ("1", "true", "on")
            if usual and attribute(style, "type") == "paragraph":
                self.paragraph = name

    def _font(self, fonts: Any) -> str | None:
        named = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
        theme = attribute(fonts, "asciiTheme") or attribute(fonts, "hAnsiTheme") or ""
        kind = "minor" if theme.startswith("minor") else "major" if theme else ""
        return self._theme.get(kind) or named


def _letters(main: Any, styles: _Styles) -> Iterator[tuple[int, _Said]]:
    """Every run of the text: how many letters it has and how they look."""
    for paragraph in every(main, "p"):
        own, style = _Said(), styles.paragraph
        for properties in _children(paragraph, "pPr"):
            own = styles.said(properties)
            for named in _children(properties, "pStyle"):
                style = attribute(named, "val")
        below = styles.of(style).over(styles.usual)
        for run in every(paragraph, "r"):
            letters = sum(len(text.text or "") for text in _children(run, "t"))
            if letters:
                said = _Said()
                for properties in _children(run, "rPr"):
                    said = styles.said(properties)._replace(spacing=None)
                    for named in _children(properties, "rStyle"):
                        said = said.over(styles.of(attribute(named, "val")))
                looks = said.over(own).over(below)
                yield letters, looks._replace(spacing=looks.spacing or 1.0)


def _most(weighed: Counter[_Said], name: str) -> Any:
    """What most letters have; None where that is unknown."""
    sums = Counter[Hashable]()
    for said, letters in weighed.items():
        sums[getattr(said, name)] += letters
    return sums.most_common(1)[0][0] if sums else None


def _margins(main: Any) -> Iterator[float]:
    for margins in every(main, "pgMar"):
        for side in _SIDES:
            found = _number(margins, side, _TWIPS)
            if found is not None:
                yield round(abs(found), 2)


def _sheet(main: Any) -> tuple[float, float] | None:
    for size in every(main, "pgSz"):
        width, height = _number(size, "w", _TWIPS), _number(size, "h", _TWIPS)
        if width and height:
            return round(width, 2), round(height, 2)
    return None


def _theme_fonts(theme: Any) -> dict[str, str]:
    found = {}
    for kind in ("minor", "major"):
        for font in theme.iter(f"{_DRAWING}{kind}Font"):
            latin = font.find(f"{_DRAWING}latin")
            if latin is not None and latin.get("typeface"):
                found[kind] = str(latin.get("typeface"))
    return found


def _spacing(element: Any) -> float | None:
    """Lines as a multiple of single; None where a height in points is set."""
    if attribute(element, "lineRule") not in (None, "auto"):
        return None
    return _number(element, "line", _SINGLE)


def _number(element: Any, name: str, unit: int) -> float | None:
    try:
        return float(attribute(element, name) or "") / unit
    except ValueError:
        return None


def _children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if _short(child) == name)


def _short(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
