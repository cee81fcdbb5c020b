"""Citations in the printed styles, entry by entry against pandoc's citeproc.

Where the two differ for a reason, `DIFFERENT` says what we print and why. An
entry that has come to agree, or that differs in another way, fails here.
"""

from functools import cache
from typing import NamedTuple

import pytest

from app.drafting.references import Works
from app.drafting.styles import list_styles, open_style
from app.model.paper import Span
from app.model.source import SourceType
from tests.drafting import citeproc
from tests.drafting.cited_sources import SOURCES, covered, marked, source

PRINTED = ("apa-7", "chicago-author-date", "chicago-notes", "mla-9")
"""The styles that the Citation Style Language project describes."""

DAY = "A UN document keeps its day: several of one body come out in a year."
NUMBER = "The number by which delegates know a resolution stands with its day."
SYMBOL = "Delegates and chairs know a UN document by its symbol; the list has it."
SHORT = "The manual shortens long titles and drops the article they begin with."
PREPOSITIONS = "MLA leaves prepositions small, however long; citeproc does not."
PAGE_OF_SITE = "MLA puts the title of a page of a website in quotation marks."
DATE_OF_SPEECH = "MLA dates a speech; the CSL style looks for an event's date only."
DESCRIPTOR = "MLA leaves the descriptor out where the title says it is a statement."
INITIAL = "MLA tells authors of one family name apart by initials; CSL does not."


class Difference(NamedTuple):
    """What we print instead, and why."""

    ours: str
    reason: str


_IMPROVING = "*Improving the Coordination of Efforts Against Trafficking in Persons*"
_OBSERVED = "*Concluding Observations on the Eighth Periodic Report of Belarus*"
_CEDAW = "United Nations Committee on the Elimination of Discrimination"
_UNODC = "United Nations Office on Drugs and Crime"
_REPORT = "*Global Report on Trafficking in Persons 2022*"

ENTRIES: dict[tuple[str, str], Difference] = {
    ("apa-7", "resolution"): Difference(
        "United Nations General Assembly. (2006, December 20). *Improving the "
        "coordination of efforts against trafficking in persons* (A/RES/61/180).",
        DAY,
    ),
    ("apa-7", "un-report"): Difference(
        f"{_CEDAW}. (2016, November 18). *Concluding observations on the eighth "
        "periodic report of Belarus* (CEDAW/C/BLR/CO/8).",
        DAY,
    ),
    ("apa-7", "un-report-unnumbered"): Difference(
        f"{_UNODC}. (2023, January). {_REPORT}. https://www.unodc.org/report.pdf",
        DAY,
    ),
    ("chicago-author-date", "resolution"): Difference(
        f"United Nations General Assembly. 2006. Resolution 61/180, {_IMPROVING}. "
        "A/RES/61/180. December 20.",
        NUMBER,
    ),
    ("chicago-author-date", "un-report"): Difference(
        f"{_CEDAW}. 2016. {_OBSERVED}. CEDAW/C/BLR/CO/8. November 18.", DAY
    ),
    ("chicago-author-date", "un-report-unnumbered"): Difference(
        f"{_UNODC}. 2023. {_REPORT}. January. https://www.unodc.org/report.pdf.", DAY
    ),
    ("chicago-notes", "resolution"): Difference(
        f"United Nations General Assembly. Resolution 61/180, {_IMPROVING}. "
        "A/RES/61/180. December 20, 2006.",
        NUMBER,
    ),
    ("chicago-notes", "un-report"): Difference(
        f"{_CEDAW}. {_OBSERVED}. CEDAW/C/BLR/CO/8. November 18, 2016.", DAY
    ),
    ("chicago-notes", "un-report-unnumbered"): Difference(
        f"{_UNODC}. {_REPORT}. January 2023. https://www.unodc.org/report.pdf.", DAY
    ),
    ("mla-9", "resolution"): Difference(
        "United Nations General Assembly. *Improving the Coordination of Efforts "
        "against Trafficking in Persons*. Resolution 61/180, A/RES/61/180, "
        "20 Dec. 2006.",
        f"{NUMBER} {PREPOSITIONS}",
    ),
    ("mla-9", "news"): Difference(
        "Gubarevich, Igor. “Belarus Leads a Campaign against Slavery.” *Belarus "
        "Digest*, 6 Aug. 2014, https://belarusdigest.com/story/campaign.",
        PREPOSITIONS,
    ),
    ("mla-9", "web-page"): Difference(
        "———. “Human Trafficking.” 2 Mar. 2020, https://www.unodc.org/trafficking.",
        PAGE_OF_SITE,
    ),
    ("mla-9", "speech"): Difference(
        "Makei, Vladimir. “Statement at the General Debate.” United Nations General "
        "Assembly, 21 Sept. 2017, https://gadebate.un.org/belarus.",
        f"{DATE_OF_SPEECH} {DESCRIPTOR}",
    ),
}
"""Entries of the list, by style and source."""

