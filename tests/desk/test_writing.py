"""Briefs become files: samples, drafts, finals."""

from pathlib import Path

import docx
import pytest

from app.desk import writing
from app.desk.checking import check, check_file, shelf_yardstick
from app.desk.creating import new_brief
from app.desk.editing import OpenBrief
from app.drafting.genres import open_genre
from app.library.brief_files import open_brief, save_brief
from app.model.brief import Brief, BriefKind, Passage
from app.model.errors import (
    BlanksLeft,
    CannotWrite,
    NotYetOwnWords,
    Trouble,
    UnknownId,
    WrongUse,
)
from app.model.finding import Finding, Outcome
from app.model.paper import Mark, Origin
from app.reading.text import read_text
from app.review.origin import TELLING

DOSSIER = "belarus/human-trafficking"
COMMITTEE = "Third Committee of the General Assembly"
OWN = (
    "My delegation wants one thing from this room: that the desk officer who meets "
    "a frightened worker knows whom to ring [@rec-nrm-2015]. Everything else we "
    "could say about plans and groups matters less than that telephone number."
)


def own_words(findings: tuple[Finding, ...]) -> Finding:
    return next(one for one in findings if one.rule == "own-words")


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    return new_brief(tmp_path / "mine", DOSSIER, COMMITTEE, school="Hill [/b] School")


def with_own_words(brief: Brief) -> Brief:
    for plan in open_genre().passage:
        text = f"{OWN} This is what we say about {plan.id} in our own voice."
        brief = brief.with_passage(Passage(id=plan.id, text=text))
    return brief


def test_a_dossier_is_written_as_a_sample() -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    assert written.paper.mark is Mark.SAMPLE
    assert written.paper.banner is None
    assert {one.origin for one in written.paper.sentences} == {Origin.SCAFFOLD}
    for suffix in ("docx", "md", "txt", "html"):
        assert b"Belarus" in writing.to_bytes(written, suffix) or suffix == "docx"


def test_a_new_brief_is_a_draft_that_counts_what_is_ours(brief: Brief) -> None:
    written = writing.write(brief)
    assert written.paper.mark is Mark.DRAFT
    count = len(written.paper.sentences)
    assert (
        written.paper.banner == f"Draft. {count} of {count} sentences are still ours."
    )
    ours = next(one for one in written.findings if one.rule == "own-words")
    assert ours.outcome is Outcome.FAILED
    assert len(ours.where) == count


def test_one_own_passage_is_counted_as_own(brief: Brief) -> None:
    mine = brief.with_passage(Passage(id="opening", text=OWN))
    paper = writing.write(mine).paper
    assert paper.still_ours == len(paper.sentences) - 2
    opening = paper.parts[0].sections[0]
    origins = {one.origin for one in opening.blocks[0].sentences}  # type: ignore[union-attr]
    assert origins == {Origin.OWN}


def test_a_final_paper_is_refused_while_sentences_are_ours(brief: Brief) -> None:
    mine = brief.with_passage(Passage(id="opening", text=OWN))
    with pytest.raises(NotYetOwnWords, match="still ours") as raised:
        writing.write(mine, final=True)
    assert "Proposals: " in raised.value.hint
    assert "Position and problem" not in raised.value.hint


def test_a_final_paper_in_own_words_is_clean(brief: Brief) -> None:
    written = writing.write(with_own_words(brief), final=True)
    assert written.paper.mark is Mark.FINAL
    assert written.paper.banner is None
    assert "ours" not in writing.to_words(written, "txt")


def test_a_setting_allows_examples_in_a_final_paper(brief: Brief) -> None:
    allowed = brief.revise(settings=brief.settings.revise(allow_examples=True))
    for plan in ("proposals", "way-forward"):
        allowed = allowed.with_passage(Passage(id=plan, text=OWN))
    paper = writing.write(allowed, final=True).paper
    assert paper.mark is Mark.FINAL
    assert paper.still_ours


def test_a_conference_that_forbids_ai_writing_fails_the_check(brief: Brief) -> None:
    found = writing.write(brief, conference="ilmunc").findings
    ours = next(one for one in found if one.rule == "own-words")
    assert ours.outcome is Outcome.FAILED


def test_the_same_command_gives_the_same_bytes(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    first = writing.export(written, tmp_path / "a.docx").read_bytes()
    again = writing.write(writing.brief_named(DOSSIER))
    assert writing.export(again, tmp_path / "b.docx").read_bytes() == first


def test_a_folder_takes_the_name_the_conference_wants(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER), conference="kingmun")
    path = writing.export(written, tmp_path)
    assert path.suffix == ".docx"
    assert "PositionPaper" in path.stem
    assert "Belarus" in path.stem


