"""Saving while a person works: the state in a word, and a sample left untouched."""

import contextlib

from app.model.errors import Trouble
from app.tui.work import Work


class Saving:
    """Whether the files hold what is on the screen, and why not."""

    def __init__(self, work: Work, *, looking: bool) -> None:
        """Begin with what the files hold.

        Args:
            work: The work to save.
            looking: Whether a sample is only looked at: it is saved once changed.
        """
        self._work = work
        self.is_typing = False
        """Whether letters stand on the screen that are not kept yet."""
        self._sample = work.brief if looking else None

    @property
    def is_untouched(self) -> bool:
        """Whether a sample is only looked at, so that nothing is to be saved."""
        return self._sample is not None and self._work.brief == self._sample

    def save(self) -> str | None:
        """Write the files where they are behind; why that failed, or None."""
        if self.is_untouched or self._work.opened.save():
            return None
        return self._work.opened.trouble or "the files could not be written"

    def take_over(self) -> None:
        """Write here again, where nobody else holds the brief any more."""
        if self._work.opened.read_only is None:
            return
        with contextlib.suppress(Trouble):
            self._work.opened.take_over()

    def close(self) -> str | None:
        """Save and let others write; why that failed, or None."""
        why = self.save()
        if why is None and not self.is_untouched:
            self._work.opened.close()
        return why

    @property
    def said(self) -> str:
        """The state in a word or a sentence."""
        opened = self._work.opened
        if opened.trouble:
            looking = opened.read_only is not None and opened.is_saved
            return f"{'read only' if looking else 'not saved'}: {opened.reason}"
        if self.is_untouched:
            return "sample"
        return "saved" if opened.is_saved and not self.is_typing else "saving…"

    @property
    def has_trouble(self) -> bool:
        """Whether the last save failed."""
        return self._work.opened.trouble is not None