FIRST_NOTES: dict[str, Difference] = {
    "resolution": Difference(
        f"United Nations General Assembly, Resolution 61/180, {_IMPROVING}, "
        "A/RES/61/180 (December 20, 2006), 12.",
        NUMBER,
    ),
    "un-report": Difference(
        f"{_CEDAW}, {_OBSERVED}, CEDAW/C/BLR/CO/8 (November 18, 2016), 12.", DAY
    ),
    "un-report-unnumbered": Difference(
        f"{_UNODC}, {_REPORT} (January 2023), 12, https://www.unodc.org/report.pdf.",
        DAY,
    ),
}
"""First notes in Chicago's notes, by source."""

LATER_NOTES: dict[str, Difference] = {
    "resolution": Difference("A/RES/61/180, 14.", SYMBOL),
    "un-report": Difference("CEDAW/C/BLR/CO/8, 14.", SYMBOL),
    "un-report-unnumbered": Difference(
        f"{_UNODC}, *Global Report on Trafficking*, 14.", SHORT
    ),
    "book": Difference("Kennedy, *Parliament of Man*, 14.", SHORT),
    "book-four": Difference(
        "Weiss et al., *United Nations and Changing World Politics*, 14.", SHORT
    ),
}
"""Later notes in Chicago's notes, by source."""

BRACKETS: dict[tuple[str, str], Difference] = {
    ("apa-7", "resolution"): Difference("(A/RES/61/180, p. 12)", SYMBOL),
    ("apa-7", "un-report"): Difference("(CEDAW/C/BLR/CO/8, p. 12)", SYMBOL),
    ("chicago-author-date", "resolution"): Difference("(A/RES/61/180, 12)", SYMBOL),
    ("chicago-author-date", "un-report"): Difference("(CEDAW/C/BLR/CO/8, 12)", SYMBOL),
    ("mla-9", "resolution"): Difference("(A/RES/61/180, p. 12)", SYMBOL),
    ("mla-9", "un-report"): Difference("(CEDAW/C/BLR/CO/8, p. 12)", SYMBOL),
    ("mla-9", "un-report-unnumbered"): Difference(
        f"({_UNODC}, *Global Report on Trafficking* 12)", SHORT
    ),
    ("mla-9", "web-page"): Difference(
        f"({_UNODC}, “Human Trafficking” 12)", PAGE_OF_SITE
    ),
    ("mla-9", "journal-article"): Difference("(A. Makei and Zhukov 12)", INITIAL),
    ("mla-9", "speech"): Difference("(V. Makei 12)", INITIAL),
}
"""Citations in the text, by style and source."""

DIFFERENT = (ENTRIES, FIRST_NOTES, LATER_NOTES, BRACKETS)
"""Every difference that is meant."""

each_source = pytest.mark.parametrize("name", [one.id for one in SOURCES])
in_print = pytest.mark.parametrize("style", PRINTED)
in_the_text = pytest.mark.parametrize("style", [s for s in PRINTED if "notes" not in s])


@cache
def works(style: str) -> Works:
    return Works(SOURCES, open_style(style))


@cache
def their_entries(style: str) -> dict[str, str]:
    return citeproc.entries(SOURCES, style)


@cache
def their_notes() -> list[str]:
    pages = [(one, "p. 12") for one in SOURCES] + [(one, "p. 14") for one in SOURCES]
    return citeproc.notes(pages, "chicago-notes")


@cache
def their_brackets(style: str) -> list[str]:
    return citeproc.in_text([(one, "p. 12") for one in SOURCES], style)


def at(name: str) -> int:
    return [one.id for one in SOURCES].index(name)


def same(ours: str, theirs: str, meant: Difference | None) -> None:
    """Ours is theirs, or it is what the table says and theirs is not."""
    assert ours == (meant.ours if meant else theirs)
    if meant:
        assert ours != theirs, "The two agree now: take the difference away."


def test_every_kind_of_source_is_compared() -> None:
    assert covered() == set(SourceType)
    assert set(PRINTED) == set(list_styles()) - {"un-editorial"}


def test_every_difference_has_its_reason() -> None:
    for table in DIFFERENT:
        for meant in table.values():
            assert len(meant.reason.split()) > 8


@in_print
@each_source
def test_an_entry_of_the_list(style: str, name: str) -> None:
    ours = {one.source: marked(one.spans) for one in works(style).entries()}
    same(ours[name], their_entries(style)[name], ENTRIES.get((style, name)))


@each_source
def test_a_first_note(name: str) -> None:
    ours = noted(works("chicago-notes").first_note(source(name), "p. 12"))
    same(ours, their_notes()[at(name)], FIRST_NOTES.get(name))


@each_source
def test_a_later_note(name: str) -> None:
    ours = noted(works("chicago-notes").later_note(source(name), "p. 14"))
    theirs = their_notes()[len(SOURCES) + at(name)]
    same(ours, theirs, LATER_NOTES.get(name))


@in_the_text
@each_source
def test_a_citation_in_the_text(style: str, name: str) -> None:
    ours = f"({marked(works(style).in_text(source(name), 'p. 12', ''))})"
    same(ours, their_brackets(style)[at(name)], BRACKETS.get((style, name)))


@in_print
def test_the_list_comes_in_the_same_order(style: str) -> None:
    cited = [one for one in SOURCES if one.author]
    ours = [one.source for one in Works(cited, open_style(style)).entries()]
    assert ours == list(citeproc.entries(cited, style))


def noted(spans: tuple[Span, ...]) -> str:
    return f"{marked(spans)}."
