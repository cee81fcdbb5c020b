"""The other papers of a brief: what each must say, and what none may say."""

import re

import pytest

from app.desk.other_papers import GENRES, PAPER, write_as
from app.desk.writing import Written, to_bytes, to_words, write
from app.drafting.clauses import ClauseLabels, body_of, draft_clauses
from app.drafting.other_papers import OTHER_PAPERS, draft_other
from app.drafting.speech import LENGTHS, draft_speech
from app.language.spoken import words_in
from app.library.briefs import begin_brief, empty_brief, ready_brief
from app.library.dossiers import open_dossier
from app.library.labels import open_as
from app.library.presets import in_force, open_preset
from app.model.assignment import Assignment, Committee, Country
from app.model.brief import Brief, BriefKind, Passage, Question
from app.model.card import Criticism, Proposal
from app.model.errors import Trouble, UnknownId, WrongUse
from app.model.paper import Mark, Origin, Paper
from app.model.preset import Preset
from tests.export.opened import texts

DOSSIER = "belarus/human-trafficking"
CARE = ("crit-ltp", "crit-political-corrective-labour")
SECRET = "Call the Egyptian delegate **first**; [@nobody] <b>hush</b>."
MARKUP = "We *hold* this [as] <b>said</b> | by {country} in _Minsk_."


@pytest.fixture(scope="module")
def ready() -> Brief:
    return ready_brief(DOSSIER)


@pytest.fixture(scope="module")
def delegate(ready: Brief) -> Brief:
    dossier = open_dossier(DOSSIER)
    picks = (*ready.picks, *CARE, "crit-state-forced-labour", "prop-icat")
    brief = begin_brief(dossier, ready.assignment, line="coordination", picks=picks)
    questions = (Question(text="What was done?", passage="home"), Question(text="Who?"))
    return brief.revise(agenda=SECRET, questions=questions)


def rules(preset: str = "default") -> Preset:
    return in_force(open_preset(preset)).rules


def text(brief: Brief, genre: str, **said: int) -> str:
    return to_words(write_as(brief, genre, **said), "txt")  # type: ignore[arg-type]


@pytest.mark.parametrize("genre", OTHER_PAPERS)
def test_each_is_written_as_word_markdown_and_text(delegate: Brief, genre: str) -> None:
    written = write_as(delegate, genre)
    assert written.paper.genre == genre
    words = to_words(written, "txt")
    title = written.paper.title
    assert title
    assert title in words
    assert f"# {title}" in to_words(written, "md")
    assert title in texts(to_bytes(written, "docx"))


@pytest.mark.parametrize("genre", OTHER_PAPERS)
def test_each_opens_on_an_empty_brief(genre: str) -> None:
    malta = Assignment(
        country=Country(name="Malta"),
        topic="Clean seas",
        committee=Committee(name="UN Environment Assembly"),
    )
    words = text(empty_brief(malta), genre)
    assert "Country: Malta" in words
    assert "Belarus" not in words


@pytest.mark.parametrize("genre", GENRES)
def test_the_agenda_stays_private(delegate: Brief, genre: str) -> None:
    said = "Egyptian" in text(delegate, genre)
    assert said is (genre == "agenda")


@pytest.mark.parametrize("genre", OTHER_PAPERS)
def test_what_people_write_is_no_markup(delegate: Brief, genre: str) -> None:
    assignment = delegate.assignment.revise(topic=MARKUP)
    brief = delegate.revise(assignment=assignment)
    assert MARKUP in text(brief, genre)


def test_no_name_stands_in_a_blind_paper(delegate: Brief) -> None:
    delegation = delegate.assignment.delegation
    named = delegation.revise(school="Hill School", delegates=("Ana Petrova",))
    brief = delegate.revise(assignment=delegate.assignment.revise(delegation=named))
    blind = rules().revise(anonymous=True)
    for genre in set(OTHER_PAPERS) - {"disclosure"}:
        seen = draft_other(brief, genre, blind)
        assert {"school", "delegates"}.isdisjoint(one.name for one in seen.header)
        assert seen.properties.author is None
        told = draft_other(brief, genre, rules())
        assert "Hill School" in [one.value for one in told.header]


def test_an_unknown_genre_is_named_with_the_nearest(ready: Brief) -> None:
    with pytest.raises(UnknownId, match="worksheat") as raised:
        write_as(ready, "worksheat")
    assert "worksheet" in raised.value.hint


def test_the_paper_is_the_same_by_either_door(ready: Brief) -> None:
    assert write_as(ready, PAPER) == write(ready)


def _drafted(brief: Brief) -> list[Proposal]:
    held = [card for card in brief.picked() if isinstance(card, Proposal)]
    return [card for card in held if card.basis == "drafted"]


