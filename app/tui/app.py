"""The screens: the one door in, the keys every screen has, and a tidy way out.

Keys that are commands are acted on at once, in the order they were pressed;
only keys for a field travel on to it. So nothing is lost where a person types
faster than screens change.
"""

import asyncio
import contextlib
import sys
import traceback
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from app.model.errors import DONE, WRONG_USE, Trouble
from app.tui.ending import watch_signals
from app.tui.keymap import (
    CITING,
    CITING_SIGN,
    KEPT,
    as_latin,
    meant,
    name_of,
    own_keys,
    pressed,
)
from app.tui.settings import keep_settings, read_settings
from app.tui.shelf_screen import Shelf
from app.tui.sizes import ACROSS, DOWN
from app.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from typing import TypeGuard

    from textual.widgets import Input, TextArea

    from app.desk.editing import OpenBrief
    from app.model.dossier import Dossier

TURN = 0.0005
"""Seconds a paper that is laid out may hold up a key; Python's own are ten times."""

HELP_KEY = "question_mark"
"""The key for help; it works above a screen too, wherever nothing is typed."""

LEAVING = frozenset({"enter", "escape", "down", "tab", "shift+tab"})
"""Keys on which a line that was typed is taken in, before they lead away from it."""

PATIENCE = 1.0
"""Seconds a field may take for what was typed in it, before a command goes on."""


