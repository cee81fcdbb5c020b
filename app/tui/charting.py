"""Charts into a passage: which figures by year, and below which words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from app.drafting.genres import PassagePlan
from app.language.charts import own_words
from app.model.card import Card, Kind, Sphere
from app.model.errors import Trouble
from app.model.series import Series, series_of
from app.tui.dialogs import Choice, Sheet
from app.tui.stages import PASSAGES
from app.tui.wording import NO_SERIES

if TYPE_CHECKING:
    from app.tui.pane import Pane


class FiguresSheet(Sheet):
    """Timeline and figures by year; `c` puts figures into the paper."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "chart", "Chart", tooltip="Put figures into a passage as a chart"),
    ]

    def __init__(self, body: Content, chart: Callable[[], None]) -> None:
        """Show a page; `chart` is called where a chart is wanted."""
        title = "Timeline and figures by year; c: a chart for your paper"
        super().__init__(title, body)
        self._chart = chart

    def action_chart(self) -> None:
        """Close the page and ask which figures."""
        self.dismiss()
        self._chart()


def offer_chart(pane: "Pane", card: Card | None) -> None:
    """Put the figures of a card into a passage; ask where that is not plain."""
    work = pane.work
    found = work.series()
    own = series_of(card, work.cards(*Kind)) if card else None
    if card and own:
        _into(pane, card, own)
    elif not found:
        pane.workspace.say(NO_SERIES)
    else:
        _which(pane, found)


def _which(pane: "Pane", found: dict[str, Series]) -> None:
    """Ask which figures are meant."""

    def chosen(card_id: str | None) -> None:
        card = pane.work.card(card_id) if card_id else None
        if card is not None:
            _into(pane, card, found[card.id])

    told = "They go into your paper as a chart, with their sources."
    rows = [(name, one.called) for name, one in found.items()]
    pane.app.push_screen(Choice("Which figures?", told, rows), chosen)


def _into(pane: "Pane", card: Card, series: Series) -> None:
    """Put a series below the words of the passage that is written, or ask which."""
    from app.tui.write_pane import WritePane

    plans = {plan.id: plan for plan in pane.work.genre.passage}

    def put(passage: str | None) -> None:
        if passage is None:
            return
        try:
            said = pane.work.put_chart(card.id, plans[passage])
        except Trouble as trouble:
            said = str(trouble)
        pane.workspace.changed(said)

    writing = pane.screen.query_one(WritePane)
    if writing.is_open:
        put(writing.passage)
        return
    rows = [(plan.id, _row(pane, plan)) for plan in _likeliest(pane, card)]
    pane.app.push_screen(Choice("Into which passage?", series.called, rows), put)


def _likeliest(pane: "Pane", card: Card) -> list[PassagePlan]:
    """The passages: where the card stands, then that of this stage, then the others."""
    is_abroad = getattr(card, "sphere", None) is Sphere.ABROAD
    usual = "abroad" if is_abroad else PASSAGES.get(pane.stage)

    def order(plan: PassagePlan) -> tuple[bool, bool]:
        return card not in pane.work.passage_cards(plan), plan.id != usual

    return sorted(pane.work.genre.passage, key=order)


def _row(pane: "Pane", plan: PassagePlan) -> str:
    written = own_words(pane.work.brief.passage(plan.id).text)
    return f"{plan.title}: {'below your words' if written else 'not written yet'}"
