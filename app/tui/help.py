"""Help for the place a person is at: what it is for, and what its keys do."""

from textual.content import Content
from textual.screen import Screen

from app.tui.commands import commands_here
from app.tui.dialogs import Sheet

ALWAYS = (
    "Ctrl+Q closes. Your work is saved as you go. Ctrl+P lists every command.\n"
    "The mouse works too: a click highlights, a second click chooses."
)
"""What every help sheet says first."""


class HelpSheet(Sheet):
    """The keys that work here."""

    @classmethod
    def about(cls, screen: Screen[object]) -> "HelpSheet":
        """The sheet for what has the keys on a screen now."""
        parts: list[Content] = [Content(f"{ALWAYS}\n\n")]
        told = _told(screen)
        if told:
            parts.append(Content(f"{told}\n\n"))
        for one in commands_here(screen):
            words = (f"{one.key:>12}", "bold $accent")
            parts.append(Content.assemble(words, f"  {one.said}\n"))
        return cls("Help", Content("").join(parts))


def _told(screen: Screen[object]) -> str:
    """What the focused place says of itself, or the screen."""
    node = screen.focused
    while node is not None and node is not screen:
        if node.HELP:
            return " ".join(node.HELP.split())
        node = node.parent  # type: ignore[assignment]
    return " ".join((screen.HELP or "").split())
