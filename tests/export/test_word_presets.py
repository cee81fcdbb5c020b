"""Every shipped conference in every form of citation gives a sound Word file."""

from functools import cache

import pytest

from app.desk.other_papers import GENRES, PAPER, write_as
from app.desk.writing import to_bytes
from app.drafting.paper import draft_paper
from app.export.word import to_docx
from app.library.briefs import ready_brief
from app.library.presets import in_force, list_presets, open_preset
from app.model.brief import Brief
from app.model.errors import Trouble
from app.model.paper import Mark, Paper
from app.model.preset import CitationForm, Preset, Prewritten
from tests.export.invariants import broken
from tests.export.oracles import audited, faults, said_words

CONFERENCES = [one.id for one in list_presets()]

every_conference = pytest.mark.parametrize("name", CONFERENCES)
every_form = pytest.mark.parametrize("form", list(CitationForm))


@cache
def brief() -> Brief:
    return ready_brief("belarus/human-trafficking")


@cache
def drafted(name: str, form: CitationForm) -> tuple[Paper, Preset]:
    rules = in_force(open_preset(name)).rules
    citations = rules.citations.revise(form=form, styles=None)
    wanted = rules.revise(citations=citations)
    return draft_paper(brief(), wanted, Mark.SAMPLE).paper, wanted


@every_conference
@every_form
def test_a_file_keeps_our_rules(name: str, form: CitationForm) -> None:
    assert broken(to_docx(*drafted(name, form))) == []


@pytest.mark.slow
@every_conference
@every_form
def test_the_validator_finds_nothing(name: str, form: CitationForm) -> None:
    assert audited(to_docx(*drafted(name, form))) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", CONFERENCES[::5])
@pytest.mark.parametrize("genre", [one for one in GENRES if one != PAPER])
def test_the_other_papers_are_sound(name: str, genre: str) -> None:
    if genre == "clauses" and open_preset(name).prewritten_clauses is Prewritten.BANNED:
        with pytest.raises(Trouble, match="bans"):
            write_as(brief(), genre, conference=name)
        return
    made = to_bytes(write_as(brief(), genre, conference=name), "docx")
    assert broken(made) == []
    assert audited(made) == []


@pytest.mark.slow
@every_conference
def test_a_reader_finds_every_word(name: str) -> None:
    form = list(CitationForm)[CONFERENCES.index(name) % len(CitationForm)]
    paper, rules = drafted(name, form)
    assert faults(to_docx(paper, rules), said_words(paper, rules)) == {}
