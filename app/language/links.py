"""Addresses: which are safe to click, and how a long one is shown."""

import re
from urllib.parse import quote, urlsplit

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
"""Schemes a link in a paper may have; all others run code or open files."""

LONGEST_SHOWN = 90
"""Characters of an address that are shown before it is shortened."""

_SAFE = "%/:=&?~#+!$,;'@()*[]._-"
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def safe_link(address: str | None) -> str | None:
    """The address with odd characters quoted; None where it is not safe."""
    wanted = (address or "").strip()
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return None
    if parts.scheme.lower() not in SAFE_SCHEMES:
        return None
    if parts.scheme.lower() == "mailto":
        return quote(wanted, safe=_SAFE) if "@" in parts.path else None
    host = parts.netloc.rpartition("@")[2]
    try:
        plain = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return None
    if not plain or not _HOST.fullmatch(plain):
        return None
    rest = wanted[wanted.index(parts.netloc) + len(parts.netloc) :]
    quoted = quote(rest, safe=_SAFE).replace("[", "%5B").replace("]", "%5D")
    return f"{parts.scheme.lower()}://{plain}{_BARE_PERCENT.sub('%25', quoted)}"


def shown_link(address: str) -> str:
    """The address as a page shows it: whole, or host and first step if long."""
    if len(address) <= LONGEST_SHOWN:
        return address
    parts = urlsplit(address)
    first = next((step for step in parts.path.split("/") if step), "")
    short = f"{parts.scheme}://{parts.netloc}/"
    if first and len(short) + len(first) < LONGEST_SHOWN:
        short += f"{first}/"
    return f"{short}…"