@pytest.mark.parametrize(
    "genre", ["worksheet", "speech", "answers", "binder", "clauses"]
)
def test_a_delegate_finds_blanks_for_act_date_money_and_check(
    delegate: Brief, genre: str
) -> None:
    words = text(delegate, genre)
    for card in _drafted(delegate):
        said = [
            one
            for form in ("act", "when", "money", "check")
            for one in card.say.variants(form)
        ]
        own = (card.statement, card.object, card.deadline, card.funding, card.check)
        for kept in (*said, *own):
            assert not kept or kept not in words


@pytest.mark.parametrize("genre", ["worksheet", "clauses"])
def test_a_ready_brief_fills_them(ready: Brief, genre: str) -> None:
    words = text(ready, genre)
    for card in _drafted(ready):
        assert card.object
        assert card.object in words
        assert card.check
        assert card.check in words


def test_a_proposal_of_ones_own_has_no_blanks(delegate: Brief) -> None:
    own = _drafted(delegate)[0].revise(
        id="own-plan", origin=None, act="publish", object="a map of safe harbours"
    )
    brief = delegate.revise(cards=(*delegate.cards, own), picks=("own-plan",))
    assert "publish a map of safe harbours" in text(brief, "worksheet")


@pytest.mark.parametrize("seconds", LENGTHS)
@pytest.mark.parametrize("seed", [1, 9])
def test_a_speech_keeps_its_time(ready: Brief, seconds: int, seed: int) -> None:
    brief = ready.revise(settings=ready.settings.revise(seed=seed))
    paper = draft_speech(brief, rules(), seconds)
    said = " ".join(one.text for one in paper.sentences)
    count = words_in(said)
    assert 0.75 * seconds < count * 60 / 130 <= seconds
    timed = next(one.value for one in paper.header if one.name == "time")
    assert timed.startswith(f"{count} words, about {round(count * 60 / 130)} seconds")
    assert not re.search(r"\d|%|/", said)


def test_a_speech_of_another_length_is_refused(ready: Brief) -> None:
    with pytest.raises(WrongUse, match="45 seconds"):
        draft_speech(ready, rules(), 45)


def test_a_speech_never_leaves_a_charge_alone(ready: Brief) -> None:
    for seconds in LENGTHS:
        said = text(ready, "speech", seconds=seconds)
        assert ("United States says" in said) is ("record also shows" in said)


def test_own_sentences_come_first_in_a_speech(delegate: Brief) -> None:
    words = "Ask an officer in 2012 what to do [@rec-nrm-2015]. Nobody knows."
    brief = delegate.with_passage(Passage(id="opening", text=words))
    paper = write_as(brief, "speech").paper
    assert paper.mark is Mark.DRAFT
    own = [one for one in paper.sentences if one.origin is Origin.OWN]
    assert "Ask an officer in twenty twelve what to do." in [one.text for one in own]
    assert "holds one thing above all" not in to_words(_written(paper), "txt")
    assert [one for one in paper.sentences if one.origin is Origin.SCAFFOLD]


def _written(paper: Paper) -> Written:
    return Written(paper=paper, rules=rules(), findings=())


def test_a_speech_says_the_delegates_sentences_without_a_gap(delegate: Brief) -> None:
    own = [f"Point {word} is ours alone." for word in ("one", "two", "three", "four")]
    brief = delegate.with_passage(Passage(id="proposals", text=" ".join(own)))
    said = text(brief, "speech", seconds=60)
    told = [one in said for one in own]
    assert told == sorted(told, reverse=True)
    assert told[0]


def test_each_charge_has_its_replies_with_labels_and_limits(ready: Brief) -> None:
    words = text(ready, "answers")
    for charge in ready.picked():
        if not isinstance(charge, Criticism):
            continue
        assert charge.plain
        assert charge.plain in words
        assert charge.granted
        assert charge.granted in words
    assert "Meets it in part; from the record; no official has said it." in words
    assert "The US finding is about the trafficking statute itself" in words
    assert "They will say next: The charge is about the trafficking statute" in words
    assert "left undisputed, which is silence" in words.replace("Left", "left")


def test_a_matter_of_care_is_never_answered(delegate: Brief) -> None:
    words = text(delegate, "answers")
    for one in CARE:
        card = delegate.card(one)
        assert isinstance(card, Criticism)
        assert card.attributed_line
        assert card.examination_offer
        part = words[words.index(card.attributed_line) :]
        part = part[: part.index(card.examination_offer)]
        assert "What can be said" not in part
        assert "They will say next" not in part
        for fact in card.documented_facts:
            held = delegate.card(fact)
            assert held is None or fact == one or held.statement in part
    for avoided in ("resp-ltp-legal-basis", "resp-forced-labour-prohibited"):
        held = delegate.card(avoided)
        assert held is None or held.statement not in words[: words.index("5. ")]
    sheet = text(delegate, "worksheet")
    assert "A matter of care: no reply. Offer: The delegation proposes" in sheet


