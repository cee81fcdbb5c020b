"""What a file is called: the conference's pattern, safe on every system."""

import re
import unicodedata
from functools import lru_cache

from app.model.paper import Paper
from app.model.preset import FieldName, Preset

FALLBACK = "position-paper"
"""The name where no rule gives one or nothing is left of it."""

LONGEST = 120
"""Bytes a name may have, without its suffix."""

COMMITTEE_SHORT, LAST_NAMES = "committee-short", "last-names"
"""Fields of a file name that no heading has."""

_FIELD = re.compile(r"([-_. ]*)\{([A-Za-z_-]+)\}")
_PATH_SIGNS = re.compile(r'[\\/:;*?"<>|\x00-\x1f]+')
_EMPTY = re.compile(r"[-_. ]*(\(\s*\)|\[\s*\])")
_WORD_SIGNS = " _-"


def file_name(rules: Preset, paper: Paper, suffix: str) -> str:
    """The name of the file with its suffix, without any folder.

    Args:
        rules: the preset in force; `file.name` is the pattern.
        paper: its heading and properties fill the fields.
        suffix: `docx` or `.docx`.
    """
    name = _safe(_filled(rules.file.name, rules, paper)) or FALLBACK
    return f"{name}.{suffix.lstrip('.')}"


def subject_line(rules: Preset, paper: Paper) -> str:
    """The subject of the message with its fields filled in; empty where none is set."""
    return _filled(rules.file.subject, rules, paper).strip()


def _filled(pattern: str | None, rules: Preset, paper: Paper) -> str:
    """A pattern with its fields filled in; a field without a value falls away."""
    pattern = pattern or ""
    values = _values(rules, paper)

    def fill(field: re.Match[str]) -> str:
        value = values.get(field[2].replace("_", "-"), "")
        value = _fitted(value, " " if rules.file.spaces else pattern)
        return field[1] + value if value else ""

    return _EMPTY.sub("", _FIELD.sub(fill, pattern))


def _values(rules: Preset, paper: Paper) -> dict[str, str]:
    """What each field is called, from the heading before the properties."""
    about = paper.properties
    topics = [part.topic for part in paper.parts]
    found = {
        FieldName.CONFERENCE: rules.name,
        FieldName.TOPIC: topics[0] if len(topics) == 1 else about.subject or "",
        FieldName.DATE: about.created or "",
    }
    headed = {field.name: field.value for field in paper.header}
    is_school = about.author == headed.get(FieldName.SCHOOL.value)
    if about.author and not is_school and not rules.anonymous:
        found[FieldName.DELEGATES] = about.author
    values = {name.value: text for name, text in found.items()} | headed
    formal = values.get(FieldName.FORMAL_COUNTRY) or values.get(FieldName.DELEGATION)
    values.setdefault(FieldName.COUNTRY.value, formal or "")
    committee = about.committee or values.get(FieldName.COMMITTEE.value, "")
    values[COMMITTEE_SHORT] = committee
    values[LAST_NAMES] = _last_names(values.get(FieldName.DELEGATES.value, ""))
    return values


def _last_names(delegates: str) -> str:
    """The last word of each name: "Ana Petrova and Sam Okafor" is two."""
    names = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", delegates)
    return " ".join(one.split()[-1] for one in names if one.split())


def _fitted(value: str, pattern: str) -> str:
    """The value with spaces only where the pattern has them."""
    words = _PATH_SIGNS.sub(" ", value).split()
    bare = _FIELD.sub(r"\1", pattern)
    if " " in bare:
        return " ".join(words)
    if "_" in bare or "-" in bare:
        return "-".join(words)
    return "".join(word[:1].upper() + word[1:] for word in words)


@lru_cache(maxsize=256)
def _safe(name: str) -> str:
    from pathvalidate import sanitize_filename

    kept = "".join(
        sign for sign in name if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
    )
    kept = unicodedata.normalize("NFC", kept)
    kept = _shortened(kept.lstrip("~.$" + _WORD_SIGNS).rstrip("." + _WORD_SIGNS))
    return str(sanitize_filename(kept, platform="universal")).strip()


def _shortened(name: str) -> str:
    """At most `LONGEST` bytes, cut where a word ends if one ends late enough."""
    raw = name.encode()
    if len(raw) <= LONGEST:
        return name
    cut = raw[:LONGEST].decode(errors="ignore")
    end = max(cut.rfind(sign) for sign in _WORD_SIGNS)
    return (cut[:end] if end > LONGEST // 2 else cut).rstrip("." + _WORD_SIGNS)
