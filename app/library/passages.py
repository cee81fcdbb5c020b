"""Passages: the delegate's words as a Markdown file, a heading for each part.

    ## Opening {#opening}
    <!-- cards: stance-victims, rec-plan -->

    Belarus asks the Assembly to ... [@rec-plan, operative para. 1]

The id in braces counts; the words before it are for people. Nothing that
stands in the file is ever lost: what belongs to no part is text of the part
above it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.model.brief import Passage
from app.model.text import clean, clean_line

HEAD = "<!-- Your words, a heading for each part. The name in {#braces} counts. -->"
"""The first line of a file of passages; a reader skips it."""

FIRST = "opening"
"""The passage that takes text of a file without headings."""

_WITH_ID = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*\{#(?P<id>.{1,200})\}\s*")
_BARE = re.compile(r"#{1,6}\s+(?P<title>.+?)[\s#]*")
_CARDS = re.compile(r"<!-- cards: (.*) -->\s*")
_MARKED = re.compile(r"(\\*)(?=#{1,6}(?:\s|$)|<!-- cards: )")
_IN_COMMENT = {"%": "%25", ",": "%2C", ">": "%3E"}


class _Part(NamedTuple):
    """A passage while its lines are gathered."""

    id: str
    cards: tuple[str, ...]
    lines: list[str]


def title_of(passage_id: str, titles: Mapping[str, str]) -> str:
    """What a heading calls a passage: its title, or its id in plain words."""
    words = titles.get(passage_id) or passage_id.replace("-", " ").capitalize()
    return clean_line(clean(words).replace("{#", "(#"))


def to_text(passages: tuple[Passage, ...], titles: Mapping[str, str]) -> str:
    """The passages as one Markdown text, in their order."""
    return "\n\n".join([HEAD, *(_written(one, titles) for one in passages)]) + "\n"


def parse(text: str, titles: Mapping[str, str]) -> tuple[Passage, ...]:
    """The passages of a Markdown text, in its order.

    A heading is known by its id in braces, by its title or by an id as its
    title; any other heading is text. Text before the first heading goes to
    the first passage.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    before, parts = _parts(lines, _by_title(titles))
    _put_first(before, parts)
    whole: dict[str, Passage] = {}
    for part in parts:
        words = "\n".join(part.lines).strip()
        earlier = whole.get(part.id)
        if earlier is not None:
            words = f"{earlier.text}\n\n{words}".strip()
        cards = (*(earlier.cards_when_written if earlier else ()), *part.cards)
        whole[part.id] = Passage(id=part.id, text=words, cards_when_written=cards)
    return normal(tuple(whole.values()))


def normal(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages as a file gives them back: without space at their ends."""
    return tuple(one.revise(text=one.text.strip()) for one in passages)


def _written(passage: Passage, titles: Mapping[str, str]) -> str:
    lines = [f"## {title_of(passage.id, titles)} {{#{passage.id}}}"]
    if passage.cards_when_written:
        named = ", ".join(_hide(card) for card in passage.cards_when_written)
        lines.append(f"<!-- cards: {named} -->")
    text = passage.text.strip()
    if text:
        lines += ["", *(_escaped(line) for line in text.split("\n"))]
    return "\n".join(lines)


def _by_title(titles: Mapping[str, str]) -> dict[str, str]:
    known = {passage_id.casefold(): passage_id for passage_id in (FIRST, *titles)}
    for passage_id in titles:
        known.setdefault(title_of(passage_id, titles).casefold(), passage_id)
    return known


def _parts(
    lines: list[str], by_title: Mapping[str, str]
) -> tuple[list[str], list[_Part]]:
    """The lines before the first heading, and the parts that follow."""
    if lines and lines[0] == HEAD:
        lines = lines[1:]
    before: list[str] = []
    parts: list[_Part] = []
    rest = iter(_with_next(lines))
    for line, following in rest:
        passage_id = _heading(line, by_title)
        if passage_id is None:
            (parts[-1].lines if parts else before).append(_unescaped(line))
            continue
        cards = _CARDS.fullmatch(following)
        if cards:
            next(rest)
        parts.append(_Part(passage_id, _named(cards), []))
    return before, parts


def _with_next(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line with the one below it, the last one with an empty one."""
    return zip(lines, [*lines[1:], ""], strict=False)


def _heading(line: str, by_title: Mapping[str, str]) -> str | None:
    """The id of the passage a line opens; None: it is text."""
    if not line.startswith("#"):
        return None
    found = _WITH_ID.fullmatch(line)
    if found:
        return clean_line(found["id"]) or None
    bare = _BARE.fullmatch(line)
    return by_title.get(" ".join(bare["title"].split()).casefold()) if bare else None


def _escaped(line: str) -> str:
    return f"\\{line}" if _MARKED.match(line) else line


def _unescaped(line: str) -> str:
    found = _MARKED.match(line)
    return line[1:] if found and found[1] else line


def _put_first(before: list[str], parts: list[_Part]) -> None:
    """Give the text before the first heading to the first part."""
    if not "".join(before).strip():
        return
    if parts:
        parts[0].lines[:0] = [*before, ""]
    else:
        parts.append(_Part(FIRST, (), before))


def _named(found: re.Match[str] | None) -> tuple[str, ...]:
    return tuple(_show(one) for one in found[1].split(", ")) if found else ()


def _hide(card: str) -> str:
    """A card id without what would end a comment or a list."""
    return re.sub("[%,>]", lambda found: _IN_COMMENT[found[0]], card)


def _show(written: str) -> str:
    for letter, code in reversed(_IN_COMMENT.items()):
        written = written.replace(code, letter)
    return written.strip()
