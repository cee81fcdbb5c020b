"""Fitting: what goes is worth least, and a sum that overshoots ends the search."""

from collections.abc import Collection, Sequence

import pytest

from app.drafting.assembly import Assembly, Drafted, Sentences
from app.drafting.budget import Extent, extent
from app.drafting.costs import WORD, Costs
from app.drafting.fitting import Draft, Fitted, fit
from app.drafting.forecast import Foreseen
from app.drafting.need import Need
from app.drafting.outline import SlotPlan
from app.drafting.paper import draft_paper
from app.drafting.scaffold import ScaffoldSentence
from app.language.words import count
from app.library.briefs import ready_brief
from app.library.presets import in_force, open_preset
from app.model.brief import Brief, Register
from app.model.paper import (
    Mark,
    Paper,
    Paragraph,
    Part,
    Properties,
    Section,
    Sentence,
    Span,
)
from app.model.preset import CitationForm, Limit, LimitUnit

LENGTHS = {"thesis": 10, "long": 30, "short": 3}


def draft(dropped: Collection[str]) -> tuple[Sentences, Paper]:
    return written({k: v for k, v in LENGTHS.items() if k not in dropped})


def written(lengths: dict[str, int]) -> tuple[Sentences, Paper]:
    told = tuple(
        ScaffoldSentence(
            " ".join(["word"] * words), (), "opening", "M1.x", Need.COULD, unit
        )
        for unit, words in lengths.items()
    )
    sentences = tuple(
        Sentence(spans=(Span(text=one.text),), move=one.step) for one in told
    )
    section = Section(id="opening", blocks=(Paragraph(sentences=sentences),))
    part = Part(topic="Words", sections=(section,))
    return told, Paper(parts=(part,), properties=Properties(title="Words"))


def fitted(
    most: int,
    worth: dict[str, int],
    lengths: dict[str, int] = LENGTHS,
    drafting: Draft = draft,
) -> Fitted:
    """What is kept of words whose number is foreseen rightly or wrongly."""
    rules = in_force(open_preset("default")).rules
    rules = rules.revise(limit=Limit(unit=LimitUnit.WORDS, max=most))
    slots = [
        Foreseen(SlotPlan(unit, "opening", "M1.x", {}), WORD * words)
        for unit, words in lengths.items()
    ]
    nothing = Extent(LimitUnit.WORDS, 0.0, float(most))
    return fit(drafting, worth, Costs(slots, nothing, rules), rules)


def units(found: Fitted) -> list[str]:
    return [one.unit for one in found.example]


def test_the_units_worth_least_go() -> None:
    assert units(fitted(40, {"long": 9, "short": 3})) == ["thesis", "long"]
    assert units(fitted(20, {"long": 9, "short": 3})) == ["thesis", "short"]


def test_a_unit_far_longer_than_what_is_wanted_may_go_alone() -> None:
    found = fitted(42, {"long": 9})
    assert units(found) == ["thesis", "short"]
    assert found.fits


def test_all_go_where_nothing_fits() -> None:
    found = fitted(9, {"long": 9, "short": 3})
    assert units(found) == ["thesis"]
    assert not found.fits


def test_one_more_goes_where_the_others_grow_and_the_rest_stays() -> None:
    tens = dict.fromkeys("abcdef", 10)

    def growing(dropped: Collection[str]) -> tuple[Sentences, Paper]:
        thesis = 20 if dropped else 10
        return written(
            {"thesis": thesis, **{k: v for k, v in tens.items() if k not in dropped}}
        )

    found = fitted(59, dict.fromkeys(tens, 3), {"thesis": 10} | tens, growing)
    assert found.fits
    assert len(found.example) == 4


@pytest.mark.parametrize("foreseen", [0.5, 0.9, 1.1, 2.0])
def test_a_wrong_forecast_costs_a_draft_and_no_sentence(foreseen: float) -> None:
    tens = {"thesis": 10, **dict.fromkeys("abcdef", 10)}

    def drafting(dropped: Collection[str]) -> tuple[Sentences, Paper]:
        return written({k: v for k, v in tens.items() if k not in dropped})

    guessed = {unit: round(words * foreseen) for unit, words in tens.items()}
    found = fitted(52, dict.fromkeys("abcdef", 3), guessed, drafting)
    assert found.fits
    assert len(found.example) == 5


@pytest.mark.parametrize(
    "conference",
    ["default", "amun", "thimun", "cmunc", "kingmun", "labmunc", "munfw", "ccmun"],
)
def test_a_short_paper_fills_its_room(conference: str) -> None:
    rules = in_force(open_preset(conference)).rules
    ready = ready_brief("belarus/human-trafficking")
    for register in Register:
        for seed in (1, 2, 9):
            settings = ready.settings.revise(seed=seed, register_=register)
            brief = ready.revise(settings=settings)
            taken = extent(draft_paper(brief, rules, Mark.SAMPLE).paper, rules)
            assert taken.room is not None
            assert 0.9 * taken.room <= taken.used <= taken.room, (register, seed)


def test_no_more_goes_than_must_where_sums_come_nowhere_near() -> None:
    many = {"thesis": 10, "big": 200, **dict.fromkeys("abc", 1)}

    def drafting(dropped: Collection[str]) -> tuple[Sentences, Paper]:
        return written({k: v for k, v in many.items() if k not in dropped})

    worth = {"big": 9, **dict.fromkeys("abc", 3)}
    found = fitted(30, worth, many, drafting)
    assert units(found) == ["thesis", "a", "b", "c"]


def seeded(seed: int) -> Brief:
    ready = ready_brief("belarus/human-trafficking")
    return ready.revise(settings=ready.settings.revise(seed=seed))


def test_a_list_on_a_page_of_its_own_takes_no_room_from_the_text() -> None:
    rules = in_force(open_preset("default")).rules
    cited = rules.citations.revise(form=CitationForm.INTEXT, list_new_page=True)
    apart = rules.revise(
        citations=cited,
        limit=Limit(unit=LimitUnit.PAGES, max=2, excludes_sources=False),
    )
    alone = rules.revise(citations=cited, limit=Limit(unit=LimitUnit.PAGES, max=1))
    for seed in range(1, 5):
        papers = [
            draft_paper(seeded(seed), held, Mark.SAMPLE).paper
            for held in (apart, alone)
        ]
        words = [sum(count(one.text) for one in paper.sentences) for paper in papers]
        assert words[0] >= 0.95 * words[1], seed


def test_a_page_is_found_in_few_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = in_force(open_preset("default")).rules
    drafts: list[int] = []
    real = Assembly.paper

    def counted(self: Assembly, examples: Sequence[Sentences]) -> Drafted:
        if any(examples):
            drafts.append(sum(map(len, examples)))
        return real(self, examples)

    monkeypatch.setattr(Assembly, "paper", counted)
    for seed in range(1, 13):
        draft_paper(seeded(seed), rules, Mark.SAMPLE)
    assert 12 <= len(drafts) <= 16


def test_a_paper_that_is_full_is_drafted_once() -> None:
    many = {"thesis": 10, "dear": 12, "cheap": 6}
    made: list[int] = []

    def drafting(dropped: Collection[str]) -> tuple[Sentences, Paper]:
        made.append(len(dropped))
        return written({k: v for k, v in many.items() if k not in dropped})

    found = fitted(23, {"dear": 9, "cheap": 3}, many, drafting)
    assert units(found) == ["thesis", "dear"]
    assert made == [1]
