"""Charts in a paper: where they stand, what they are called, whose figures they are."""

import hashlib

import pytest

from app.desk.charting import with_series
from app.desk.writing import Written, to_words, write, write_together
from app.drafting import chart_drawing
from app.drafting.budget import extent
from app.drafting.genres import open_genre
from app.model.brief import Brief, BriefKind, Passage
from app.model.finding import Outcome
from app.model.paper import Paper, Paragraph, Picture, Table
from app.model.preset import LimitUnit
from tests.charted import AFTER, BEFORE, MEMBERS, TIERS, VICTIMS, blocks, charted, shown

IN_WORDS = "thimun"
"""A conference that counts words."""


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the extra `charts` is not installed."""
    monkeypatch.setattr(chart_drawing, "drawn", lambda _: None)


def wrote(brief: Brief, conference: str = "default") -> Written:
    return write(brief, conference=conference)


def written_whole(brief: Brief) -> Brief:
    """The brief with words of the delegate's own in every passage."""
    for plan in open_genre().passage:
        if not brief.passage(plan.id).text:
            text = f"Belarus says its own about {plan.id}."
            brief = brief.with_passage(Passage(id=plan.id, text=text))
    return brief


def captions(paper: Paper) -> list[str]:
    return [
        "".join(getattr(span, "text", "*") for span in one.caption)
        for one in shown(paper)
    ]


def charts_said(written: Written) -> list[tuple[Outcome, str]]:
    return [
        (one.outcome, one.message) for one in written.findings if one.rule == "chart"
    ]


def test_a_chart_stands_between_the_paragraphs_around_it() -> None:
    found = blocks(wrote(charted(MEMBERS)).paper)
    at = next(n for n, one in enumerate(found) if isinstance(one, Picture))
    before, after = found[at - 1], found[at + 1]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert (before.text, after.text) == (BEFORE, AFTER)


def test_a_chart_is_told_in_words_for_who_cannot_see_it() -> None:
    (one,) = shown(wrote(charted(MEMBERS)).paper)
    assert isinstance(one, Picture)
    assert one.alt.startswith("Chart of columns. Members of the Group of Friends")
    assert "2010: 20; 2014: 22; 2016: 24; 2017: 21; 2023: 22; 2025: 22." in one.alt
    assert "No figure for 2011, 2012, 2013, 2015" in one.alt


def test_the_delegate_can_name_a_chart_and_its_years_are_added() -> None:
    (said,) = captions(wrote(charted(VICTIMS)).paper)
    assert said.startswith("Figure 1. Victims found in Belarus, 2015 to 2021")


def test_a_title_that_names_the_years_is_left_alone() -> None:
    mark = "[@rec-gof-membership, chart: Friends between 2010 and 2025]"
    (said,) = captions(wrote(charted(mark)).paper)
    assert said.startswith("Figure 1. Friends between 2010 and 2025 (")


@pytest.mark.parametrize(
    ("conference", "said"),
    [
        ("default", "(Ministry of the Interior 2022)."),
        ("nmun-ny", "2015 to 2021.*"),
        ("sdimun", "2015 to 2021.*"),
        ("kingmun", "2021. Source: Ministry of the Interior."),
    ],
)
def test_a_caption_cites_as_its_conference_does(conference: str, said: str) -> None:
    paper = wrote(charted(VICTIMS), conference).paper
    assert captions(paper)[0].endswith(said)
    if paper.references:
        assert any("own-" in one.source for one in paper.references.entries)
    else:
        told = " ".join(span.text for note in paper.notes for span in note.spans)
        assert "report on victims" in told.casefold()


def test_notes_are_counted_through_text_and_captions() -> None:
    brief = charted(MEMBERS, VICTIMS)
    text = f"First [@rec-global-plan].\n\n{brief.passage('home').text} [@rec-icat]"
    paper = wrote(brief.with_passage(Passage(id="home", text=text)), "nmun-ny").paper
    assert [one.number for one in paper.notes] == list(range(1, len(paper.notes) + 1))
    first, second = (one.caption[-1] for one in shown(paper))
    numbers = [getattr(one, "number", 0) for one in (first, second)]
    assert numbers[0] > 1
    assert numbers[1] == numbers[0] + 1


def test_charts_are_counted_in_reading_order() -> None:
    brief = charted(MEMBERS).with_passage(
        Passage(id="opening", text=f"So.\n\n{VICTIMS}")
    )
    said = captions(wrote(brief).paper)
    assert [one[:16] for one in said] == ["Figure 1. Victim", "Figure 2. Member"]


def test_words_are_a_table_of_the_years_they_held_for() -> None:
    (one,) = shown(wrote(charted(TIERS)).paper)
    assert isinstance(one, Table)
    rows = [[cell[0].text for cell in row] for row in one.rows if row]  # type: ignore[union-attr]
    assert ["2015 to 2020", "Tier 3"] in rows
    assert ["2002", "Tier 3"] in rows
    assert not any("2003" in row[0] for row in rows)


def test_every_card_of_a_series_is_cited() -> None:
    brief = charted(TIERS)
    paper = wrote(brief).paper
    assert paper.references is not None
    cited = {one.source for one in paper.references.entries}
    cards = [one for one in with_series(brief).cards if one.id.startswith("tip-")]
    wanted = {one.cited_source for one in cards if one.id[4:].isdecimal()}
    assert len(wanted) > 10
    assert wanted <= cited


