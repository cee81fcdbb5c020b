"""Every shipped conference in every form of citation gives a sound Word file."""

from functools import cache

import pytest

from app.drafting.paper import draft_paper
from app.export.word import to_docx
from app.library.briefs import ready_brief
from app.library.presets import in_force, list_presets, open_preset
from app.model.brief import Brief
from app.model.paper import Mark, Paper
from app.model.preset import CitationForm, Preset
from tests.export.invariants import broken
from tests.export.oracles import audited, said_words, words_of

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
@every_conference
def test_a_reader_finds_every_word(name: str) -> None:
    form = list(CitationForm)[CONFERENCES.index(name) % len(CitationForm)]
    paper, rules = drafted(name, form)
    assert words_of(to_docx(paper, rules), "docx") == said_words(paper, rules)
