"""What a delegate put into the form of a proposal is what their papers say."""

from collections.abc import Iterator

import pytest

from app.desk.other_papers import write_as
from app.desk.writing import to_words, write
from app.drafting.proposing import as_filled, reading
from app.library import briefs, dossiers
from app.model.assignment import Assignment, Committee
from app.model.brief import Brief, BriefKind
from app.model.card import Kind, Proposal
from app.model.proposal_form import ProposalForm
from app.research.own_cards import Found, make_card

OURS = "draft-demand-report"
THEIRS = "prop-training-centre"
FILLED = ProposalForm(
    proposed_actor="The Conference of the Parties",
    act="to open",
    object="a register of recruiters [sic], {one|two}",
    deadline="March 2029",
    funding="the Trust Fund",
    check="UNODC to the Commission",
)


@pytest.fixture(scope="module")
def empty() -> Brief:
    dossier = dossiers.open_dossier("belarus/human-trafficking")
    return briefs.begin_brief(
        dossier,
        Assignment(
            country=dossier.country,
            topic=dossier.topic,
            committee=Committee(name="Third Committee"),
        ),
        picks=(OURS,),
    )


def _paper(brief: Brief) -> str:
    return to_words(write(brief), "txt")


def _card(brief: Brief, card_id: str) -> Proposal:
    card = brief.card(card_id)
    assert isinstance(card, Proposal)
    return card


def _told() -> Iterator[str]:
    yield "open a register of recruiters [sic], {one|two}"
    yield "by March 2029"
    yield "the Conference of the Parties"


def test_the_paper_says_what_was_filled_in(empty: Brief) -> None:
    said = " ".join(_paper(empty.with_form(OURS, FILLED)).split())
    for words in _told():
        assert words in said
    assert "rust Fund would carry the cost" in said
    assert "(UNODC) would report on it to the Commission" in said


def test_what_is_not_filled_in_stays_a_blank(empty: Brief) -> None:
    half = ProposalForm(act="open", object="a register")
    said = " ".join(_paper(empty.with_form(OURS, half)).split())
    assert "open a register" in said
    assert "by ____" in said
    assert "chapter on what" not in said


def test_a_field_emptied_on_purpose_is_a_blank(empty: Brief) -> None:
    card = _card(empty, OURS)
    emptied = empty.with_form(OURS, ProposalForm(proposed_actor=""))
    assert as_filled(card, empty).proposed_actor == "the Secretary-General"
    assert as_filled(card, emptied).proposed_actor is None
    assert reading(card, emptied).startswith("____ would ____")


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("deadline", "2029", "by 2029."),
        ("deadline", "within one year.", ", within one year."),
        ("funding", "within existing resources", "The cost would be met within "),
        ("funding", "donors would pay", "Donors would pay."),
        ("check", "to the Assembly", "It would be reported to the Assembly."),
        ("check", "the Board", "The Board would report on it."),
        ("check", "the Board will look", "The Board will look."),
        ("act", "To report", "would report, by ____."),
        ("object", "a fund", "would ____ a fund,"),
    ],
)
def test_short_answers_become_clauses(
    empty: Brief, field: str, typed: str, read: str
) -> None:
    form = ProposalForm.model_validate({field: typed})
    assert read in reading(_card(empty, OURS), empty.with_form(OURS, form))


def test_a_proposal_of_the_country_takes_a_deadline(empty: Brief) -> None:
    dossier = dossiers.open_dossier("belarus/human-trafficking")
    picked = briefs.with_picks(empty, dossier, (THEIRS,))
    assert "____" not in _paper(picked)
    more = picked.with_form(THEIRS, ProposalForm(object="in every school"))
    said = " ".join(_paper(more).split())
    act = _card(picked, THEIRS).say.first("act")
    assert f"{act} in every school" in said
    dated = picked.with_form(THEIRS, ProposalForm(deadline="2029"))
    assert "by 2029" in " ".join(_paper(dated).split())


def test_ones_own_proposal_reaches_the_paper_once_it_is_filled_in(empty: Brief) -> None:
    found = Found(kind=Kind.PROPOSAL, claim="A school bus for all.", inferred=True)
    card = make_card(found).card
    own = briefs.with_own_card(empty.revise(picks=()), card, None)
    assert "school bus" not in _paper(own)
    filled = own.with_form(
        card.id, ProposalForm(proposed_actor="UNICEF", act="run", object="a bus")
    )
    said = " ".join(_paper(filled).split())
    assert "UNICEF" in said
    assert "run a bus" in said


def test_a_proposal_worked_out_goes_before_ours(empty: Brief) -> None:
    dossier = dossiers.open_dossier("belarus/human-trafficking")
    ids = [one.id for one in dossier.cards if one.id.startswith("draft-")]
    many = briefs.with_picks(empty, dossier, ids)
    last = ids[-1]
    filled = many.with_form(last, ProposalForm(act="open", object="a night line"))
    assert "open a night line" not in _paper(many)
    assert "open a night line" in " ".join(_paper(filled).split())


def test_every_other_paper_says_it_too(empty: Brief) -> None:
    filled = empty.with_form(OURS, FILLED.revise(likely_objection="It costs money"))
    for kind in ("worksheet", "speech", "clauses", "binder"):
        said = " ".join(to_words(write_as(filled, kind), "txt").split())
        assert "register of recruiters [sic], {one|two}" in said, kind
    agenda = to_words(write_as(filled, "agenda"), "txt")
    assert "It costs money" in agenda


def test_a_sample_is_not_touched_by_forms(empty: Brief) -> None:
    sample = empty.revise(kind=BriefKind.SAMPLE)
    assert "____" not in _paper(sample)


def test_the_cards_it_builds_on_are_held(empty: Brief) -> None:
    dossier = dossiers.open_dossier("belarus/human-trafficking")
    built = empty.with_form(OURS, ProposalForm(built_on=("rec-icat",)))
    held = briefs.with_picks(built, dossier, empty.picks)
    assert held.card("rec-icat") is not None
    assert _card(held, OURS).built_on != ("rec-icat",)
    assert as_filled(_card(held, OURS), held).built_on == ("rec-icat",)