@pytest.mark.usefixtures("undrawn")
def test_without_the_extra_a_table_says_the_same() -> None:
    written = wrote(charted(MEMBERS, VICTIMS))
    one, two = shown(written.paper)
    assert isinstance(one, Table)
    assert one.header == ("Year", "2010", "2014", "2016", "2017", "2023", "2025")
    assert captions(written.paper)[0].startswith("Figure 1. Members of the Group")
    told = [one for one in charts_said(written) if "communique[charts]" in one[1]]
    assert [one[0] for one in told] == [Outcome.ADVICE]
    assert isinstance(two, Table)


def test_what_is_drawn_asks_for_nothing() -> None:
    assert charts_said(wrote(charted(VICTIMS))) == []


@pytest.mark.parametrize("mark", [MEMBERS, TIERS])
def test_figures_of_several_sources_are_to_be_compared_with_care(mark: str) -> None:
    ((outcome, message),) = charts_said(wrote(charted(mark)))
    assert outcome is Outcome.ADVICE
    assert message.startswith("Figure 1 puts figures of several sources side by side.")


def test_a_card_of_many_years_has_all_its_sources_cited() -> None:
    paper = wrote(charted(MEMBERS)).paper
    (said,) = captions(paper)
    years = ("2010", "2014", "2016", "2017", "2023", "2025")
    assert all(f" {year}" in said.partition("(Embassy")[2] for year in years)
    assert "Source: " not in said
    (linked,) = captions(wrote(charted(MEMBERS), "kingmun").paper)
    assert linked.count("; ") == 5


def test_a_conference_that_is_silent_on_charts_is_shown_as_unknown() -> None:
    ((outcome, message),) = charts_said(wrote(charted(VICTIMS), "kingmun"))
    assert outcome is Outcome.UNKNOWN
    assert "does not say whether a paper may hold a chart" in message


def test_an_unknown_card_stays_as_it_was_typed_and_fails() -> None:
    written = wrote(charted("[@rec-nobody, chart]"))
    assert "[@rec-nobody, chart]" in to_words(written, "txt")
    failed = [one for one in written.findings if one.outcome is Outcome.FAILED]
    assert any("[@rec-nobody] names no card" in one.message for one in failed)
    assert shown(written.paper) == []


def test_a_card_without_years_shows_nothing_and_fails() -> None:
    written = wrote(charted("[@rec-global-plan, chart]"))
    ((outcome, message),) = charts_said(written)
    assert outcome is Outcome.FAILED
    assert "Choose a card that has such figures" in message
    assert shown(written.paper) == []
    assert "chart]" not in to_words(written, "txt")


def test_a_chart_is_neither_a_sentence_nor_a_word() -> None:
    bare, drawn = (wrote(written_whole(one)) for one in (charted(), charted(MEMBERS)))
    assert len(drawn.paper.sentences) == len(bare.paper.sentences)
    assert drawn.paper.still_ours == bare.paper.still_ours
    assert drawn.paper.banner == bare.paper.banner


def test_words_are_counted_without_charts() -> None:
    briefs = (written_whole(charted()), written_whole(charted(MEMBERS)))
    bare, drawn = (wrote(one, IN_WORDS) for one in briefs)
    assert bare.rules.limit.unit is LimitUnit.WORDS
    used = [extent(one.paper, one.rules).used for one in (bare, drawn)]
    assert used[0] == used[1]


def test_a_passage_with_only_a_chart_keeps_its_example() -> None:
    brief = charted().with_passage(Passage(id="home", text=MEMBERS))
    found = blocks(wrote(brief).paper)
    at = next(n for n, one in enumerate(found) if isinstance(one, Picture))
    before = found[at - 1]
    assert isinstance(before, Paragraph)
    assert all(one.move for one in before.sentences)


def test_examples_make_room_for_a_chart() -> None:
    written = wrote(charted(MEMBERS, passage="home"))
    length = extent(written.paper.revise(banner=None), written.rules)
    assert length.fits
    plain = wrote(charted(passage="home"))
    assert len(written.paper.sentences) < len(plain.paper.sentences)


def test_two_topics_count_their_charts_together() -> None:
    brief = charted(MEMBERS)
    other = charted(VICTIMS).revise(
        assignment=brief.assignment.revise(topic="Another topic")
    )
    paper = write_together((brief, other), conference="kingmun").paper
    assert [one[:9] for one in captions(paper)] == ["Figure 1.", "Figure 2."]


def test_the_same_brief_gives_the_same_bytes() -> None:
    once, again = (wrote(charted(MEMBERS)).paper for _ in range(2))
    chart_drawing.drawn.cache_clear()
    later = wrote(charted(MEMBERS)).paper
    marks = {
        hashlib.sha256(p.model_dump_json().encode()).digest()
        for p in (once, again, later)
    }
    assert len(marks) == 1


def test_a_ready_brief_has_its_cards_brought_along() -> None:
    brief = charted(TIERS).revise(kind=BriefKind.DELEGATE)
    assert brief.card("tip-2004") is None
    assert with_series(brief).card("tip-2004") is not None
    assert with_series(charted()) == charted()


def test_a_pick_that_nobody_has_any_more_is_no_hindrance() -> None:
    brief = charted(TIERS)
    odd = brief.revise(picks=(*brief.picks, "rec-gone"))
    assert with_series(odd).picks == odd.picks
    assert with_series(odd).card("tip-2004") is not None
    assert len(shown(wrote(odd).paper)) == 1
