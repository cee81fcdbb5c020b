"""The review finds each defect where it stands, and leaves good prose alone."""

import pytest

from app.model.finding import Outcome
from app.review.language_check import AT_LEAST, check_language, measures
from app.review.wordlists import limits

GOOD = [
    [
        "Nobody in this room was freed by a ranking.",
        "Belarus holds that what victims lack is a telephone number that is answered, "
        "because the law has been in place for twenty years and the calls have not.",
        "The International Organization for Migration (IOM) counted 160 people in "
        "2019; most had never met an officer who asked.",
    ],
    [
        "Its own record is mixed.",
        "A law of 2012 lists the help that is due, yet the list helps only those who "
        "are recognised, and recognition was left to whoever sat at the desk.",
        "That is why the rules of 2015 matter: an embassy may now raise the alarm.",
        "Washington calls this too little.",
        "Part of the charge stands, for convictions have stayed rare.",
    ],
    [
        "Three steps follow.",
        "UN agencies should put their referral rules on one shelf by the next session "
        "in Vienna.",
        "Each State should report whom it has helped, and at whose cost.",
        "The price is small, since rooms and teachers are already paid for.",
        "If the shelf is full in two years, the ranking will not be missed.",
    ],
]


def rules(*paragraphs: list[str], country: str = "Belarus") -> dict[str, str | None]:
    found = check_language(paragraphs, country)
    for one in found:
        worst = Outcome.FAILED if one.rule == "blanks" else Outcome.ADVICE
        assert one.outcome is worst
        assert one.where
    return {one.rule: one.where[0].quote for one in found}


def test_good_prose_is_left_alone() -> None:
    assert rules(*GOOD) == {}
    assert measures(GOOD, "Belarus").beyond() == ()


def test_every_limit_belongs_to_a_measure() -> None:
    held = measures(GOOD, "Belarus")
    assert set(limits()) == set(type(held).model_fields)
    assert set(limits()) > AT_LEAST


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("outsider", "The government of Belarus needs to protect its workers."),
        ("outsider", "Belarus should follow the recommendations it was given."),
        ("outsider", "I think that the law is good, because it helps."),
        ("register", "The law isn't enough for those whom nobody has asked."),
        ("register", "There are a lot of victims whom nobody has asked."),
        ("register", "It ends now!"),
        ("leaks", "The law of {{ year }} names the help that is due."),
        ("leaks", "The law, , names the help that is due."),
        ("blanks", "The law of ____ names the help that is due."),
        ("slips", "The the law names the help that is due."),
        ("slips", "A agency of the State names the help that is due."),
        ("slips", "The number of victims has decline since then."),
        ("slips", "The law was passed in the 2010, and it helps."),
        ("acronyms", "The GRETA visited in the year after, and it was let in."),
        ("however", "However it was too late for most of them."),
    ],
)
def test_a_sentence_with_a_defect_is_found(rule: str, sentence: str) -> None:
    first, second, third = GOOD
    found = rules(first, [*second, sentence], third)
    assert found == {rule: sentence}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Rapporteur wrote that Belarus should follow the recommendations.",
        "None of this is new, and none of it was hidden.",
        "Its plan names a shelter, a lawyer and a doctor, and pays for one of them.",
        "An hour is enough for a European inspector with a UN form.",
        "However much it costs, the shelter stays open.",
        "The Inter-Parliamentary Union (IPU) helped; the IPU still does.",
        "Resolution A/RES/61/180 was the answer to it.",
        "One of the main roads runs through Brest.",
        "In the 2010 report it stands on the first page.",
    ],
)
def test_a_sound_sentence_is_not_accused(sentence: str) -> None:
    first, second, third = GOOD
    assert rules(first, [*second, sentence], third) == {}


def test_openings_and_their_runs_are_found() -> None:
    led = [f"Belarus {verb} the plan of {year}, because it helps." for verb, year in [
        ("wrote", 1999), ("signed", 2001), ("paid", 2003), ("kept", 2005)
    ]]  # fmt: skip
    found = rules(*GOOD, led)
    assert found["opening-run"] == led[0]
    assert "openings" not in found
    assert "openings" in rules([*led, *led], [*led, *led])


def test_a_paragraph_that_points_back_without_a_noun_is_found() -> None:
    first, second, third = GOOD
    assert "orphan-this" in rules(first, ["This is too little.", *second], third)
    assert "orphan-this" not in rules(first, ["This law is new.", *second], third)


