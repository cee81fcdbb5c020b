"""A screen whose brief is saved while a person works, and that says so."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from app.model.brief import Brief
from app.tui.saving import Saving
from app.tui.work import Work

if TYPE_CHECKING:
    from textual.timer import Timer

SOON = 0.2
"""Seconds from a choice to its being saved."""

AGAIN = 3.0
"""Seconds after which saving is tried again where it failed."""

TOO_LONG = "the text of this passage is too long to keep"
"""Why a paper cannot be closed yet."""

YOURS = "Nobody else has this paper open any more: it is saved here again."
"""What is said where another window has let go of the brief."""


class SavedScreen(Screen[None]):
    """Saves what a pane and its forms hold; the word for that stands in a corner."""

    def __init__(self, work: Work, *, looking: bool) -> None:
        """Make the screen of a brief; `looking`: a sample, saved once changed."""
        super().__init__()
        self.work = work
        """The brief on the desk, and its dossier."""
        self._saving = Saving(work, looking=looking)
        self._timer: Timer | None = None
        self._looks_on = False

    def watch_over(self) -> None:
        """Save what is there, and try again for as long as that fails."""
        self.save_soon()
        self.set_interval(AGAIN, self._save_again)

    @property
    def folder(self) -> Path:
        """Where the brief is kept."""
        return self.work.opened.folder

    @property
    def is_untouched(self) -> bool:
        """Whether a sample is only looked at."""
        return self._saving.is_untouched

    @property
    def is_whole(self) -> bool:
        """Whether all its parts are there; a clock may strike while it is closed."""
        return self.query_one_optional(".title") is not None

    @property
    def as_typed(self) -> Brief:
        """The brief with what is being typed and not kept yet."""
        return self.work.brief

    def settle(self) -> bool:
        """Keep what is being typed; False where that cannot be."""
        raise NotImplementedError

    def settle_pane(self) -> None:
        """Keep what is being typed in the pane, and in nothing above it."""
        raise NotImplementedError

    def keep_place(self) -> None:
        """Remember where a person is; a program may be ended from outside."""
        raise NotImplementedError

    def show_what_came(self) -> None:
        """Show what another program wrote."""
        raise NotImplementedError

    def save_now(self) -> str | None:
        """Save at once; why that failed, or None."""
        if self.is_mounted:
            self.settle()
            self._saving.is_typing = self.as_typed != self.work.brief
        return self._saving.save()

    def save_soon(self) -> None:
        """Write the files shortly, when no more is typed."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SOON, self._save)
        self.show_saved()

    def show_typing(self) -> None:
        """Show that letters were typed that are not on disk yet."""
        self._saving.is_typing = True
        self.show_saved()

    def show_saved(self) -> None:
        """Show in a word or a sentence whether all is saved."""
        looked_on, self._looks_on = self._looks_on, bool(self.work.opened.read_only)
        if looked_on and not self._looks_on:
            self.say(YOURS)
        line, said = self.query_one_optional("#saved", Static), self._saving.said
        if line is not None and str(line.content) != said:
            line.update(Content(said))
            line.set_class(self._saving.has_trouble, "-trouble")

    def close_work(self) -> str | None:
        """Save for the last time and let others write; why that failed, or None."""
        if self.is_mounted and not self.settle():
            return TOO_LONG
        self.keep_place()
        return self._saving.close()

    def action_save(self) -> None:
        """Save at once and say where."""
        why = self.save_now()
        self.keep_place()
        self.say(why or f"Saved in {self.folder}")
        self.show_saved()

    def say(self, words: str) -> None:
        """Say something in the line at the bottom."""
        self.query_one("#message", Static).update(Content(words), layout=False)

    def _save(self) -> None:
        if not self.is_whole:
            return
        self._saving.is_typing = self.as_typed != self.work.brief
        self._saving.save()
        self.keep_place()
        self.show_saved()

    def _save_again(self) -> None:
        """Save what could not be saved before; what another program left is shown."""
        if not self._saving.has_trouble or not self.is_whole:
            return
        before = self.work.brief
        self.settle_pane()
        self._saving.take_over()
        self._saving.save()
        if self.work.brief != before:
            self.show_what_came()
        self.show_saved()
