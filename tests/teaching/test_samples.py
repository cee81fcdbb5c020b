"""Samples differ, are marked, and their keys tell what stands behind them."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from app.export.plain import to_text
from app.model.errors import UnknownId, WrongUse
from app.model.paper import Bullets, Mark, Paragraph, Table
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


SEEDS = 60
POINTING = re.compile(r"(?:It|Its|They|These|Such) ")
STANCE = ("M1.thesis", "M1.because", "M1.stance")
ANSWERS = ("M6.undisputed", "M6.granted", "M6.part", "M6.meets", "M6.limit")


def stands(fault: str, sample: Sample) -> bool:
    """Whether the words of the paper bear a fault out, read afresh."""
    said = sample.written.paper.sentences
    moves = [one.move or "" for one in said]
    match fault:
        case "critics-missing":
            return not any(one.startswith("M6") for one in moves)
        case "charge-dodged":
            charged = any(one.startswith("M6.charge") for one in moves)
            return charged and not any(one.startswith(ANSWERS) for one in moves)
        case "one-proposal":
            asked = ("M7.first", "M7.second", "M7.third", "M7.asked", "M7.documented")
            return len({one for one in moves if one in asked}) == 1
        case "no-money-no-check":
            return not any(one.startswith(("M7.money", "M7.check")) for one in moves)
        case "no-national-record":
            return not any(one.startswith("M4") for one in moves)
        case "no-causes":
            return not any(one.startswith("M2") for one in moves)
        case "uncited":
            return all(one.text == one.prose for one in said) and not (
                sample.written.paper.references
            )
        case "stops-dead":
            return moves[-1].startswith("M7") or moves[-1].startswith("M6")
        case "late-stance":
            early = moves[: len(moves) // 2]
            return moves[-1] in STANCE and not any(one in STANCE for one in early)
    raise AssertionError(fault)


def test_every_planted_fault_stands_over_sixty_seeds() -> None:
    planted: set[str] = set()
    for sample in make_samples(DOSSIER, SEEDS, ("middling", "weak"), seed=1):
        assert len(sample.faults) == open_level(sample.level).plant, sample.name
        for fault in sample.faults:
            assert stands(fault, sample), (sample.name, fault)
        assert not {"stops-dead", "late-stance"} <= set(sample.faults)
        for before, one in nothing_before(sample):
            assert not POINTING.match(one), (sample.name, before, one)
        planted.update(sample.faults)
    assert planted == set(FAULTS)


def nothing_before(sample: Sample) -> Iterator[tuple[str, str]]:
    """The first sentence of each paper and of what follows a fault's gap."""
    first = sample.written.paper.sentences[0]
    yield "", first.text
    section = sample.written.paper.parts[0].sections[-1].blocks[0]
    assert isinstance(section, Paragraph)
    gone = {"no-money-no-check", "stops-dead"} & set(sample.faults)
    if gone and section.sentences[0].move in ("M7.fit", "M8.again"):
        yield "gap", section.sentences[0].text


def test_one_proposal_is_paid_for_and_checked_by_its_own_terms() -> None:
    for sample in make_samples(DOSSIER, 12, ("weak",), seed=40):
        if "one-proposal" not in sample.faults:
            continue
        said = sample.written.paper.sentences
        asked = {c for one in said if one.move == "M7.first" for c in one.cards}
        for one in said:
            if one.move in ("M7.money", "M7.check", "M7.fit"):
                assert set(one.cards) <= asked


def test_a_key_says_where_each_fault_stands_and_how_to_mend_it(
    samples: tuple[Sample, ...],
) -> None:
    for sample in samples:
        listed = [
            "".join(span.text for span in item)  # type: ignore[union-attr]
            for block in sample.key.parts[0].sections[0].blocks
            if isinstance(block, Bullets)
            for item in block.items
        ]
        assert len(listed) == len(sample.faults)
        for item, name in zip(listed, sample.faults, strict=True):
            fault = FAULTS[name]
            assert item.startswith(f"{fault.check}: {fault.told} Where: ")
            assert re.search(r"paragraph \d+, sentences? \d+", item)
            assert item.endswith(f"To mend it: {fault.mend}")


@pytest.mark.parametrize("name", ["brilliant", "strong.toml/x", "x\0y", "x" * 300])
def test_a_level_that_is_none_is_unknown(name: str) -> None:
    with pytest.raises(UnknownId):
        open_level(name)