def test_figures_need_a_source() -> None:
    bare = [["Some 5,063 people were sold by their neighbours.", "It went on."]]
    assert "unsourced-figures" in {one.rule for one in check_language(bare, "")}
    cited = check_language(bare, "", sourced={(1, 1)})
    assert "unsourced-figures" not in {one.rule for one in cited}
    said = [["The Ministry counted 5,063 people in 2014.", "Article 5 was changed."]]
    assert "unsourced-figures" not in {one.rule for one in check_language(said, "")}


def test_lists_are_counted_and_clauses_are_not() -> None:
    several = [
        "Smugglers, recruiters and guards share the money.",
        "It offers shelter, legal help, and a doctor.",
        "By 2010, police and prosecutors had met.",
        "The law was new, and the police and courts were slow.",
    ]
    assert measures([several], "").lists == 0.5


def test_pairs_behind_a_comma_are_no_lists() -> None:
    pairs = [
        "The third meeting, held on 22 and 23 November, agreed on a text.",
        "The chapter covers every State, Belarus included, and costs nothing.",
        "Within a year of adoption, the Office and the ILO would teach a course.",
        "Help is late: by the next session, the States and the Fund should act.",
        "The count was 184 victims, mostly women and girls.",
    ]
    assert measures([pairs], "").lists == 0
    more = ["Three things are missing: shelter, lawyers and time."]
    assert measures([more], "").lists == 1


def test_facts_in_a_row_are_found() -> None:
    run = [
        "In 2005 a law was passed.",
        "In 2006 a plan was made.",
        "In 2007 a house was built.",
    ]
    assert "fact-run" in rules(*GOOD, run[:1] + run[1:])
    argued = [run[0], run[1] + " It was needed because nobody came.", run[2]]
    assert "fact-run" not in rules(*GOOD, argued)


def test_a_proposal_that_names_nobody_is_found() -> None:
    vague = ["Awareness must be raised.", "The international community should act."]
    assert "proposals-without-actor" in rules(*GOOD, vague)
    reported = ["The criticism of the Rapporteur is that jobs should be created."]
    asked = ["The Office should act.", "Belarus invites others to improve it."]
    assert "proposals-without-actor" not in rules(*GOOD, reported + asked)
    named = ["Awareness must be raised by schools.", "Each State should act."]
    named += ["It proposes a fund.", "States would pay.", "This should be easy."]
    assert "proposals-without-actor" not in rules(*GOOD, named)


@pytest.mark.parametrize(
    ("last", "weak"),
    [
        ("In conclusion, everything has been said.", True),
        ("Some 5,063 people were counted by the Ministry.", True),
        ("The delegation is committed to its partners.", True),
        ("The delegation will bring 2 drafts to the table.", False),
        ("If the plan is read, it will be kept.", False),
    ],
)
def test_the_last_sentence_does_something(last: str, *, weak: bool) -> None:
    first, second, third = GOOD
    assert ("weak-end" in rules(first, second, [*third, last])) is weak


def test_phrases_that_fit_any_paper_are_found() -> None:
    empty = [
        "It is strongly committed to a holistic approach to root causes.",
        "The international community plays a crucial role in raising awareness.",
    ]
    found = rules(*GOOD, empty)
    assert {"stock-phrases", "inflation"} <= set(found)


def test_the_same_thing_said_twice_is_found() -> None:
    first, second, third = GOOD
    again = (
        "A law of 2012 lists the help that is due, yet that list helps only people "
        "recognised, and their recognition was left to the desk."
    )
    found = rules(first, second, [again, *third])
    assert "said-twice" in found


def test_we_and_the_name_in_one_paragraph_are_found() -> None:
    first, second, third = GOOD
    ours = "We know what our law lacks."
    assert rules([*first, ours], second, third) == {"mixed-voice": ours}
    assert rules(first, [ours, *second], third) == {}


def test_a_country_nobody_knows_is_not_looked_for() -> None:
    assert measures(GOOD, "").country_names == 0
    assert measures(GOOD, "").country_openings == 0


def test_a_text_without_words_has_no_defects() -> None:
    assert check_language([], "Belarus") == ()
    assert check_language([[]], "Belarus") == ()
