"""UN document symbols: found in text and taken apart.

Rules from the UN Editorial Manual and the Dag Hammarskjöld Library's guide to
document symbols.
"""

import re
from typing import NamedTuple

_BODIES = (
    "A|S|E|T|ST|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED|CESCR|DP|TD|UNEP|HRI|CTOC|IDB"
)
_SYMBOL = re.compile(
    rf"\b(?:{_BODIES})(?:/[A-Z0-9][A-Za-z0-9.\-]*)+(?:\s?\([IVXLC]+\))?"
)
_PARTS = re.compile(r"[^/]+")


class UnSymbol(NamedTuple):
    """A document symbol, taken apart."""

    text: str
    """The symbol as printed, without a revision: `A/RES/64/293`."""

    body: str
    """The first element: `A` is the General Assembly."""

    session: int | None
    """The session a resolution belongs to; None where the symbol has none."""

    committee: int | None
    """The main committee a document was issued to: 3 in `A/C.3/63/L.4`."""

    is_resolution: bool
    """Whether it is an adopted resolution."""

    is_draft: bool
    """Whether it is a limited document, such as a draft resolution."""

    revision: int | None
    """The number behind `/Rev.`; None where there is none."""

    addendum: int | None
    """The number behind `/Add.`; None where there is none."""


def find_symbols(text: str) -> tuple[str, ...]:
    """Every document symbol in a text, in order, without a final full stop."""
    return tuple(found[0].rstrip(".-") for found in _SYMBOL.finditer(text))


def parse(symbol: str) -> UnSymbol | None:
    """The parts of a symbol; None where the text is none."""
    whole = symbol.strip()
    if not _SYMBOL.fullmatch(whole):
        return None
    parts = _PARTS.findall(whole)
    marks = {name: _numbered(parts, name) for name in ("Rev.", "Add.", "Corr.", "C.")}
    tail = [part for part in parts if not part.startswith(("Rev.", "Add.", "Corr."))]
    return UnSymbol(
        text="/".join(tail),
        body=parts[0],
        session=_session(parts),
        committee=marks["C."],
        is_resolution="RES" in parts,
        is_draft=any(part.startswith("L.") for part in parts),
        revision=marks["Rev."],
        addendum=marks["Add."],
    )


def _numbered(parts: list[str], prefix: str) -> int | None:
    for part in parts[1:]:
        rest = part.removeprefix(prefix)
        if rest != part and rest.isdigit():
            return int(rest)
    return None


def _session(parts: list[str]) -> int | None:
    at = next((n for n, part in enumerate(parts) if part in {"RES", "DEC"}), None)
    after = parts[at + 1] if at is not None and at + 1 < len(parts) else ""
    if at is None and parts[0] == "A":
        after = next((part for part in parts[1:] if part.isdigit()), "")
    return int(after) if after.isdigit() and len(after) < 4 else None
