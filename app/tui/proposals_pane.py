"""Proposals: cards to choose, and the form of each to fill in."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from app.tui.cards_pane import CardsPane
from app.tui.choices import ChoiceList
from app.tui.proposal_form import ProposalFormScreen


class ProposalsPane(CardsPane):
    """What is proposed: who does what, by when, who pays and who checks."""

    HELP = (
        "Enter uses a proposal; Enter on a used one, or f, opens its form. A "
        "committee asks who does what, by when, who pays and who checks: each gap "
        "is yours to fill. x takes a proposal out, a adds one of your own."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fill_in", "Form", tooltip="Fill in the form of a proposal"),
    ]

    def use_from(self, chosen: ChoiceList) -> None:
        """Use the highlighted proposal; one that is used opens its form."""
        if chosen.current and self.work.is_used(chosen.current):
            self.action_fill_in()
            return
        super().use_from(chosen)

    def action_fill_in(self) -> None:
        """Open the form of the highlighted proposal, which is used from then on."""
        card = self.card
        if card is None:
            self.workspace.say(
                "No proposal is highlighted: choose one, or a adds one of your own."
            )
            return
        if not self.work.is_used(card.id):
            self.workspace.changed(self.work.use(card.id))
        used = self.work.card(card.id) or card
        self.app.push_screen(ProposalFormScreen(self.workspace, used))
