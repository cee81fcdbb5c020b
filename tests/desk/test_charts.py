"""Charts from a brief to files and back: nothing of them is taken for words."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.desk.checking import check
from app.desk.fixing import fix
from app.desk.measuring import passage_origins
from app.desk.other_papers import write_as
from app.desk.writing import Written, export, to_bytes, to_words, write
from app.drafting import chart_drawing
from app.drafting.budget import extent
from app.drafting.charts import as_table
from app.drafting.genres import open_genre
from app.drafting.ruler import Ruler
from app.export.blind import blind
from app.export.pdf import libreoffice, to_pdfs
from app.library.brief_files import open_brief, save_brief
from app.model.brief import Brief, Passage
from app.model.paper import Mark
from app.model.preset import LimitUnit, Preset
from app.model.series import Point, Series
from app.reading.text import read_text
from tests.charted import AFTER, BEFORE, MEMBERS, TIERS, VICTIMS, charted
from tests.export.opened import document
from tests.export.oracles import audited

BOTH = (MEMBERS, VICTIMS)
SET = {
    "default": (MEMBERS, TIERS),
    "nmun-ny": (MEMBERS, TIERS),
    "sdimun": (MEMBERS, TIERS),
    "nueva-mun": (MEMBERS, VICTIMS),
    "pimun": (MEMBERS, TIERS),
    "bmun-benilde": (MEMBERS, TIERS),
}
"""Conferences that set their papers differently: notes, type, spacing."""

LAST = "Finis."


def titles() -> dict[str, str]:
    return dict(open_genre().titles)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_brief(charted(*BOTH), tmp_path / "mine", titles())
    return tmp_path / "mine"


def test_the_word_file_shows_the_picture_its_words_and_its_caption() -> None:
    made = to_bytes(write(charted(VICTIMS)), "docx")
    file = document(made)
    (picture,) = file.inline_shapes
    about = picture._inline.docPr.get("descr")
    assert "2015: 169; 2016: 184; 2017: 131; 2018: 1,128; 2020: 109; 2021: 0." in about
    at = next(n for n, one in enumerate(file.paragraphs) if one.style.name == "Picture")
    shown, caption, after = file.paragraphs[at : at + 3]
    assert shown.paragraph_format.keep_with_next
    assert caption.style.name == "Caption"
    assert caption.text.startswith("Figure 1. Victims found in Belarus, 2015 to 2021")
    assert after.text == AFTER
    assert audited(made) == []


def test_the_word_file_of_a_table_is_sound_and_keeps_its_caption() -> None:
    made = to_bytes(write(charted(TIERS), conference="nmun-ny"), "docx")
    file = document(made)
    caption = next(one for one in file.paragraphs if one.style.name == "Caption")
    assert caption.paragraph_format.keep_with_next
    assert file.tables[0].cell(0, 1).text == "Tier"
    assert audited(made) == []


def test_the_page_in_html_shows_the_picture_and_its_caption() -> None:
    page = to_words(write(charted(VICTIMS)), "html")
    assert '<figure><img src="data:image/png;base64,iVBOR' in page
    assert 'alt="Chart of columns. Victims found in Belarus, 2015 to 2021.' in page
    assert "<figcaption>Figure 1. Victims found in Belarus, 2015 to 2021 (" in page
    table = to_words(write(charted(TIERS)), "html")
    assert "<caption>Figure 1. Tier of Belarus" in table


def test_text_and_markdown_show_the_figures_as_a_table() -> None:
    written = write(charted(MEMBERS))
    text = to_words(written, "txt")
    assert "Year | 2010 | 2014 | 2016 | 2017 | 2023 | 2025\nStates | 20 | 22" in text
    marked = to_words(written, "md")
    assert "| Year | 2010 | 2014 | 2016 | 2017 | 2023 | 2025 |\n| --- |" in marked
    assert "data:image" not in marked


@pytest.mark.parametrize("mark", [MEMBERS, TIERS])
@pytest.mark.parametrize("suffix", ["docx", "txt", "md"])
def test_a_file_is_read_back_without_its_charts(
    suffix: str, mark: str, tmp_path: Path
) -> None:
    bare = export(write(charted()), tmp_path / f"bare.{suffix}")
    drawn = export(write(charted(mark)), tmp_path / f"drawn.{suffix}")
    found = read_text(drawn).paragraphs
    assert not any("Figure 1." in one or "2014" in one for one in found)
    assert found[found.index(BEFORE) + 1] == AFTER
    assert BEFORE in read_text(bare).paragraphs


def test_a_title_is_never_read_as_markup() -> None:
    title = "<b>Found</b> & *all* {{ x }} | \u202eso \u0007| 100% #1"
    brief = charted(VICTIMS.replace("Victims found in Belarus", title))
    written = write(brief)
    file = document(to_bytes(written, "docx"))
    said = "Figure 1. <b>Found</b> & *all* {{ x }} | so | 100% #1, 2015 to 2021"
    assert any(one.text.startswith(said) for one in file.paragraphs)
    assert audited(to_bytes(written, "docx")) == []
    assert "&lt;b&gt;Found&lt;/b&gt; &amp; *all* {{ x }}" in to_words(written, "html")
    assert r"\<b\>Found\</b\> \& \*all\* \{\{ x \}\} \|" in to_words(written, "md")


def test_letters_the_font_lacks_are_left_to_the_caption() -> None:
    points = tuple(Point(year, year - 2000, "a") for year in range(2001, 2005))
    drawn = [
        chart_drawing.as_svg(Series("found", unit, points))
        for unit in ("жертвы & <b>", "犠牲者", "x" * 60)
    ]
    assert "жертвы &amp; &lt;b&gt;" in drawn[0]
    assert "犠牲者" not in drawn[1]
    assert "xxx" not in drawn[2]


@pytest.mark.parametrize(
    "values", [(0, 0, 0), (1, -1, 2), (1e300, 1, 2), (3, 2.5, float("nan"))]
)
def test_odd_numbers_are_drawn_or_told_in_a_table(values: tuple[float, ...]) -> None:
    points = tuple(Point(2001 + at, one, "a") for at, one in enumerate(values))
    series = Series("found", "people", points)
    png = chart_drawing.drawn(series)
    assert (png is not None) == (max(values) == 0)
    assert as_table(series).rows


def test_a_machine_that_cannot_draw_gets_no_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    points = tuple(Point(year, 3, "a") for year in range(2001, 2005))
    series = Series("drawn nowhere", "people", points)
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "resvg_py", None)
        assert chart_drawing.drawn(series) is None
    chart_drawing.drawn.cache_clear()
    assert chart_drawing.drawn(series) is not None


def test_many_years_stand_in_pairs_of_columns() -> None:
    points = tuple(Point(1950 + 2 * at, at, "a") for at in range(41))
    series = Series("found", "people", points)
    assert chart_drawing.drawn(series) is None
    table = as_table(series)
    assert table.header == ("Year", "People", "Year", "People")
    assert len(table.rows) == 21
    assert table.rows[-1][2] == ()


def test_paper_md_keeps_the_line_letter_for_letter(folder: Path) -> None:
    written = f"{BEFORE}\n\n{MEMBERS}\n\n{VICTIMS}\n\n{AFTER}"
    assert written in (folder / "paper.md").read_text("utf-8")
    brief = open_brief(folder, titles())
    assert brief.passage("home").text == written
    fix(folder, "kingmun")
    assert written in (folder / "paper.md").read_text("utf-8")
    assert any(one.rule == "chart" for one in check(folder))


def test_whose_words_they_are_is_asked_of_words_only() -> None:
    brief = charted(*BOTH)
    found = passage_origins(brief, brief.passage("home").text)
    assert [text for text, _ in found] == [BEFORE, AFTER]


def test_a_final_paper_and_a_blind_one_keep_their_charts() -> None:
    brief = charted(*BOTH)
    for plan in open_genre().passage:
        if not brief.passage(plan.id).text:
            text = f"We say in our own way what we mean by {plan.id}."
            brief = brief.with_passage(Passage(id=plan.id, text=text))
    written = write(brief, final=True)
    assert written.paper.mark is Mark.FINAL
    made = to_bytes(written.revise(paper=blind(written.paper)), "docx")
    assert len(document(made).inline_shapes) == 2


@pytest.mark.parametrize("genre", ["worksheet", "speech", "disclosure"])
def test_other_papers_say_nothing_of_charts(genre: str) -> None:
    said = to_words(write_as(charted(*BOTH), genre), "txt")
    assert "chart" not in said
    assert "Figure 1." not in said


def test_the_same_brief_gives_the_same_file() -> None:
    once = to_bytes(write(charted(*BOTH)), "docx")
    chart_drawing.drawn.cache_clear()
    assert to_bytes(write(charted(*BOTH)), "docx") == once
    with zipfile.ZipFile(io.BytesIO(once)) as parts:
        pictures = [one for one in parts.namelist() if one.endswith(".png")]
    assert len(pictures) == 2


def _long(mark: str) -> Brief:
    """A brief of two pages, all of it the delegate's own, a chart on the first."""
    said = "The Group has kept its members and goes on to ask each State for a plan. "
    texts = {plan.id: "So we say." for plan in open_genre().passage}
    texts["home"] = f"{said * 3}\n\n{mark}\n\n{said * 3}"
    texts["abroad"] = said * 40
    texts["way-forward"] = LAST
    found = [Passage(id=name, text=text) for name, text in texts.items()]
    return charted().revise(passages=tuple(found))


