"""The outline: every stage of the walk with what it has; a strip or a column."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from app.language.charts import own_words
from app.model.card import Kind
from app.tui.guide import is_done
from app.tui.sizes import SMALLEST_WIDE
from app.tui.stages import KINDS, NAMES, STAGES, Stage
from app.tui.work import Work

if TYPE_CHECKING:
    from app.tui.workspace import Workspace

_AROUND = 4
"""Signs of an entry beside its name and what it has: `>6 … 2`."""

_LEAST = 4
"""Letters of a name that still tell which it is."""


class Entry(Static):
    """One stage in the outline; a click goes there."""

    def __init__(self, stage: Stage) -> None:
        """Make the entry of a stage."""
        super().__init__(markup=False, classes="entry")
        self.stage = stage
        """The stage it stands for."""

    def on_click(self) -> None:
        """Go to the stage."""
        screen: Workspace = self.screen  # type: ignore[assignment]
        screen.show_stage(self.stage)


class GuideEntry(Static):
    """How many questions of the guide are answered; a click shows them."""

    def show(self, work: Work) -> None:
        """Say how many of them are answered; nothing where there are none."""
        asked = work.brief.questions
        done = sum(map(is_done, asked))
        self.update(f" q Guide {done}/{len(asked)}" if asked else "")

    async def on_click(self) -> None:
        """Show the questions."""
        await self.app.run_action("screen.questions")


class OutlineStrip(Container, can_focus=True):
    """The nine stages; arrows go from one to the next, Enter goes in."""

    HELP = (
        "The stages of your paper. The arrows go from one to the next; Enter goes in."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,right", "go(1)", "Next stage", show=False),
        Binding("up,left", "go(-1)", "Stage before", show=False),
        Binding("enter", "go_in", "Go in", key_display="Enter"),
    ]

    def compose(self) -> ComposeResult:
        """One entry a stage."""
        for stage in STAGES:
            yield Entry(stage)
        yield GuideEntry(markup=False, id="guide-entry")

    def on_resize(self) -> None:
        """Say more or less, as there is room."""
        screen: Workspace = self.screen  # type: ignore[assignment]
        screen.show_outline()

    def show(self, work: Work, here: Stage) -> None:
        """Show what each stage has and where a person is."""
        wide = self.app.size.width >= SMALLEST_WIDE
        for number, entry in enumerate(self.query(Entry), start=1):
            stage = entry.stage
            name = NAMES[stage]
            if wide and stage is Stage.SPEAKING:
                name = f"Speaking for {work.country}"
            has = held(work, stage, brief=not wide)
            mark = ">" if stage is here else " "
            if not wide:
                name = _fitting(name, entry.size.width - len(has) - _AROUND)
            space = " " * max(1, 13 - len(name)) if wide else " "
            words = f"{mark}{number} {name}{space}{has}"
            entry.set_class(stage is here, "-here")
            entry.update(Content(words), layout=False)
        self.query_one(GuideEntry).show(work)

    def action_go(self, step: int) -> None:
        """Show the stage beside this one; the keys stay here."""
        screen: Workspace = self.screen  # type: ignore[assignment]
        at = (STAGES.index(screen.stage) + step) % len(STAGES)
        screen.show_stage(STAGES[at], stay=True)

    def action_go_in(self) -> None:
        """Give the keys to the stage shown."""
        screen: Workspace = self.screen  # type: ignore[assignment]
        screen.show_stage(screen.stage)


def _fitting(name: str, room: int) -> str:
    """The name of a stage, shortened where what it has would be cut off."""
    return name if len(name) <= room or room < _LEAST else f"{name[: room - 1]}."


def held(work: Work, stage: Stage, *, brief: bool = False) -> str:
    """What a stage has, in a word or two; shorter where there is little room."""
    if stage in KINDS:
        return _cards_held(work, stage, brief=brief)
    if stage is Stage.ARGUMENT:
        return "ok" if work.brief.line else "-"
    if stage is Stage.WRITE:
        plans = work.genre.passage
        done = sum(bool(own_words(work.brief.passage(one.id).text)) for one in plans)
        return f"{done}/{len(plans)}" if brief else f"{done} of {len(plans)} written"
    if stage is Stage.PAPER and work.exported is not None:
        return "ok" if work.exported == work.brief else "changed"
    return ""


def _cards_held(work: Work, stage: Stage, *, brief: bool) -> str:
    count = len(work.brief.picked(*KINDS[stage]))
    open_ones = len(work.unanswered()) if stage is Stage.CRITICISMS else 0
    if brief:
        return f"{count or '-'}{'!' * bool(open_ones)}"
    if stage is Stage.CRITICISMS and count:
        replies = len(work.brief.picked(Kind.ANSWER))
        cards = "1 card" if count == 1 else f"{count} cards"
        said = "1 reply" if replies == 1 else f"{replies} replies"
        return f"{cards}, {said}"
    return f"{count} card{'s' * (count != 1)}" if count else "-"
