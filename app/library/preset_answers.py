"""Questions about a conference, and what their answers come to in a preset.

An empty answer means that nobody knows; the file then says `unknown`, so that
the gap stays in sight and can be filled in later.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from app.library import locations, toml, toml_text
from app.library.preset_check import SUFFIXES
from app.model.preset import (
    AiRule,
    Alignment,
    CitationForm,
    FieldName,
    HeaderPlace,
    LimitPer,
    LimitUnit,
    PageSize,
    Status,
    Symbols,
)

UNKNOWN = "unknown"
"""What stands in the file for a rule that nobody knows."""

Parts = dict[str, Any]
"""Dotted name of a rule to its value."""


class NotUnderstood(ValueError):
    """An answer that says nothing a preset can hold."""


class Question(NamedTuple):
    """One thing a person is asked about a conference."""

    rules: tuple[str, ...]
    """Dotted names of the rules it settles."""

    ask: str
    """The question, with examples of an answer."""

    read: Callable[[str], Parts]
    """What an answer comes to; raises `NotUnderstood`."""


_CM_PER_INCH = 2.54
_RANGE = re.compile(r"(\d[\d.,]*)\s*(?:-|to)\s*(\d[\d.,]*)")
_NUMBER = re.compile(r"\d[\d.,]*")
_HALF = re.compile(r"\bhalf\b|½")
_SPACING_WORDS = {"single": 1.0, "double": 2.0, "one and a half": 1.5}
_SHORT_NAMES = {
    "mla": "mla-9",
    "apa": "apa-7",
    "chicago": "chicago-author-date",
    "un": "un-editorial",
}
_FIELD_WORDS = {
    "name": FieldName.DELEGATES,
    "delegate": FieldName.DELEGATES,
    "names": FieldName.DELEGATES,
    "position": FieldName.COUNTRY,
    "agenda": FieldName.TOPIC,
}
_POLICY = r"polic|position|stance|country|analysis|body|main part|critic"
_SOLUTIONS = r"solution|suggest|recommend|propos|remed|goal|plan|conclu|forward"
_PROMISES = (
    ("opening", r"background|introduc|overview|problem|issue|situation|topic|histor"),
    ("home", _POLICY),
    ("abroad", r"past|previous|taken|\bun\b|united nations|internation|document"),
    ("critics", _POLICY),
    ("proposals", _SOLUTIONS),
    ("way-forward", "collaborat|partner"),
    ("way-forward", _SOLUTIONS),
)
"""Our passages, and which words of a section's label promise them."""

_QUESTIONS = re.compile(r"questions? to|guide.s questions", re.IGNORECASE)

_BANS = ("page numbers", "footnotes", "bullets", "first person", "opinion")


