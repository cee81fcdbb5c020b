"""The line of keys at the bottom: as many as fit, help always, and how many more."""

from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

HELP = "help_here"
"""The action whose key always stands there."""

LEADING = frozenset({"next_gap", "replies", "fill_in"})
"""Actions whose keys stand there wherever they work, as they lead on."""

_AROUND = 3
_MORE = 4


class _Said(NamedTuple):
    """A key as it stands in the line."""

    key: str
    """The key itself."""

    shown: str
    """How a person reads it."""

    does: str
    """What it does, in a word."""

    action: str
    """The action it runs."""

    tooltip: str = ""
    """What is said of it under the mouse."""

    classes: str = ""
    """How it looks."""


class KeyLine(Footer):
    """The keys that work here, measured, so that none is cut."""

    DEFAULT_CSS = """
    KeyLine FooterKey.-help { dock: right; }
    """

    def __init__(self) -> None:
        """Make the line."""
        super().__init__(show_command_palette=False)
        self._standing: list[_Said] = []

    def compose(self) -> ComposeResult:
        """The nearest keys that fit, how many there are besides, and help."""
        self._standing = self._line()
        for one in self._standing:
            key = FooterKey(
                one.key,
                one.shown,
                one.does,
                one.action,
                tooltip=one.tooltip,
                classes=one.classes,
            )
            yield key.data_bind(compact=Footer.compact)

    async def recompose(self) -> None:
        """Put other keys there, unless they are the same as before."""
        if self.is_attached and self._line() != self._standing:
            await super().recompose()

    async def on_resize(self, event: events.Resize) -> None:
        """Measure again."""
        if event.size.width:
            await self.recompose()

    def _line(self) -> list[_Said]:
        """What stands in the line."""
        if not self._bindings_ready:
            return []
        every = self._shown()
        every.pop(HELP, None)
        helping = self._help()
        room = self.app.size.width - (self._width(helping) if helping else 0)
        fitting = self._fitting(list(every.values()), room)
        line = [self._said(binding) for binding in fitting]
        more = len(every) - len(fitting)
        if more:
            line.append(_Said("question_mark", f" +{more} ", "", HELP))
        if helping:
            line.append(self._said(helping, "-help"))
        return line

    def _shown(self) -> dict[str, Binding]:
        """Every key to show, the nearest first, one for each thing it does."""
        found: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                found.setdefault(active.binding.action, active.binding)
        return found

    def _help(self) -> Binding | None:
        """The key for help: the last one bound to it that works here."""
        active = self.screen.active_bindings.values()
        found = [one.binding for one in active if one.enabled]
        return next((one for one in reversed(found) if one.action == HELP), None)

    def _fitting(self, every: list[Binding], room: int) -> list[Binding]:
        widths = [self._width(one) for one in every]
        if sum(widths) <= room:
            return every
        leading = [one for one in every if one.action in LEADING]
        others = [one for one in every if one.action not in LEADING]
        left = room - _MORE - sum(map(self._width, leading))
        fitting: list[Binding] = []
        for one in others:
            left -= self._width(one)
            if left < 0:
                break
            fitting.append(one)
        return [*fitting, *leading]

    def _width(self, binding: Binding) -> int:
        return len(self.app.get_key_display(binding) + binding.description) + _AROUND

    def _said(self, binding: Binding, classes: str = "") -> _Said:
        shown = self.app.get_key_display(binding)
        does, tip = binding.description, binding.tooltip
        return _Said(binding.key, shown, does, binding.action, tip, classes)
