"""Charts in a passage: where they stand, and that they are never words."""

import pytest

from app.language.charts import ChartMark, chart_marks, own_words, pieces, with_chart
from app.language.markers import find_markers, without_charts
from app.language.sentences import split
from app.language.words import count


def test_a_chart_stands_on_a_line_of_its_own() -> None:
    found = list(pieces("One [@a].\n\n[@b, chart]\n\nTwo."))
    assert found == ["One [@a].", ChartMark("b"), "Two."]


def test_one_line_break_is_enough() -> None:
    found = list(pieces("One.\n  [@b, chart: Victims found.] \nTwo [@a]."))
    assert found == ["One.", ChartMark("b", "Victims found"), "Two [@a]."]


def test_a_chart_within_a_paragraph_stands_below_it() -> None:
    found = list(pieces("One. Two [@b, chart] goes on [@a]. Three."))
    assert found == ["One. Two goes on [@a]. Three.", ChartMark("b")]


def test_two_charts_can_stand_together() -> None:
    assert list(pieces("[@a, chart] [@b, Chart]")) == [ChartMark("a"), ChartMark("b")]


@pytest.mark.parametrize(
    "text",
    ["[@a, chart 3]", "[@a, charts]", "[@a]", "[a, chart]", "[@a, p. 2, chart]"],
)
def test_a_place_that_only_looks_like_a_chart_is_a_citation(text: str) -> None:
    assert chart_marks(text) == ()
    assert without_charts(f"So it is {text}.") == f"So it is {text}."
    assert list(pieces(text)) == [text]


def test_a_chart_is_no_sentence_and_no_word() -> None:
    assert split("[@a, chart: Victims found every year]") == ()
    assert split("So it is [@a, chart]. And so.") == ("So it is.", "And so.")
    assert count("So it is.\n\n[@a, chart: Victims found every year]") == 3
    assert own_words("\n[@a, chart]\n") == ""


def test_a_chart_goes_below_what_is_written() -> None:
    mark = ChartMark("a", "Found")
    assert with_chart("", mark) == "[@a, chart: Found]"
    assert with_chart("One.\n", mark) == "One.\n\n[@a, chart: Found]"
    assert chart_marks(with_chart("One.", mark)) == (mark,)


def test_a_line_with_a_citation_stays_with_its_paragraph() -> None:
    assert list(pieces("One.\n[@b]\n[@a, chart]")) == ["One. [@b]", ChartMark("a")]
    assert len(find_markers("[@a, chart]")) == 1


def test_many_citations_before_a_chart_are_read_at_once() -> None:
    cited = "[@tip-2015,p 3] " * 400 + "say so."
    assert list(pieces(f"{cited}\n\n[@a, chart]")) == [cited, ChartMark("a")]
    assert list(pieces("One.\n[@a, chart] [@b, chart]\nTwo.")) == [
        "One.", ChartMark("a"), ChartMark("b"), "Two.",
    ]  # fmt: skip
