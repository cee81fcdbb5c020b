"""What every pane of the workspace can do."""

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widget import Widget

from app.model.brief import Brief
from app.tui.stages import Stage
from app.tui.work import Work

if TYPE_CHECKING:
    from app.tui.workspace import Workspace


class Pane(Vertical):
    """One stage of the walk."""

    stage: Stage
    """The stage it shows."""

    def __init__(self, work: Work, stage: Stage) -> None:
        """Make the pane of a stage."""
        super().__init__(id=stage.value, classes="pane")
        self.work = work
        """The brief it shows and changes."""
        self.stage = stage

    @property
    def workspace(self) -> "Workspace":
        """The screen it stands on."""
        screen: Workspace = self.screen  # type: ignore[assignment]
        return screen

    @property
    def at(self) -> str | None:
        """The card or passage a person stands at."""
        return None

    @property
    def as_typed(self) -> Brief:
        """The brief with what is being typed and not kept yet."""
        return self.work.brief

    def show_work(self) -> None:
        """Show the brief as it stands."""

    def home(self) -> Widget | None:
        """What should have the keys when the stage is entered."""
        return None

    @property
    def mended(self) -> str | None:
        """What a person is at work on, so that the next gap is another one."""
        return self.at

    def mending(self, _focus: str | None) -> Widget | None:
        """What should have the keys to mend what is lacking."""
        return self.home()

    def go_to(self, focus: str | None) -> None:
        """Stand at a card or passage."""

    def step_back(self) -> bool:
        """Take one step back within the pane; False where there is none."""
        return False

    def settle(self) -> bool:
        """Keep what is being typed, before it is left; False where that cannot be."""
        return True
