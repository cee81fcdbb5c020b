"""Sentence patterns: their grammar, and how one is filled.

A pattern is written in the expression syntax of Jinja2, `{{ record.clause }}`,
with `if` for agreement. The text is parsed by Jinja2 and walked once; anything
but names with a form, the filters listed here and `if` is refused. What is
left are plain parts that we fill ourselves: no template is ever executed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.drafting.roles import Role
from app.language.grammar import a_or_an, possessive, sentence_start
from app.language.markers import write_marker

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

FILTERS: Mapping[str, Callable[[str], str]] = {
    "a": a_or_an,
    "possessive": possessive,
    "start": sentence_start,
}
"""What a slot may be passed through, by the name a pattern uses."""


_SLOT = re.compile(r"\{\{ *([a-z_]+)\.([a-z_]+)((?: *\| *[a-z]+)*) *\}\}")
"""A slot as most patterns write it: its role, its form and its filters."""

_GROUPS = 4
"""What a split by it gives for each slot, with the words behind it."""

_NOT_PLAIN = "{}\n\r"
_NAME = re.compile("[a-z]+")
_RESERVED = frozenset(
    {"and", "else", "false", "if", "in", "is", "none", "not", "or", "true"}
)
"""Words of Jinja2 that are no role."""


class Slot(NamedTuple):
    """A blank that a form of a role fills."""

    role: str
    """Who or what fills it: `record`."""

    form: str
    """In which form: `gerund`."""

    filters: tuple[str, ...] = ()
    """What it is passed through, in order."""


class Either(NamedTuple):
    """Words that depend on whether a form exists."""

    test: Slot
    """The form asked about."""

    yes: tuple["Node", ...]
    """The parts used where it exists."""

    no: tuple["Node", ...]
    """The parts used where it does not."""


Node = str | Slot | Either
"""A part of a pattern."""

Nodes = tuple[Node, ...]
"""A pattern, part by part."""


class Gap(NamedTuple):
    """A slot in its place."""

    slot: Slot
    """The slot."""

    markers: str
    """The markers of the cards it rests on, which stand behind it."""


Frame = tuple[str | Gap, ...]
"""What a pattern is for certain roles: words, and gaps between them."""


class Refused(ValueError):
    """A pattern that asks for what no pattern may."""


def read_pattern(text: str) -> Nodes:
    """The parts of a pattern.

    Raises:
        Refused: it is no pattern, or holds anything but words, slots, the
            filters of `FILTERS` and `if`.
    """
    return _read_plainly(text) or _read_by_jinja(text)


def _read_plainly(text: str) -> Nodes | None:
    """The parts of a pattern of words and bare slots; None: it has more in it.

    Most are so, and a start would wait for Jinja2 to read them.
    """
    words = _SLOT.split(text)
    if any(sign in one for one in words[::_GROUPS] for sign in _NOT_PLAIN):
        return None
    found: list[Node] = [words[0]]
    for at in range(1, len(words), _GROUPS):
        role, form, passed, after = words[at : at + _GROUPS]
        filters = tuple(_NAME.findall(passed))
        if role in _RESERVED or not FILTERS.keys() >= set(filters):
            return None
        found += (Slot(role, form, filters), after)
    return tuple([one for one in found if one != ""])


def _read_by_jinja(text: str) -> Nodes:
    from jinja2 import TemplateSyntaxError

    try:
        tree = _environment().parse(text)
    except TemplateSyntaxError as error:
        message = error.message or "it cannot be parsed"
        raise Refused(f"{message[0].lower()}{message[1:]}") from error
    return tuple(_walk(tree.body))


def slots(parts: Nodes) -> Iterator[Slot]:
    """The slots a pattern cannot do without."""
    for part in parts:
        if isinstance(part, Slot):
            yield part


def every_slot(parts: Nodes) -> tuple[Slot, ...]:
    """Every slot of a pattern, those under an `if` included."""
    found: list[Slot] = []
    for part in parts:
        if isinstance(part, Slot):
            found.append(part)
        elif isinstance(part, Either):
            found += every_slot(part.yes) + every_slot(part.no)
    return tuple(found)


def frame(parts: Nodes, roles: Mapping[str, Role]) -> Frame:
    """A pattern with every `if` decided by what these roles have."""
    found: list[str | Gap] = []
    for part in parts:
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, Slot):
            cited = roles[part.role].cites(part.form)
            found.append(Gap(part, "".join(map(write_marker, cited))))
        else:
            held = roles.get(part.test.role)
            known = held is not None and bool(held.forms.get(part.test.form))
            found += frame(part.yes if known else part.no, roles)
    return tuple(found)


def filled(framed: Frame, words: Iterable[str]) -> str:
    """What a frame says with these words, one for each of its gaps, in order."""
    out: list[str] = []
    left = iter(words)
    for part in framed:
        if isinstance(part, str):
            out.append(part)
            continue
        said = next(left)
        for name in part.slot.filters:
            said = FILTERS[name](said)
        out += (said, part.markers)
    return "".join(out)


def fixed_words(parts: Nodes) -> tuple[str, ...]:
    """The words a pattern always has, cut where its slots stand."""
    found: list[str] = []
    for part in parts:
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, Either):
            found.extend(fixed_words(part.yes))
            found.extend(fixed_words(part.no))
    return tuple(stripped for one in found if (stripped := one.strip(" .,;:")))


def words_between_slots(parts: Nodes) -> tuple[str, ...]:
    """The words that can stand between two slots, each run of them once.

    Words before an `if` run on into those it adds, and past it where it adds none.
    """
    found: dict[str, None] = {}
    for said in _ways(parts):
        words = ""
        for part in (*said, None):
            if isinstance(part, str):
                words += part
                continue
            if bare := words.strip(" .,;:"):
                found[bare] = None
            words = ""
    return tuple(found)


def _ways(parts: Nodes) -> Iterator[Nodes]:
    """The parts with each `if` decided, in every way there is."""
    if not parts:
        yield ()
        return
    first, rest = parts[0], parts[1:]
    heads: list[Nodes] = [(first,)]
    if isinstance(first, Either):
        heads = [*_ways(first.yes), *_ways(first.no)]
    for tail in _ways(rest):
        yield from ((*head, *tail) for head in heads)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=False)


def _walk(body: Sequence["nodes.Node"]) -> Iterator[Node]:
    from jinja2 import nodes

    for node in body:
        if isinstance(node, nodes.Output):
            for inner in node.nodes:
                yield from _expression(inner)
        elif isinstance(node, nodes.If) and not node.elif_:
            yield Either(
                _slot(node.test), tuple(_walk(node.body)), tuple(_walk(node.else_))
            )
        else:
            raise Refused(f"line {node.lineno}: a pattern holds no such statement")


def _expression(node: "nodes.Node") -> Iterator[Node]:
    from jinja2 import nodes

    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        no = tuple(_expression(node.expr2)) if node.expr2 else ()
        yield Either(_slot(node.test), tuple(_expression(node.expr1)), no)
    else:
        yield _slot(node)


def _slot(node: "nodes.Node") -> Slot:
    from jinja2 import nodes

    if isinstance(node, nodes.Filter) and node.node is not None:
        inner = _slot(node.node)
        if node.name not in FILTERS or node.args or node.kwargs:
            known = ", ".join(FILTERS)
            raise Refused(f'there is no filter "{node.name}"; there are {known}')
        return inner._replace(filters=(*inner.filters, node.name))
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return Slot(node.node.name, node.attr)
    raise Refused(f"line {node.lineno}: only a role and its form may stand in braces")