class Communique(App[int]):
    """The program as a person sees it."""

    TITLE = "Communiqué"
    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = ACROSS
    VERTICAL_BREAKPOINTS = DOWN
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Close", priority=True, key_display="^q"),
        Binding("f1", "help_here", "Help", priority=True, show=False, key_display="F1"),
        Binding("question_mark", "help_here", "Help", key_display="?"),
        Binding("ctrl+c", "no_copy", show=False),
    ]

    def __init__(self, opened: "OpenBrief | None" = None) -> None:
        """Make the screens; with a brief they open at it, else at the shelf."""
        super().__init__()
        self._first = opened
        self._keys: dict[str, str] = {}
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._begin_dark()

    def _begin_dark(self) -> None:
        """Have our colours before any style is read, so that they are read once."""
        self.set_reactive(App.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The shelf is below every other screen."""
        return Shelf()

    def on_mount(self) -> None:
        """Show the colours that were chosen, and the brief that was asked for."""
        kept = read_settings().theme
        self.theme = kept if kept in self.available_themes else DARK.name
        self._keys = own_keys()
        watch_signals(self._leave_at_once)
        if self._first is not None:
            self.open_workspace(self._first)

    def open_workspace(
        self,
        opened: "OpenBrief",
        dossier: "Dossier | None" = None,
        *,
        looking: bool = False,
    ) -> None:
        """Show the workspace of a brief.

        Args:
            opened: The brief; it is saved at once where nobody only looks.
            dossier: Its dossier, where that has just been read.
            looking: Whether it is a sample, saved only once it is changed.

        Raises:
            Trouble: its dossier cannot be understood.
        """
        from app.tui.work import Work
        from app.tui.workspace import Workspace

        work = Work(opened, dossier) if dossier else Work.of(opened)
        self.clear_notifications()
        self.push_screen(Workspace(work, looking=looking))

    async def on_event(self, event: events.Event) -> None:
        """Act on the keys of commands in the order they were pressed."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        for key in pressed(event):
            await self._press(key)

    async def _press(self, event: events.Key) -> None:
        """Act on one key once the screen is there that the key before it opened."""
        if not self.screen.is_mounted:
            await caught_up(self.screen)
        field = self.focused
        if is_field(field):
            await self._press_in(field, event)
            return
        key = self._meant(event)
        if not key or await self._act_on(key):
            return
        if key == HELP_KEY:
            self.action_help_here()
        else:
            await super().on_event(event)

    async def _press_in(self, field: Widget, event: events.Key) -> None:
        """Act on a key in a field: letters are its own, all else waits for them."""
        from textual.widgets import Input, TextArea

        key = CITING if event.character == CITING_SIGN else event.key
        breaks = key == "enter" and isinstance(field, TextArea)
        if breaks or (event.is_printable and key != CITING):
            await super().on_event(event)
            return
        leaves, here = key in LEAVING and isinstance(field, Input), self.screen
        await (heard if leaves else caught_up)(field)
        if not await self._act_on(key):
            await super().on_event(event)
        if leaves and self.screen is here:
            await heard(field)

    async def _act_on(self, key: str) -> bool:
        """Run what a key is bound to here; whether it is bound to anything."""
        return await self._check_bindings(
            key, priority=True
        ) or await self._check_bindings(key)

    def _meant(self, event: events.Key) -> str:
        """The key a person means: on another alphabet, or of their own choosing."""
        key = as_latin(event)
        if not self._keys:
            return key
        active = self.screen.active_bindings.items()
        here = {at: one.binding.action for at, one in active}
        return meant(key, self._keys, here)

    def get_key_display(self, binding: Binding) -> str:
        """The key as a person reads it, their own where they chose one."""
        if binding.key in KEPT:
            return super().get_key_display(binding)
        chosen = self._keys.get(name_of(binding.action))
        return chosen or super().get_key_display(binding)

    async def run_action(
        self,
        action: Any,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; a trouble it meets is shown here, at the one door."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Trouble as trouble:
            self.show_trouble(trouble)
            return True

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened and what to do next; the screen below stays."""
        from app.tui.dialogs import Notice

        self.push_screen(Notice("This did not work", str(trouble)))

    def action_help_here(self) -> None:
        """Show what the keys of this place do."""
        from app.tui.help import HelpSheet

        if not isinstance(self.screen, HelpSheet):
            self.push_screen(HelpSheet.about(self.screen))

    def action_no_copy(self) -> None:
        """Say how to close, to a person who pressed Ctrl+C to end the program."""
        from app.tui.dialogs import NOTHING_MARKED

        self.notify(NOTHING_MARKED, markup=False)

    def action_leave(self) -> None:
        """Save and close; where saving fails, say so and close on the second time."""
        from app.tui.dialogs import Notice

        if self._ask_about_file():
            return
        why = self.save_all()
        if why is None or isinstance(self.screen, Notice):
            self.exit(DONE)
            return
        text = f"{why}\n\nCtrl+Q again closes without saving."
        self.push_screen(Notice("Your last changes are not saved", text))

    def _ask_about_file(self) -> bool:
        """Ask what to do with a file that is behind the paper; whether it was asked."""
        from app.tui.leaving import LeaveBox
        from app.tui.workspace import Workspace

        if isinstance(self.screen, LeaveBox):
            return False
        for screen in self.screen_stack:
            if isinstance(screen, Workspace) and screen.is_behind:
                self.push_screen(LeaveBox(screen), self._leave_then)
                return True
        return False

    def _leave_then(self, go: bool | None) -> None:
        why = self.save_all() if go else None
        if go and why is None:
            self.exit(DONE)
        elif why:
            self.notify(f"Not closed, because it is not saved: {why}", markup=False)

    def save_all(self) -> str | None:
        """Save and close what every workspace holds; why it failed, or None."""
        for screen in self.screen_stack:
            close_work = getattr(screen, "close_work", None)
            why = close_work() if close_work else None
            if why:
                return str(why)
        return None

    def _fatal_error(self) -> None:
        """Leave after a mistake of ours: keep the work, show no one's words."""
        error = self._exception
        self.save_all()
        place = traceback.extract_tb(error.__traceback__)[-1:] if error else []
        said = ", ".join(
            f"{Path(one.filename).name} line {one.lineno}" for one in place
        )
        self._exit_renderables.append(
            "Something went wrong in the program; your work was saved first.\n"
            f"If you report it, say this: {type(error).__name__} in {said}"
        )
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every command of this place, then colours and closing."""
        from app.tui.commands import commands_of

        for one in commands_of(screen):
            if one.action in {"leave", "app.leave"}:
                continue
            yield SystemCommand(
                one.said,
                f"Key: {one.key}",
                lambda one=one: self.call_later(self.run_action, one.action, one.node),
            )
        yield SystemCommand("Light colours", "Dark words on a light page",
                            lambda: self._colours(LIGHT.name))  # fmt: skip
        yield SystemCommand("Dark colours", "Light words on a dark page",
                            lambda: self._colours(DARK.name))  # fmt: skip
        yield SystemCommand("My own terminal colours", "Leaves colours as they are",
                            lambda: self._colours("ansi-dark"))  # fmt: skip
        yield SystemCommand("Close the program (quit)", "Key: ^q. Your work is saved",
                            self.action_leave)  # fmt: skip

    def _colours(self, name: str) -> None:
        self.theme = name
        why = keep_settings(read_settings()._replace(theme=name))
        if why:
            self.notify(f"These colours last until you close: {why}", markup=False)

    def _leave_at_once(self) -> None:
        """Save what is there, then what is on its way from the keys, and leave."""
        for screen in self.screen_stack:
            save_now = getattr(screen, "save_now", None)
            if save_now:
                save_now()
        self.call_later(self._leave_in_turn)

    async def _leave_in_turn(self) -> None:
        if self.focused is not None:
            await caught_up(self.focused)
        self.save_all()
        self.exit(DONE)


def is_field(widget: Widget | None) -> "TypeGuard[Input | TextArea]":
    """Whether letters go into it; what fields are is loaded with the first key."""
    from textual.widgets import Input, TextArea

    return isinstance(widget, Input | TextArea)


async def heard(field: Widget) -> None:
    """Wait until everything around a field knows what was typed in it."""
    await caught_up(field)
    for node in field.ancestors_with_self:
        if isinstance(node, Widget):
            await caught_up(node)


async def caught_up(field: Widget) -> bool:
    """Wait until a field or a screen has taken in what came to it before.

    False where it did not within our patience, as where it is being closed.
    """
    done = asyncio.Event()
    field.call_later(done.set)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), PATIENCE)
    return done.is_set()


def run(brief_folder: Path | None = None) -> int:
    """Open the screens, at the shelf or at a brief, and give the exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(
            "The screens need a terminal window: open one (Windows Terminal, "
            "Terminal) and type communique there.\n"
        )
        return WRONG_USE
    _speak_utf8()
    sys.setswitchinterval(TURN)
    try:
        opened = None
        if brief_folder is not None:
            from app.desk.editing import OpenBrief

            opened = OpenBrief.open(brief_folder)
        code = Communique(opened).run()
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return trouble.exit_code
    return DONE if code is None else code


def _speak_utf8() -> None:
    """Let frames and names through where the terminal's encoding would not."""
    for stream in (sys.__stdout__, sys.__stderr__):
        encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
        if encoding.replace("-", "") != "utf8" and isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
