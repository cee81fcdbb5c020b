"""The first run: at most five hints, one line each, where they are of use."""

from app.tui.settings import keep_settings, read_settings
from app.tui.stages import Stage

HINTS: dict[Stage, str] = {
    Stage.SPEAKING: "n always leads to the next thing your paper lacks; b goes back.",
    Stage.STANCE: "Enter uses the highlighted card; Space reads it in full first.",
    Stage.CRITICISMS: "Choose a charge, then r: the replies to it, with their limits.",
    Stage.WRITE: "Enter opens a passage. Type your own words; @ inserts a source.",
    Stage.PAPER: "v goes to the checks, e exports it; Ctrl+Z takes back a step.",
}
"""What is said where a person comes to a stage for the first time."""


class Tour:
    """The hints of the first run; later runs have none."""

    def __init__(self, *, looking: bool) -> None:
        """Begin the hints, unless they were seen or a sample is only looked at."""
        self._left = {} if looking or read_settings().tour_seen else dict(HINTS)
        self._began = bool(self._left)

    def hint(self, stage: Stage) -> str:
        """What to say at a stage, once; empty: nothing."""
        said = self._left.pop(stage, "")
        if not said:
            return ""
        return f"Hint {len(HINTS) - len(self._left)} of {len(HINTS)}: {said}"

    def end(self) -> None:
        """Put down that the hints were seen."""
        if self._began:
            self._began = False
            keep_settings(read_settings()._replace(tour_seen=True))
