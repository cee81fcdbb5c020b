"""The grammar of citation templates: fields, optional parts and italics.

A template is plain text with three marks and nothing else, so that a style
can be written by hand and can do no harm:

    {title}            the field `title`; {authors|publisher}: the first known
    < ... >            left out when a field directly inside it is unknown
    * ... *            italics

What is printed is tidied as it is set: no two full stops, no comma or full
stop after a question mark, no two spaces.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from app.model.paper import Span

_NO_MORE = {".": (".", "?", "!"), ",": ("?", "!", ",")}
_CLOSERS = '”’"'


class Value(NamedTuple):
    """What a field prints."""

    text: str
    """The words; empty: unknown."""

    link: str | None = None
    """Where a click on them leads."""


class Words(NamedTuple):
    """Text that stands as written."""

    text: str
    """The words."""


class Field(NamedTuple):
    """A place where a fact about the source stands."""

    names: tuple[str, ...]
    """Fields to try; the first that is known is printed."""


class Tilt(NamedTuple):
    """Where italics begin or end."""


class Group(NamedTuple):
    """A part that is left out when a field directly inside it is unknown."""

    parts: tuple["Node", ...]
    """What it holds."""


Node = Words | Field | Tilt | Group
"""One step of a template."""

Template = tuple[Node, ...]
"""A template that was read."""

Look = Callable[[str], Value]
"""Gives the value of a field by its name."""


class BadTemplate(ValueError):
    """A template breaks the grammar; the message says what and where."""


def read_template(text: str, fields: Collection[str]) -> Template:
    """The steps of a template that may use these fields.

    Raises:
        BadTemplate: a mark is not closed, or a field is not known.
    """
    reader = _Reader(text, fields)
    nodes = tuple(reader.nodes(inside=False))
    if sum(isinstance(node, Tilt) for node in _all(nodes)) % 2:
        raise BadTemplate('a "*" opens italics that nothing closes')
    return nodes


def fill(
    template: Template, look: Look, *, commas_inside: bool = False
) -> tuple[Span, ...]:
    """The runs a template prints.

    Args:
        template: What is printed.
        look: Answers what the template asks.
        commas_inside: Whether a comma moves inside the quotation mark it follows.
    """
    ink = Ink(commas_inside=commas_inside)
    _set(template, look, ink)
    return ink.spans()


class Ink:
    """Words being set, tidied where two pieces meet."""

    def __init__(self, *, commas_inside: bool = False) -> None:
        self._commas_inside = commas_inside
        self._pieces: list[tuple[str, bool, str | None]] = []
        self._last = ""
        self.italic = False

    def put(self, text: str, link: str | None = None) -> None:
        """Set some words after those already there."""
        text = self._tidied(text)
        if not text:
            return
        if self._commas_inside and text[0] == "," and self._last.endswith("”"):
            self._take_quote_back()
            text = f",”{text[1:]}"
        self._last = (self._last + text)[-3:]
        if self._pieces and self._pieces[-1][1:] == (self.italic, link):
            text = self._pieces.pop()[0] + text
        self._pieces.append((text, self.italic, link))

    def quoting(self) -> bool:
        """Whether the next words open inside quotation marks."""
        return self._last.endswith("“")

    def spans(self) -> tuple[Span, ...]:
        """The runs set so far."""
        return tuple(
            Span(text=text, italic=italic, link=link)
            for text, italic, link in self._pieces
        )

    def _drop_tail(self) -> None:
        """Take back the comma and space that nothing followed."""
        while self._pieces:
            text, italic, link = self._pieces.pop()
            kept = text.rstrip(" ,")
            if kept:
                self._pieces.append((kept, italic, link))
                self._last = kept[-3:]
                return
        self._last = ""

    def _take_quote_back(self) -> None:
        """Take the closing quotation mark back, to set a comma before it."""
        text, italic, link = self._pieces.pop()
        self._pieces.append((text[:-1], italic, link))

    def _tidied(self, text: str) -> str:
        if text[:1] in (".", ",") and self._last[-1:] in (" ", ","):
            self._drop_tail()
        bare = self._last.rstrip(_CLOSERS)
        if bare[-1:] in _NO_MORE.get(text[:1], ()):
            text = text[1:]
        if text[:1] == " " and (not self._last or self._last[-1] == " "):
            text = text.lstrip(" ")
        return text


def _set(nodes: Template, look: Look, ink: Ink) -> None:
    for node in nodes:
        if isinstance(node, Words):
            ink.put(node.text)
        elif isinstance(node, Tilt):
            ink.italic = not ink.italic
        elif isinstance(node, Group):
            if _is_known(node.parts, look):
                _set(node.parts, look, ink)
        else:
            value = _first(node, look)
            text = _single_quotes(value.text) if ink.quoting() else value.text
            ink.put(text, value.link)


def _first(field: Field, look: Look) -> Value:
    found = (look(name) for name in field.names)
    return next((value for value in found if value.text), Value(""))


def _is_known(nodes: Template, look: Look) -> bool:
    return all(_first(node, look).text for node in nodes if isinstance(node, Field))


def _single_quotes(text: str) -> str:
    """A title that quotes, as it stands inside quotation marks."""
    text = text.replace("“", "‘").replace("”", "’")
    opening = True
    out = []
    for mark in text:
        if mark == '"':
            out.append("‘" if opening else "’")
            opening = not opening
        else:
            out.append(mark)
    return "".join(out)


def _all(nodes: Template) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _all(node.parts)


class _Reader:
    """Reads a template from left to right."""

    def __init__(self, text: str, fields: Collection[str]) -> None:
        self._text = text
        self._fields = fields
        self._at = 0

    def nodes(self, *, inside: bool) -> Iterator[Node]:
        """The steps up to the end, or up to the `>` of this group."""
        words = ""
        while self._at < len(self._text):
            mark = self._text[self._at]
            self._at += 1
            if mark not in "{}<>*":
                words += mark
                continue
            if words:
                yield Words(words)
                words = ""
            if mark == ">" and inside:
                return
            yield self._marked(mark)
        if words:
            yield Words(words)
        if inside:
            raise BadTemplate('a "<" opens a part that nothing closes')

    def _marked(self, mark: str) -> Node:
        if mark == "*":
            return Tilt()
        if mark == "{":
            return self._field()
        if mark == "<":
            group = Group(tuple(self.nodes(inside=True)))
            if not any(isinstance(node, Field) for node in group.parts):
                raise BadTemplate('a "<...>" needs a field of its own')
            return group
        raise BadTemplate(f'a "{mark}" closes what nothing opened')

    def _field(self) -> Field:
        end = self._text.find("}", self._at)
        if end < 0:
            raise BadTemplate('a "{" opens a field that nothing closes')
        names = tuple(self._text[self._at : end].split("|"))
        self._at = end + 1
        for name in names:
            if name not in self._fields:
                known = ", ".join(sorted(self._fields))
                raise BadTemplate(f'there is no field "{name}"; there are {known}')
        return Field(names)
