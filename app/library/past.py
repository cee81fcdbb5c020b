"""The past: steps of earlier segments, unpacked only when somebody goes back there."""

from pathlib import Path

from app.library.journal import read_segment, segment_path
from app.library.journal_fold import Fold, fold
from app.model.errors import Unreadable


class Past:
    """What can be undone and done again before the present segment begins."""

    def __init__(self, folder: Path, present: Fold) -> None:
        """The past of a segment; nothing is unpacked yet."""
        self._folder = folder
        self._done_in = present.segment - 1
        self._skip_done = present.undone_before
        self._undone_in = present.segment - 1
        self._skip_undone = present.redone_before

    def reach_done(self, present: Fold) -> None:
        """Give the present the steps before it, where it has none left to undo.

        Raises:
            Unreadable: an earlier segment is gone or damaged.
        """
        while not present.done and self._done_in > 0:
            earlier = self._earlier(self._done_in)
            kept = len(earlier.done) - self._skip_done
            self._skip_done = earlier.undone_before + max(0, -kept)
            present.done[:] = earlier.done[: max(0, kept)]
            self._done_in -= 1

    def reach_undone(self, present: Fold) -> None:
        """Give the present the steps undone before it, where it has none to redo.

        Raises:
            Unreadable: an earlier segment is gone or damaged.
        """
        while not present.undone and not present.cut and self._undone_in > 0:
            earlier = self._earlier(self._undone_in)
            kept = len(earlier.undone) - self._skip_undone
            self._skip_undone = earlier.redone_before + max(0, -kept)
            present.undone[:] = earlier.undone[: max(0, kept)]
            present.cut = earlier.cut
            self._undone_in -= 1

    def _earlier(self, number: int) -> Fold:
        folded = fold(read_segment(self._folder, number).lines)
        if folded is None or folded.fault:
            path = segment_path(self._folder, number)
            raise Unreadable(path, "an earlier part of the journal is damaged")
        return folded.fold
