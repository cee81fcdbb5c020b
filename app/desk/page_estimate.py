"""How many pages a paper from anywhere takes, by the ruler our own papers have."""

from app.drafting.budget import Ruler
from app.model.preset import PageSize, Preset
from app.reading.page_look import PageLook
from app.reading.text import ReadText

_WIDE_OF_A4 = 8.4


def estimate_pages(text: ReadText, rules: Preset, look: PageLook | None) -> float:
    """The pages of a text, set as its file sets it or else as the rules ask.

    All letters are taken to be as wide as those of Times New Roman.
    """
    page = rules.page
    if look:
        page = page.revise(
            points_max=look.points or page.points_max,
            spacing=look.spacing or page.spacing,
            margin_inches=_mean(look.margins) or page.margin_inches,
            size=_size(look) or page.size,
        )
    ruler = Ruler(rules.revise(page=page))
    taken = ruler.solid * len(text.header)
    for one in text.paragraphs:
        taken += ruler.line * ruler.lines(one, ruler.points, ruler.indent) + ruler.after
    if rules.limit.excludes_sources is False:
        taken += sum(ruler.text(one) for one in text.references)
    return taken / ruler.page


def _mean(margins: tuple[float, ...]) -> float | None:
    return sum(margins) / len(margins) if margins else None


def _size(look: PageLook) -> PageSize | None:
    if look.sheet is None:
        return None
    return PageSize.A4 if look.sheet[0] < _WIDE_OF_A4 else PageSize.LETTER
