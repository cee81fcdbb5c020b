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


def commands_of(screen: Screen[object]) -> Iterator[Command]:
    """What can be done on a screen, by keys that a field takes for itself too."""
    here = list(commands_here(screen))
    yield from here
    known = {one.action for one in here}
    for binding in type(screen).BINDINGS:
        if not isinstance(binding, Binding) or binding.action in known:
            continue
        said = binding.tooltip or binding.description
        if said:
            key = screen.app.get_key_display(binding)
            yield Command(key, said, binding.action, screen)


def _ours(node: DOMNode) -> set[str]:
    """The actions that our own classes bind; a library's keys are nobody's news."""
    return {
        bound.action
        for kind in type(node).__mro__
        if kind.__module__.startswith("app.tui")
        for bound in kind.__dict__.get("BINDINGS", ())
        if isinstance(bound, Binding)
    }