def test_a_binder_holds_every_card_with_its_address(ready: Brief) -> None:
    words = text(ready, "binder")
    for card in ready.cards:
        assert card.statement in words
        for place in card.sources:
            source = ready.source(place.id)
            assert source is None or source.title in words
            assert source is None or not source.url or source.url in words
            assert not place.where or place.where in words
    assert words.index("A. What the country stands for") < words.index("A1 ")
    assert words.count("★ ") == len([one for one in ready.picks if ready.card(one)])


@pytest.mark.parametrize("conference", ["nmun-ny", "ymun", "hawkmun"])
def test_clauses_are_refused_where_they_are_banned(
    ready: Brief, conference: str
) -> None:
    with pytest.raises(Trouble, match="bans clauses"):
        write_as(ready, "clauses", conference=conference)


def test_clauses_say_that_they_are_ideas(ready: Brief) -> None:
    banner = draft_clauses(ready, rules()).banner
    assert banner
    assert banner.startswith("Ideas, not a draft resolution.")


@pytest.mark.parametrize(
    ("committee", "opening", "verbs"),
    [
        ("Third Committee of the General Assembly", "The General Assembly,", False),
        ("SOCHUM", "The General Assembly,", False),
        ("Security Council", "The Security Council,", True),
        ("Human Rights Council", "The Human Rights Council,", False),
        ("Economic and Social Council", "The Economic and Social Council,", False),
        ("Cabinet of Caesar", "The Committee,", False),
    ],
)
def test_verbs_follow_the_powers_of_the_body(
    ready: Brief, committee: str, opening: str, verbs: bool
) -> None:
    place = ready.assignment.revise(committee=Committee(name=committee))
    brief = ready.revise(assignment=place)
    words = text(brief, "clauses")
    assert f"\n{opening}\n" in words
    allowed = body_of(brief, open_as(ClauseLabels, "clauses"))
    numbered = re.findall(r"^\d\. (\w+(?: upon| note of)?)", words, re.MULTILINE)
    clauses = [one.casefold() for one in numbered[: len(_drafted(brief))]]
    assert clauses
    assert set(clauses) <= {*allowed.asks, allowed.own}
    assert ("may also decide for Member States" in words) is verbs


def test_only_the_security_council_decides_for_others(ready: Brief) -> None:
    card = _drafted(ready)[0].revise(operative_verb="decides")
    held = tuple(card if one.id == card.id else one for one in ready.cards)
    brief = ready.revise(cards=held)
    assert "Decides the Inter-Agency" not in text(brief, "clauses")


def test_a_disclosure_counts_what_is_left(ready: Brief, delegate: Brief) -> None:
    whole = len(write(ready).paper.sentences)
    words = text(ready, "disclosure")
    assert f"{whole} sentences in all" in words
    assert f"{whole} are template sentences" in words
    assert "no generative AI inside" in words
    own = "Ask the officer at the desk what she would do first."
    brief = delegate.with_passage(Passage(id="opening", text=own))
    assert "1 are the delegate’s own" in text(brief, "disclosure")
    assert "Signature: ____" in words


def test_a_disclosure_tells_what_the_conference_asks(ready: Brief) -> None:
    told = to_words(write_as(ready, "disclosure", conference="nmun-ny"), "txt")
    assert "must be disclosed" in told
    assert "It asks for a page that discloses" in told
    assert "is not known" in text(ready, "disclosure")


def test_a_worksheet_has_every_passage_with_frames_and_room(delegate: Brief) -> None:
    words = text(delegate, "worksheet")
    parts = words.split("\nPassage ")
    assert len(parts) == 7
    for part in parts[1:]:
        assert "Its job: " in part
        assert "- " in part
        assert part.index("____") < part.index("Your words:") < part.index("_" * 60)


def test_an_agenda_lists_questions_with_their_places(delegate: Brief) -> None:
    words = text(delegate, "agenda")
    assert SECRET in words
    assert "What was done? | At home | nothing of yours there yet" in words
    assert "Who? | not placed yet" in words


def test_a_sample_says_so_and_a_form_does_not(ready: Brief) -> None:
    assert ready.kind is BriefKind.READY
    assert write_as(ready, "speech").paper.mark is Mark.SAMPLE
    assert write_as(ready, "worksheet").paper.mark is Mark.FINAL
