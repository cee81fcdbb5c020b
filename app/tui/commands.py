"""The commands of the place a person is at: one table for help and palette."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen


class Command(NamedTuple):
    """One thing a key does here."""

    key: str
    """The key, as a person reads it."""

    said: str
    """What it does, in a few words."""

    action: str
    """The action it runs."""

    node: DOMNode
    """Where the action runs."""


def commands_here(screen: Screen[object]) -> Iterator[Command]:
    """What our keys do on a screen now, the nearest first, each once."""
    seen: set[tuple[str, str]] = set()
    for active in screen.active_bindings.values():
        binding, node = active.binding, active.node
        said = binding.tooltip or binding.description
        once = (binding.action, said)
        if not said or not active.enabled or once in seen:
            continue
        if binding.action not in _ours(node):
            continue
        seen.add(once)
        key = screen.app.get_key_display(binding)
        yield Command(key, said, binding.action, node)


def _ours(node: DOMNode) -> set[str]:
    """The actions that our own classes bind; a library's keys are nobody's news."""
    return {
        bound.action
        for kind in type(node).__mro__
        if kind.__module__.startswith("app.tui")
        for bound in kind.__dict__.get("BINDINGS", ())
        if isinstance(bound, Binding)
    }