def _estimated(written: Written) -> float:
    pages = written.rules.limit.revise(unit=LimitUnit.PAGES, excludes_sources=True)
    rules = written.rules.revise(limit=pages)
    return extent(written.paper, rules, first_solid=True).used


def _set(pdf: bytes, rules: Preset, folder: Path) -> float:
    """Where the last words stand, in pages, as LibreOffice sets them."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(
        ["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    ruler = Ruler(rules)
    for at, page in enumerate(told.split("<page ")[1:]):
        found = re.search(rf'yMax="([0-9.]+)">{LAST}', page)
        if found:
            return at + (float(found[1]) - ruler.margin) / ruler.page
    raise AssertionError(told)


@pytest.mark.slow
@pytest.mark.skipif(
    libreoffice() is None or shutil.which("pdftotext") is None,
    reason="needs LibreOffice and pdftotext",
)
@pytest.mark.parametrize("is_drawn", [True, False])
def test_pages_with_a_chart_are_estimated_within_a_tenth_of_a_page(
    is_drawn: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_drawn:
        monkeypatch.setattr(chart_drawing, "drawn", lambda _: None)
    papers = {
        f"{conference}-{at}": write(_long(mark), conference=conference)
        for conference, marks in SET.items()
        for at, mark in enumerate(marks)
    }
    files = {n: to_bytes(one, "docx") for n, one in papers.items()}
    pages = to_pdfs(files)
    off = {
        name: _estimated(one) - _set(pages[name], one.rules, tmp_path)
        for name, one in papers.items()
    }
    assert {name: by for name, by in off.items() if abs(by) > 0.1} == {}
