"""Criticisms with their replies: a charge above, what can be said to it below."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from app.model.card import Card, Criticism, Kind
from app.tui import telling, wording
from app.tui.card_list import ALL, CardList
from app.tui.cards_pane import CardsPane
from app.tui.choices import ChoiceList, heading

NO_REPLY = "No public answer was found. You can say so, or argue from the record."
"""What stands where nobody has replied to a criticism."""

AMONG_REPLIES = "The replies: Enter uses one, Space reads it, r or Esc goes back."
"""What is said where the keys come to the replies."""

OWN_REPLY = "No reply is on record: a adds one that you found, r or Esc goes back."
"""What is said there where nobody has replied."""

AMONG_CRITICISMS = "The criticisms again."
"""What is said where the keys come back from the replies."""


class CriticismsPane(CardsPane):
    """Who says what, what is granted, and the replies on record."""

    HELP = (
        "Enter uses a criticism; Tab goes to its replies below, where Enter uses a "
        "reply. Each reply says what it does to the charge and where its limits are. "
        "Name the charge fairly: a granted point buys belief for the next one."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "replies", "Replies"),
    ]

    @property
    def mended(self) -> str | None:
        """The criticism, once the keys are among its replies."""
        return self.at if self.screen.focused is self.replies else None

    def mending(self, focus: str | None) -> Widget:
        """The replies, where one is lacking; else the criticisms."""
        return self.replies if focus else self.choices

    def compose_beside(self) -> ComposeResult:
        """The charge in full, then its replies."""
        yield from super().compose_beside()
        yield Static(markup=False, classes="replies-title")
        yield CardList(classes="replies", choose=self.use_from)

    @property
    def replies(self) -> CardList:
        """The replies to the highlighted criticism."""
        return self.query_one(".replies", CardList)

    def show_card(self) -> None:
        """Show the charge and its replies."""
        super().show_card()
        card = self.card
        title = self.query_one(".replies-title", Static)
        if not isinstance(card, Criticism):
            title.update("")
            self.replies.set_options([])
            return
        replies = self.work.replies_to(card.id)
        said = (
            f"Replies: {len(replies)} on record. r or Tab goes there, Enter uses one."
        )
        if card.care:
            said = f"Replies ({wording.CARE})"
        title.update(Content(said))
        rows = [telling.reply_row(self.work, one, card.id) for one in replies]
        self.replies.show(rows or [heading(NO_REPLY)])

    def use_from(self, chosen: ChoiceList) -> None:
        """Use a criticism and stay, for its replies; or use a reply and go on."""
        if chosen is self.choices and chosen.current not in {None, ALL}:
            said = self.work.use(str(chosen.current))
            replies = f"{said} r goes to its replies." if self.replies.current else said
            self.workspace.changed(replies)
            return
        if chosen is self.replies and chosen.current and self.at:
            self._with_criticism(chosen)
            return
        super().use_from(chosen)

    def action_replies(self) -> None:
        """Go to the replies of the highlighted criticism, or back."""
        if self.screen.focused is self.replies:
            self.step_back()
            return
        self.screen.set_focus(self.replies)
        self.workspace.say(AMONG_REPLIES if self.replies.current else OWN_REPLY)

    def step_back(self) -> bool:
        """From the replies back to the criticisms; then take the filter away."""
        if self.screen.focused is self.replies:
            self.screen.set_focus(self.choices)
            self.workspace.say(AMONG_CRITICISMS)
            return True
        return super().step_back()

    def focused_card(self) -> Card | None:
        """The reply where the keys are among the replies, else the criticism."""
        chosen = self.replies.current
        if self.screen.focused is self.replies and chosen:
            return self.work.card(chosen)
        return self.card

    def _with_criticism(self, chosen: ChoiceList) -> None:
        """Use a reply, and the criticism it replies to, which it needs."""
        reply, criticism = str(chosen.current), str(self.at)
        if not self.work.is_used(criticism):
            self.work.use(criticism)
        said = self.work.use(reply)
        chosen.go_on()
        self.workspace.changed(said)

    def action_own(self) -> None:
        """Add a criticism of your own, or a reply where the keys are among them."""
        from app.tui.own_card import OwnCardForm

        if self.screen.focused is self.replies and self.at:
            form = OwnCardForm(self.work, Kind.ANSWER, answers=self.at)
            self.app.push_screen(form, self._added_reply)
            return
        super().action_own()

    def _added_reply(self, card: Card | None) -> None:
        if card is not None:
            self.workspace.changed("Your reply is used in the paper.")
