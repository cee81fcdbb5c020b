"""The form of a proposal: a field for each thing a committee will ask about it."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static
from textual.widgets.option_list import Option

from app.drafting.proposing import reading
from app.model.base import Ids
from app.model.card import Card
from app.model.text import LONGEST_TEXT
from app.tui import filling, wording
from app.tui.choices import ChoiceList, heading
from app.tui.kept_form import KeptForm

if TYPE_CHECKING:
    from app.tui.work import Work
    from app.tui.workspace import Workspace


class ProposalFormScreen(KeptForm):
    """Who does what, by when; who pays, who checks; who agrees, who objects."""

    HELP = (
        "Each line is a question the committee will put to your proposal. Type the "
        "answer; Enter or Tab goes on. Everything is kept as you type it, and Esc "
        "goes back. Below stands how it reads. An empty line stays a blank in your "
        "paper."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "example", "Our example", key_display="F2", priority=True),
        Binding("ctrl+z", "undo", "Undo", priority=True),
        Binding("ctrl+y", "redo", "Redo", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, workspace: "Workspace", card: Card) -> None:
        """Show the form of a proposal of the brief."""
        super().__init__()
        self._workspace = workspace
        self._work: Work = workspace.work
        self._card = card
        self._left_at = {
            one.name: filling.held(self._work, card, one.name) for one in filling.TYPED
        }

    def compose(self) -> ComposeResult:
        """The fields, how they read, and what the keys do."""
        with VerticalScroll(classes="sheet form", id="proposal-form", can_focus=False):
            title = Content.styled(wording.short(self._card), "bold")
            yield Static(title, id="proposal-title")
            for one in filling.FIELDS:
                with Horizontal(classes="field"):
                    yield Label(Content(one.label))
                    if one.name == filling.BUILT_ON:
                        yield Button("", id="form-built_on", compact=True)
                        continue
                    text = filling.held(self._work, self._card, one.name)
                    yield Input(
                        text,
                        placeholder=f"{wording.GAP} {one.hint}",
                        id=f"form-{one.name}",
                        compact=True,
                        max_length=LONGEST_TEXT,
                    )
            yield Static(markup=False, id="proposal-reads")
            yield Static(markup=False, id="proposal-example")
            said = "Enter: next · F2: our example · Ctrl+Z: undo · Esc: back, all kept"
            yield Static(Content.styled(said, "$text-muted"))

    def on_mount(self) -> None:
        """Begin with the first gap; an act that is whole needs no object."""
        self._show()
        whole = filling.held(self._work, self._card, "act")
        empty = [
            one
            for one in self._fields
            if not one.value and not (whole and one.id == "form-object")
        ]
        self.set_focus(next(iter(empty or self._fields)))

    @property
    def _fields(self) -> list[Input]:
        return list(self.query(Input))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed soon, and show how it reads."""
        event.stop()
        self.keep_soon()
        self._workspace.show_typing()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field."""
        event.stop()
        self.settle()
        self.focus_next()

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """Keep what was typed in a field that is left."""
        event.stop()
        self.settle()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose the cards it builds on."""
        event.stop()
        self.settle()
        cards = filling.ground(self._work, self._card)
        there = filling.built_on(self._work, self._card)
        self.app.push_screen(GroundPicker(cards, there), self._built)

    def _built(self, cards: Ids | None) -> None:
        if cards is not None and filling.fill(
            self._work, self._card, filling.BUILT_ON, cards
        ):
            self._changed()

    def keep(self) -> bool:
        """Keep the words as they stand in the fields."""
        typed = {name: " ".join(one.value.split()) for name, one in self._by_name()}
        new = {
            name: said for name, said in typed.items() if said != self._left_at[name]
        }
        kept = [
            filling.fill(self._work, self._card, name, said)
            for name, said in new.items()
        ]
        self._left_at |= new
        if any(kept):
            self._changed()
            self._reload()
        return True

    def _by_name(self) -> list[tuple[str, Input]]:
        return [(one.name, self.query_one(f"#form-{one.name}", Input))
                for one in filling.TYPED]  # fmt: skip

    def _changed(self, said: str = "") -> None:
        self._workspace.changed(said)
        self._show()

    def _show(self) -> None:
        """Show how the proposal reads, and what it builds on."""
        words = reading(self._card, self._work.brief)
        self.query_one("#proposal-reads", Static).update(
            Content.assemble(("It reads: ", "$text-muted"), words)
        )
        there = filling.built_on(self._work, self._card)
        cards = [one for name in there if (one := self._work.card(name))]
        named = "; ".join(wording.cut(wording.short(one), 40) for one in cards)
        hint = next(f.hint for f in filling.FIELDS if f.name == filling.BUILT_ON)
        button = self.query_one("#form-built_on", Button)
        button.label = Content(named or f"{wording.GAP} {hint}")
        button.set_class(not named, "-gap")

    def action_example(self) -> None:
        """Show what our card says in this field; it is written down that you looked."""
        name = (self.focused.id or "") if self.focused else ""
        field = name.removeprefix("form-")
        said = filling.example(self._card, field) if field != filling.BUILT_ON else ""
        self._work.opened.looked("example", "proposals")
        told = f"Our example: {said}" if said else "There is no example for this field."
        self.query_one("#proposal-example", Static).update(Content(told))

    def action_undo(self) -> None:
        """Take back the last change, in the fields too."""
        self.settle()
        self._workspace.action_undo()
        self._reload()

    def action_redo(self) -> None:
        """Do again what was taken back, in the fields too."""
        self._workspace.action_redo()
        self._reload()

    def _reload(self) -> None:
        """Show what is kept, where that differs from what was left there."""
        for name, field in self._by_name():
            kept = filling.held(self._work, self._card, name)
            if kept != self._left_at[name]:
                self._left_at[name] = field.value = kept
        self._show()


