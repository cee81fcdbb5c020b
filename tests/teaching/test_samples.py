"""Samples differ, are marked, and their keys tell what stands behind them."""

from itertools import combinations
from pathlib import Path

import pytest

from app.export.plain import to_text
from app.model.errors import UnknownId, WrongUse
from app.model.paper import Mark, Table
from app.reading.text import read_text
from app.teaching.faults import FAULTS, find_fault
from app.teaching.levels import choose_faults, open_level
from app.teaching.samples import Sample, make_samples, save_sample

DOSSIER = "belarus/human-trafficking"


@pytest.fixture(scope="module")
def samples() -> tuple[Sample, ...]:
    return tuple(make_samples(DOSSIER, 6, ("strong", "middling", "weak"), seed=3))


def text(sample: Sample) -> str:
    return " ".join(one.prose for one in sample.written.paper.sentences)


def test_levels_take_turns_and_plant_their_faults(samples: tuple[Sample, ...]) -> None:
    assert [one.level for one in samples] == ["strong", "middling", "weak"] * 2
    assert [len(one.faults) for one in samples] == [0, 2, 4] * 2


def test_every_sample_is_marked_as_one(samples: tuple[Sample, ...]) -> None:
    for one in samples:
        assert one.written.paper.mark is Mark.SAMPLE
        assert "sample" in (one.written.paper.properties.keywords or "")


def test_samples_differ_in_wording_and_in_cards(samples: tuple[Sample, ...]) -> None:
    cards = [
        frozenset(card for one in sample.written.paper.sentences for card in one.cards)
        for sample in samples
    ]
    assert len(set(cards)) == len(cards)
    for one, other in combinations(samples, 2):
        shared = {s.prose for s in one.written.paper.sentences} & {
            s.prose for s in other.written.paper.sentences
        }
        assert len(shared) <= len(one.written.paper.sentences) // 2


def test_a_planted_fault_shows_in_the_paper(samples: tuple[Sample, ...]) -> None:
    for sample in samples:
        moves = {one.move for one in sample.written.paper.sentences if one.move}
        if "critics-missing" in sample.faults:
            assert not any(move.startswith("M6") for move in moves)
        if "stops-dead" in sample.faults:
            assert not any(move.startswith("M8") for move in moves)
        if "no-money-no-check" in sample.faults:
            assert not any(move.startswith(("M7.money", "M7.check")) for move in moves)
        if "uncited" in sample.faults:
            assert sample.written.paper.references is None


def test_the_key_lists_the_cards_behind_every_paragraph(
    samples: tuple[Sample, ...],
) -> None:
    for sample in samples:
        table = sample.key.parts[0].sections[1].blocks[0]
        assert isinstance(table, Table)
        told = {row[1][0].text for row in table.rows}  # type: ignore[union-attr]
        said = {card for one in sample.written.paper.sentences for card in one.cards}
        assert told == said
        whole = to_text(sample.key, sample.written.rules)
        for fault in sample.faults:
            assert FAULTS[fault].told in whole


def test_files_are_written_beside_each_other(
    samples: tuple[Sample, ...], tmp_path: Path
) -> None:
    paper, key = save_sample(samples[2], tmp_path)
    assert paper.name == "sample-03-weak.docx"
    assert key.name == "sample-03-weak-key.docx"
    assert any("faults are planted" in line for line in read_text(key).header)
    assert save_sample(samples[2], tmp_path / "b", key=False) == (
        tmp_path / "b" / "sample-03-weak.docx",
    )


def test_the_same_seed_makes_the_same_samples(samples: tuple[Sample, ...]) -> None:
    again = tuple(make_samples(DOSSIER, 2, ("strong", "middling"), seed=3))
    assert [text(one) for one in again] == [text(one) for one in samples[:2]]


def test_wrong_wishes_are_named() -> None:
    with pytest.raises(UnknownId, match="brilliant"):
        next(make_samples(DOSSIER, 1, ("brilliant",)))
    with pytest.raises(WrongUse):
        next(make_samples(DOSSIER, 0))
    with pytest.raises(UnknownId):
        find_fault("dull")


@pytest.mark.parametrize("level", ["strong", "middling", "weak"])
def test_no_fault_hides_another(level: str) -> None:
    opened = open_level(level)
    for seed in range(50):
        chosen = [one.id for one in choose_faults(opened, seed)]
        assert len(chosen) == opened.plant
        assert not {"critics-missing", "charge-dodged"} <= set(chosen)


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_fault_changes_a_sound_paper(fault: str) -> None:
    from app.drafting.bank import open_bank
    from app.drafting.outline import outline
    from app.drafting.scaffold import scaffold
    from app.library.briefs import ready_brief

    brief = ready_brief(DOSSIER)
    sound = scaffold(brief, outline(brief), open_bank())
    assert find_fault(fault).plant(sound) != sound