def slug(name: str) -> str:
    """A name as an id: lower case, a hyphen between words, plain letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def preset_text(preset_id: str, name: str, answers: Sequence[Parts]) -> str:
    """The file of a preset made of answers, unknown rules written out.

    Args:
        preset_id: Its id.
        name: The conference's name.
        answers: What each question came to; {} where nobody knows.
    """
    table: dict[str, Any] = {"id": preset_id, "name": name}
    for question, parts in zip(QUESTIONS, answers, strict=True):
        for dotted in dict.fromkeys((*question.rules, *parts)):
            if dotted in parts:
                _put(table, dotted, parts[dotted])
            elif not parts and dotted not in {"status", "deadline", "section"}:
                _put(table, dotted, UNKNOWN)
    table.setdefault("status", Status.PARTIAL.value)
    head = f"{name}. Whatever is unknown may be filled in here at any time."
    return toml_text.to_toml(table, head)


def _put(table: dict[str, Any], dotted: str, value: Any) -> None:
    *steps, last = dotted.split(".")
    for step in steps:
        table = table.setdefault(step, {})
    table[last] = value


def _number(text: str) -> float:
    text = re.sub(r",(?=\d{3}\b)", "", text).replace(",", ".").strip(".")
    try:
        value = float(text)
    except ValueError as error:
        raise NotUnderstood(f'"{text}" is no number') from error
    return int(value) if value.is_integer() else value


def _numbers(text: str) -> list[float]:
    found = _RANGE.search(text)
    if found:
        return [_number(found[1]), _number(found[2])]
    return [_number(one) for one in _NUMBER.findall(text)]


def _words(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"[,;/]", text) if one.strip()]


def _text(rule: str) -> Callable[[str], Parts]:
    return lambda text: {rule: text}


def _is_yes(text: str) -> bool:
    word = text.lower()
    if word in {"y", "yes", "true"}:
        return True
    if word in {"n", "no", "false"}:
        return False
    raise NotUnderstood("answer yes or no")


def _yes(rule: str) -> Callable[[str], Parts]:
    return lambda text: {rule: _is_yes(text)}


def _one_of(rule: str, known: Sequence[str]) -> Callable[[str], Parts]:
    def read(text: str) -> Parts:
        word = text.lower().replace(" ", "-")
        if word not in known:
            raise NotUnderstood(f"answer one of: {', '.join(known)}")
        return {rule: word}

    return read


def _source(text: str) -> Parts:
    return {"source_url": text if "://" in text else f"https://{text}"}


def _status(text: str) -> Parts:
    status = Status.OFFICIAL if _is_yes(text) else Status.SECOND_HAND
    return {"status": status.value}


def _limit(text: str) -> Parts:
    low = text.lower()
    parts: Parts = {}
    numbers = _numbers(low.replace("one", "1")) or ([0.5] if _HALF.search(low) else [])
    if not numbers:
        raise NotUnderstood('say how much, for instance "2 pages"')
    if "page" in low or "word" in low:
        unit = LimitUnit.WORDS if "word" in low else LimitUnit.PAGES
        parts["limit.unit"] = unit.value
    else:
        raise NotUnderstood("say pages or words")
    per = re.search(r"\b(topic|paper)\b", low)
    if per:
        parts["limit.per"] = LimitPer(per[1]).value
    if _RANGE.search(low):
        parts["limit.min"] = numbers[0]
        parts["limit.max"] = numbers[1]
    else:
        parts["limit.max"] = numbers[0]
    return parts


def _points(text: str) -> Parts:
    numbers = _numbers(text)
    if not numbers:
        raise NotUnderstood('answer in points, for instance "12" or "10-12"')
    return {"page.points_min": min(numbers), "page.points_max": max(numbers)}


def _spacing(text: str) -> Parts:
    low = text.lower()
    found = [value for word, value in _SPACING_WORDS.items() if word in low]
    found = found or _numbers(low)
    if not found:
        raise NotUnderstood('answer single, double or a number such as "1.5"')
    values = [_number(f"{one:g}") for one in found]
    parts: Parts = {"page.spacing": values[0]}
    return parts | ({"page.spacings": values} if len(values) > 1 else {})


def _margin(text: str) -> Parts:
    numbers = _numbers(text)
    if not numbers:
        raise NotUnderstood('answer "1 in" or "2.54 cm"')
    low = text.lower()
    value = numbers[0] / _CM_PER_INCH if "cm" in low else numbers[0]
    return {"page.margin_inches": _number(f"{value:.2f}")}


def _fields(text: str) -> Parts:
    known = {one.value: one for one in FieldName} | _FIELD_WORDS
    found = []
    for word in _words(text.lower()):
        name = known.get(word.replace(" ", "-"))
        if name is None:
            near = toml.nearest(word, known)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise NotUnderstood(f'no field "{word}"{hint}')
        found.append(name.value)
    return {"header.fields": found}


def _sections(text: str) -> Parts:
    """Sections by label, each with the passages its words promise.

    Where the words leave a section empty, passages are spread in their order.
    """
    labels = _words(text)
    told = [one for one in labels if not _QUESTIONS.search(one)]
    held = _promised(told) or _spread(told)
    sections: list[Parts] = []
    for one in labels:
        if one in told:
            sections.append({"label": one, "passages": held[told.index(one)]})
        else:
            sections.append({"label": one, "questions": True})
    return {"section": sections}


def _promised(labels: Sequence[str]) -> list[list[str]]:
    """The passages under each label by what it says; nothing where one stays empty."""
    held: list[list[str]] = [[] for _ in labels]
    at = 0
    for passage in _passages() if labels else ():
        found = (
            number
            for name, words in _PROMISES
            for number, label in enumerate(labels)
            if name == passage and re.search(words, label, re.IGNORECASE)
        )
        at = next(found, at)
        held[at].append(passage)
    return held if all(held) else []


def _spread(labels: Sequence[str]) -> list[list[str]]:
    """Our passages over so many labels, in order."""
    held: list[list[str]] = [[] for _ in labels]
    passages = _passages()
    for at, passage in enumerate(passages if labels else ()):
        held[at * len(labels) // len(passages)].append(passage)
    return held


def _passages() -> list[str]:
    path = locations.templates_root() / "genres" / "position-paper.toml"
    return [str(one["id"]) for one in toml.read(path)["passage"]]


def _styles(text: str) -> Parts:
    folder = locations.templates_root() / "citations"
    known = sorted(path.stem for path in folder.glob("*.toml"))
    found = []
    for word in _words(re.sub(r"\bor\b", ",", text.lower())):
        first = re.split(r"[\s-]", word)[0]
        style = word if word in known else _SHORT_NAMES.get(first)
        if style is None:
            raise NotUnderstood(f'no style "{word}"; there are {", ".join(known)}')
        found.append(style)
    return {"citations.styles": found}


def _least(text: str) -> Parts:
    numbers = _numbers(text)
    if not numbers or numbers[0] != int(numbers[0]):
        raise NotUnderstood("answer a whole number")
    return {"citations.min_sources": int(numbers[0])}


def _bans(text: str) -> Parts:
    known = {*_BANS, "formatting"}
    parts: Parts = {}
    for word in _words(text.lower()):
        if word == "none":
            continue
        if word not in known:
            raise NotUnderstood(f"choose from: {', '.join(sorted(known))}")
        parts[f"forbid.{word.replace(' ', '_')}"] = True
    return parts


def _formats(text: str) -> Parts:
    found = [one.lower().lstrip(".") for one in _words(text)]
    strange = [one for one in found if one not in SUFFIXES]
    if strange:
        raise NotUnderstood(f'no kind of file "{strange[0]}": {", ".join(SUFFIXES)}')
    return {"file.formats": found}


def _deadline(text: str) -> Parts:
    return {"deadline": [{"purpose": "submission", "when": text}]}


def _values(kind: Any) -> tuple[str, ...]:
    return tuple(one.value for one in kind)


QUESTIONS = (
    Question(("year",), "Year of the rules (2027)", _text("year")),
    Question(("source_url",), "Address of the page that states them", _source),
    Question(("status",), "Is it the conference's own page? (yes, no)", _status),
    Question(
        ("limit.unit", "limit.per", "limit.max"),
        "Length (1 page per topic; 2 pages per paper; 1000-1500 words)",
        _limit,
    ),
    Question(
        ("limit.excludes_sources",),
        "Does the list of sources stand outside that limit? (yes, no)",
        _yes("limit.excludes_sources"),
    ),
    Question(
        ("page.fonts",),
        "Fonts, the best first (Times New Roman)",
        lambda text: {"page.fonts": _words(text)},
    ),
    Question(
        ("page.points_min", "page.points_max"), "Size of type (12; 10-12)", _points
    ),
    Question(("page.spacing",), "Line spacing (single, 1.5, double)", _spacing),
    Question(("page.margin_inches",), "Margins (1 in; 2.54 cm)", _margin),
    Question(
        ("page.size",), "Paper (letter, a4)", _one_of("page.size", _values(PageSize))
    ),
    Question(
        ("page.alignment",),
        "Ends of lines (left, justified)",
        _one_of("page.alignment", _values(Alignment)),
    ),
    Question(
        ("header.fields",), "Heading, in order (committee, topic, country)", _fields
    ),
    Question(
        ("header.place",),
        "Place of the heading (top-left, top-right, centre, page-header)",
        _one_of("header.place", _values(HeaderPlace)),
    ),
    Question(
        ("anonymous",), "Must names and schools stay out? (yes, no)", _yes("anonymous")
    ),
    Question(("cover_page",), "A cover page first? (yes, no)", _yes("cover_page")),
    Question(
        ("section",), "Sections, in order (Background, Policy, Solutions)", _sections
    ),
    Question(
        ("citations.form",),
        "Sources as (footnotes, endnotes, intext+list, list, links)",
        _one_of("citations.form", _values(CitationForm)),
    ),
    Question(("citations.styles",), "Citation style (MLA, APA, Chicago, UN)", _styles),
    Question(("citations.min_sources",), "Fewest sources for each topic", _least),
    Question(
        tuple(f"forbid.{one.replace(' ', '_')}" for one in _BANS),
        f"Forbidden ({', '.join(_BANS)}, formatting)",
        _bans,
    ),
    Question(
        ("symbols",),
        "National symbols (none, flag, seal, free)",
        _one_of("symbols", _values(Symbols)),
    ),
    Question(
        ("ai",),
        "AI is forbidden (total), may not write (writing), may search if cited "
        "(cited-research), must be disclosed (disclose), not mentioned (unstated)",
        _one_of("ai", _values(AiRule)),
    ),
    Question(("file.formats",), "Kinds of file, the best first (docx, pdf)", _formats),
    Question(("file.name",), "File name ({committee}_{country})", _text("file.name")),
    Question(
        ("file.subject",),
        "Subject line ({committee} - {country})",
        _text("file.subject"),
    ),
    Question(
        ("file.send_to",), "Handed in how (e-mail, web form)", _text("file.send_to")
    ),
    Question(("deadline",), "Deadline (2027-03-01, or in words)", _deadline),
    Question(("late_effect",), "What a late paper costs", _text("late_effect")),
    Question(("note",), "Anything else a delegate should know", _text("note")),
)
"""Every question but the first two, which are the name and the id."""


def answer(question: Question, text: str) -> Parts:
    """What an answer comes to; {} where nobody knows.

    Raises:
        NotUnderstood: it says nothing this rule can hold.
    """
    text = text.strip()
    if text.lower() in {"", "?", UNKNOWN}:
        return {}
    return question.read(text)


def unknown_count(answers: Sequence[Mapping[str, Any]]) -> int:
    """How many questions nobody could answer."""
    return sum(not one for one in answers)
