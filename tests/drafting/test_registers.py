"""Papers of every register read as written: nothing doubled, nothing dangling."""

import re
from functools import lru_cache

import pytest

from app.desk.writing import write
from app.library import briefs, dossiers
from app.model.brief import Brief, Register
from app.model.dossier import Dossier
from app.review.language_check import Measures, measures
from app.teaching.picking import sample_brief

DOSSIER = "belarus/human-trafficking"
DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
FAITHFUL = re.compile(r"[“A-Z0-9][^{}\[\]_]*[.?]”?")
Paragraphs = list[list[str]]


@lru_cache(maxsize=1)
def material() -> tuple[Dossier, Brief]:
    return dossiers.open_dossier(DOSSIER), briefs.ready_brief(DOSSIER)


@lru_cache(maxsize=64)
def paper(register: Register, line: int, seed: int) -> Paragraphs:
    dossier, ready = material()
    brief = sample_brief(dossier, ready, line, seed)
    settings = brief.settings.revise(register_=register)
    (part,) = write(brief.revise(settings=settings)).paper.parts
    return [
        [sentence.prose for sentence in block.sentences]
        for section in part.sections
        for block in section.blocks
        if hasattr(block, "sentences")
    ]


def measured(register: Register, line: int, seed: int) -> Measures:
    return measures(paper(register, line, seed), "Belarus")


EVERY = [
    (register, line, seed)
    for register in Register
    for line in range(3)
    for seed in range(1, 5)
]


@pytest.mark.parametrize(("register", "line", "seed"), EVERY)
def test_every_sentence_is_whole(register: Register, line: int, seed: int) -> None:
    sentences = [one for told in paper(register, line, seed) for one in told]
    assert len(sentences) > 12
    for sentence in sentences:
        assert FAITHFUL.fullmatch(sentence), sentence
        assert not DOUBLED.search(sentence), sentence
        assert "  " not in sentence, sentence
        assert " ," not in sentence, sentence


@pytest.mark.parametrize(("register", "line", "seed"), EVERY)
def test_no_sentence_leaks_or_scolds(register: Register, line: int, seed: int) -> None:
    found = measured(register, line, seed)
    assert (found.leaks, found.however, found.contractions, found.outsiders) == (
        0,
        0,
        0,
        0,
    )
    assert found.opening_run <= 4
    assert found.country_names <= 2.8
    assert found.stock_phrases <= 0.8


@pytest.mark.parametrize("register", list(Register))
def test_sentences_differ_in_length(register: Register) -> None:
    varied = [
        measured(register, line, seed).sentence_variation
        for line in range(3)
        for seed in range(1, 5)
    ]
    assert sum(varied) / len(varied) >= 0.3


def test_a_novice_reads_shorter_sentences() -> None:
    def mean(register: Register) -> float:
        lengths = [
            len(sentence.split())
            for line in range(3)
            for seed in range(1, 5)
            for told in paper(register, line, seed)
            for sentence in told
        ]
        return sum(lengths) / len(lengths)

    assert mean(Register.NOVICE) + 2 < mean(Register.ADVANCED)
