"""A card of one's own: the claim, who says it, and where it stands."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Select, Static

from app.model.card import Card, Kind, Voice
from app.model.errors import Trouble
from app.research.own_cards import Found
from app.tui.controls import Press, Tick
from app.tui.wording import KIND_NAMES
from app.tui.work import Work

VOICES = (
    ("The press", Voice.MEDIA),
    ("The country itself", Voice.COUNTRY),
    ("The United Nations", Voice.UN),
    ("Another State", Voice.STATE),
    ("A regional body", Voice.REGIONAL),
    ("Civil society", Voice.CIVIL),
)
"""Whose words a card can report, as a form says it."""

FIELDS = (
    ("claim", "The fact, in your own words"),
    ("who", "Who says or did it"),
    ("title", "Title of the source"),
    ("where", "Page or paragraph (optional)"),
    ("when", "When: day or year (optional)"),
    ("symbol", "UN symbol (optional)"),
    ("publisher", "Publisher (optional)"),
    ("url", "Web address (optional)"),
    ("counted", "What figures count (optional)"),
    ("by_year", "By year: 2019: 94; 2020: 131"),
    ("so_what", "What it is good for (optional)"),
)
"""The lines of the form: the name of the field and what stands before it."""


class OwnCardForm(ModalScreen[Card | None]):
    """One form; nothing is lost while something is still missing."""

    HELP = (
        "Three things make a card: the fact, who says it, and the source it stands "
        "in. Enter or Tab goes on; Ctrl+S keeps the card. What no source says is your "
        "own inference: tick the box, and the paper says so."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="Esc", priority=True),
        Binding("ctrl+s", "keep", "Keep this card", priority=True),
    ]

    def __init__(self, work: Work, kind: Kind, *, answers: str | None = None) -> None:
        """Ask for a card of a kind; `answers` names the criticism it replies to."""
        super().__init__()
        self._work = work
        self._kind = kind
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        with VerticalScroll(classes="sheet form", can_focus=False):
            title = f"Your own card: {KIND_NAMES[self._kind].lower()}"
            yield Static(Content.styled(title, "bold"), classes="sheet-title")
            for name, label in FIELDS:
                with Horizontal(classes="field"):
                    yield Label(Content(label))
                    yield Input(id=f"own-{name}", compact=True)
            with Horizontal(classes="field"):
                yield Label("Whose words")
                yield Select(
                    VOICES, allow_blank=False, value=Voice.MEDIA, compact=True,
                    id="own-voice",
                )  # fmt: skip
            yield Tick(
                "My own inference: no source says it", id="own-inferred", compact=True
            )
            yield Static(markup=False, id="own-trouble")
            with Horizontal(classes="buttons"):
                yield Press("Keep this card (^S)", action="screen.keep")
                yield Press("Back (Esc)", action="screen.leave")

    def on_mount(self) -> None:
        """Begin with the claim."""
        self.set_focus(self.query_one("#own-claim"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field."""
        event.stop()
        self.focus_next()

    def action_keep(self) -> None:
        """Make the card; where something is missing, say what."""
        typed = {name: self._typed(name) for name, _ in FIELDS}
        found = Found(
            kind=self._kind,
            voice=self.query_one("#own-voice", Select).value,
            inferred=self.query_one("#own-inferred", Tick).value,
            **typed,
        )
        try:
            card = self._work.add_own(found, answers=self._answers)
        except Trouble as trouble:
            self.query_one("#own-trouble", Static).update(Content(str(trouble)))
            return
        self.dismiss(card)

    def action_leave(self) -> None:
        """Go back without a card."""
        voice = self.query_one("#own-voice", Select)
        if voice.expanded:
            voice.expanded = False
            return
        self.dismiss(None)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#own-{name}", Input).value.strip()