class GroundPicker(ModalScreen[Ids]):
    """The deeds and texts a proposal builds on: Enter ticks one, x takes it off."""

    HELP = "A proposal convinces where it goes on from what was done or agreed before."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", "Done", key_display="Esc", priority=True),
        Binding("x,delete", "untick", "Take it off"),
    ]

    def __init__(self, cards: tuple[Card, ...], chosen: Ids) -> None:
        """Offer these cards; some are chosen already."""
        super().__init__()
        self._cards = cards
        self._chosen = list(chosen)

    def compose(self) -> ComposeResult:
        """The list, and what the keys do."""
        with Vertical(classes="sheet"):
            yield Static(Content.styled("What does it build on?", "bold"))
            yield ChoiceList(choose=self.tick, classes="cards")
            said = "Enter: it builds on this · x: it does not · Esc: done"
            yield Static(Content.styled(said, "$text-muted"))

    def on_mount(self) -> None:
        """Stand on the first card."""
        self._show()
        self.set_focus(self.query_one(ChoiceList))

    def tick(self, cards: ChoiceList) -> None:
        """Build on the highlighted card, and go on."""
        if cards.current and cards.current not in self._chosen:
            self._chosen.append(cards.current)
        self._show()
        cards.go_on()

    def action_untick(self) -> None:
        """Do not build on the highlighted card."""
        current = self.query_one(ChoiceList).current
        if current in self._chosen:
            self._chosen.remove(current)
        self._show()

    def action_done(self) -> None:
        """Give the cards chosen."""
        self.dismiss(tuple(self._chosen))

    def _show(self) -> None:
        rows = [
            Option(Content(f"{self._mark(one)} {wording.short(one)}"), id=one.id)
            for one in self._cards
        ]
        none = "No deed or text is used yet: Esc, Esc, then 4 to choose some."
        self.query_one(ChoiceList).show(rows or [heading(none)])

    def _mark(self, card: Card) -> str:
        return "[x]" if card.id in self._chosen else "[ ]"