def test_an_unknown_format_and_an_unknown_brief_are_named(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    with pytest.raises(WrongUse, match="odt"):
        writing.export(written, tmp_path / "a.odt")
    assert not (tmp_path / "a.odt").exists()
    with pytest.raises(UnknownId, match="belarus/human-traficking") as raised:
        writing.brief_named("belarus/human-traficking")
    assert DOSSIER in raised.value.hint


def test_a_folder_that_holds_a_brief_is_not_taken_twice(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    new_brief(folder, DOSSIER, COMMITTEE)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(Trouble, match="already holds"):
        new_brief(folder, DOSSIER, COMMITTEE)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_unknown_dossier_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UnknownId):
        new_brief(tmp_path / "x", "nowhere/nothing", COMMITTEE)
    assert not (tmp_path / "x").exists()


def test_an_empty_brief_has_no_choices_and_still_opens(tmp_path: Path) -> None:
    brief = new_brief(tmp_path / "e", DOSSIER, COMMITTEE, empty=True)
    assert brief.picks == ()
    assert brief.line is None
    reopened = open_brief(tmp_path / "e", open_genre().titles)
    assert reopened == brief
    assert reopened.kind is BriefKind.DELEGATE
    assert "Nothing is written yet" in (writing.write(reopened).paper.banner or "")


def _telling(written: writing.Written) -> int:
    """The sentences of ours that are more than a plain fact."""
    ours = [one for one in written.paper.sentences if one.origin is Origin.SCAFFOLD]
    return sum(shelf_yardstick().content(one.prose) >= TELLING for one in ours)


def test_our_sentences_are_recognised_in_another_file(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    path = writing.export(written, tmp_path / "copied.docx")
    found = own_words(check_file(path))
    assert found.outcome is Outcome.FAILED
    assert len(found.where) >= _telling(written) - 1


def test_light_edits_are_still_recognised(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    edited = [
        one.prose.replace("Belarus", "our country").replace(" and ", " as well as ")
        for one in written.paper.sentences
    ]
    path = tmp_path / "edited.txt"
    path.write_text("\n\n".join(edited), encoding="utf-8")
    found = own_words(check_file(path))
    assert len(found.where) >= 0.8 * _telling(written)


def test_an_honest_text_on_the_same_topic_is_not_accused(tmp_path: Path) -> None:
    path = tmp_path / "honest.md"
    path.write_text(
        "# Belarus\n\nCommittee: GA3\n\nOur country sits between Russia, Poland and "
        "Ukraine, and smugglers know its roads well. In 2006 we asked the General "
        "Assembly to make its agencies talk to one another, and resolution 61/180 was "
        "the answer. Washington has kept us in Tier 3 for most of ten years.\n\n"
        "Our delegation thinks that a ranking helps nobody who is locked in a flat in "
        "Minsk or Moscow. What would help is an inspector who can tell a bad contract "
        "from a captive, and money so that the shelter stays open in winter. We hope "
        "to write that into a resolution with Poland if Poland will have us.\n",
        encoding="utf-8",
    )
    found = own_words(check_file(path))
    assert found.outcome is Outcome.PASSED, found.where


def test_a_brief_is_checked_in_its_folder(brief: Brief, tmp_path: Path) -> None:
    rules = {one.rule for one in check(tmp_path / "mine", "kingmun")}
    assert {"length", "own-words", "unknown-rules"} <= rules
    with pytest.raises(UnknownId):
        check(tmp_path / "nothing")


def test_undo_takes_back_one_step_at_a_time(tmp_path: Path, brief: Brief) -> None:
    desk = OpenBrief.open(tmp_path / "mine")
    desk.change(desk.brief.revise(agenda="one"), "agenda")
    desk.change(desk.brief.revise(agenda="one two"), "agenda", joins=True)
    desk.change(desk.brief.revise(picks=desk.brief.picks[1:]), "take a card out")
    assert not desk.is_saved
    assert desk.undo() == "take a card out"
    assert desk.brief.picks == brief.picks
    assert desk.undo() == "agenda"
    assert desk.brief == brief
    assert desk.undo() is None
    assert desk.redo() == "agenda"
    assert desk.brief.agenda == "one two"
    assert desk.save()
    assert desk.is_saved
    assert open_brief(tmp_path / "mine", open_genre().titles) == desk.brief


def test_text_of_a_person_survives_every_format(tmp_path: Path, brief: Brief) -> None:
    wild = "We say [/brackets] and {{ 7*7 }} & <b>bold</b> and *stars* and _lines_."
    mine = brief.with_passage(Passage(id="opening", text=wild))
    save_brief(mine, tmp_path / "mine", open_genre().titles)
    reopened = writing.brief_named(str(tmp_path / "mine"))
    written = writing.write(reopened)
    assert wild in writing.to_words(written, "txt")
    from app.reading.text import read_text

    path = writing.export(written, tmp_path / "wild.docx")
    assert wild in " ".join(read_text(path).paragraphs)


@pytest.mark.parametrize("suffix", ["txt", "md", "docx"])
def test_our_own_draft_does_not_pass_a_check(
    brief: Brief, tmp_path: Path, suffix: str
) -> None:
    written = writing.write(brief.with_passage(Passage(id="opening", text=OWN)))
    path = writing.export(written, tmp_path / f"d.{suffix}")
    found = own_words(check(path))
    assert found.outcome is Outcome.FAILED
    assert len(found.where) >= _telling(written)
    counted = [one for one in written.paper.sentences if len(one.text.split()) >= 6]
    assert f"of {len(counted)} sentences" in found.message
    quoted = " ".join(one.quote or "" for one in found.where)
    assert "[ours" not in quoted


def test_a_sample_read_back_is_without_our_marks(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    for suffix in ("txt", "md"):
        path = writing.export(written, tmp_path / f"s.{suffix}")
        read = read_text(path)
        assert "Sample paper made" in path.read_text("utf-8")
        assert "Sample paper made" not in " ".join((read.text, *read.references))
        assert "Country: Belarus" in read.header


def with_a_blank(brief: Brief) -> Brief:
    text = f"{OWN} By 2027 every embassy of Belarus will report on calls to ____."
    return with_own_words(brief).with_passage(Passage(id="way-forward", text=text))


def test_a_final_paper_is_refused_while_a_blank_is_not_filled(brief: Brief) -> None:
    with pytest.raises(BlanksLeft, match="1 sentence has a blank") as raised:
        writing.write(with_a_blank(brief), final=True)
    assert "The way forward: By 2027 every embassy" in raised.value.hint
    allowed = brief.revise(settings=brief.settings.revise(allow_examples=True))
    with pytest.raises(BlanksLeft):
        writing.write(allowed, final=True)


@pytest.mark.parametrize("suffix", ["txt", "md", "docx"])
def test_a_blank_fails_the_check_of_a_draft_and_of_a_file(
    brief: Brief, tmp_path: Path, suffix: str
) -> None:
    written = writing.write(with_a_blank(brief))
    path = writing.export(written, tmp_path / f"blank.{suffix}")
    for findings in (written.findings, check(path)):
        found = next(one for one in findings if one.rule == "blanks")
        assert found.outcome is Outcome.FAILED
        assert [one.quote for one in found.where if "every embassy" in str(one.quote)]
    assert not [
        one
        for one in writing.write(with_own_words(brief)).findings
        if one.rule == "blanks"
    ]


def test_two_blanks_in_markdown_are_not_read_as_emphasis(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Malta asks ____ to count what ____ loses at sea every year.\n")
    assert [one.rule for one in check(path) if one.rule == "blanks"]


def test_only_the_last_folder_of_a_place_is_made(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    with pytest.raises(CannotWrite, match="there is no folder"):
        writing.export(written, tmp_path / "no" / "such" / "a.txt")
    assert not (tmp_path / "no").exists()
    assert writing.export(written, tmp_path / "new" / "a.txt").is_file()


def test_a_sample_is_called_one_once_among_its_keywords(tmp_path: Path) -> None:
    written = writing.write(writing.brief_named(DOSSIER))
    path = writing.export(written, tmp_path / "a.docx")
    assert docx.Document(str(path)).core_properties.keywords == "sample paper"


def test_an_unknown_heading_of_the_paper_file_is_told_with_the_known_ones(
    brief: Brief, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    with (folder / "paper.md").open("a", encoding="utf-8") as file:
        file.write(f"\n## Position and problem {{#opening}}\n\n{OWN}\n")
        file.write(f"\n## Nonsense heading\n\n{OWN}\n\n## Odd {{#odd}}\n\n{OWN}\n")
    found = next(one for one in check(folder) if one.rule == "headings")
    assert found.outcome is Outcome.FAILED
    assert [one.quote for one in found.where] == ["Nonsense heading", "{#odd}"]
    assert "“The way forward” or {#way-forward}" in found.message
    assert not [one for one in writing.write(brief).findings if one.rule == "headings"]
