"""Colours as other eyes see them: contrast, and how far two lie apart."""

from itertools import combinations
from math import dist

from textual.color import Color

# Viénot, Brettel and Mollon 1999 for red and green; Brettel's plane for blue.
_SEEN: dict[str, tuple[tuple[float, ...], ...]] = {
    "protanopia": (
        (0.11238, 0.88762, 0),
        (0.11238, 0.88762, 0),
        (0.00401, -0.00401, 1),
    ),
    "deuteranopia": (
        (0.29275, 0.70725, 0),
        (0.29275, 0.70725, 0),
        (-0.02234, 0.02234, 1),
    ),
    "tritanopia": (
        (1, 0.14461, -0.14461),
        (0, 0.85924, 0.14076),
        (0, 0.85924, 0.14076),
    ),
}
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)
_Three = tuple[float, ...]


def contrast(one: str, other: str) -> float:
    """How well one colour is read on another, from 1 to 21."""
    light, dark = sorted((_shine(one), _shine(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_apart(*names: str) -> float:
    """The smallest difference of these colours for any eyes (CIE76)."""
    every = [None, *_SEEN]
    return min(
        dist(_lab(x, eyes), _lab(y, eyes))
        for eyes in every
        for x, y in combinations(names, 2)
    )


def _linear(name: str) -> _Three:
    return tuple(
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in Color.parse(name).normalized
    )


def _times(matrix: tuple[_Three, ...], held: _Three) -> _Three:
    return tuple(sum(a * b for a, b in zip(row, held, strict=True)) for row in matrix)


def _shine(name: str) -> float:
    return _times(_TO_XYZ, _linear(name))[1]


def _lab(name: str, eyes: str | None) -> _Three:
    seen = _linear(name)
    if eyes is not None:
        seen = tuple(min(max(one, 0.0), 1.0) for one in _times(_SEEN[eyes], seen))
    x, y, z = (
        (one / white) ** (1 / 3)
        if one / white > 0.008856
        else 7.787 * one / white + 16 / 116
        for one, white in zip(_times(_TO_XYZ, seen), _WHITE, strict=True)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
