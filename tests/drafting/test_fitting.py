"""Fitting: what goes is worth least, and a sum that overshoots ends the search."""

from collections.abc import Collection

from app.drafting.assembly import Sentences
from app.drafting.fitting import Fitted, fit
from app.drafting.need import Need
from app.drafting.scaffold import ScaffoldSentence
from app.library.presets import in_force, open_preset
from app.model.paper import (
    Paper,
    Paragraph,
    Part,
    Properties,
    Section,
    Sentence,
    Span,
)
from app.model.preset import Limit, LimitUnit

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


def fitted(most: int, worth: dict[str, int]) -> Fitted:
    rules = in_force(open_preset("default")).rules
    limit = Limit(unit=LimitUnit.WORDS, max=most)
    return fit(draft, worth, rules.revise(limit=limit))


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

    rules = in_force(open_preset("default")).rules
    limit = Limit(unit=LimitUnit.WORDS, max=59)
    found = fit(growing, dict.fromkeys(tens, 3), rules.revise(limit=limit))
    assert found.fits
    assert len(found.example) == 4
