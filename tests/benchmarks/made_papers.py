"""The papers a benchmark reads: so many seeds of one dossier in one register."""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from app.drafting.paper import draft_paper
from app.library import briefs, dossiers, locations, presets
from app.model.brief import Brief, Register
from app.model.dossier import Dossier
from app.model.paper import Mark, NoteRef, Paper, Paragraph, Sentence, Span
from app.teaching.picking import sample_brief

DOSSIER = "belarus/human-trafficking"


class Made(NamedTuple):
    """One made paper with the brief it was made from."""

    register: str
    seed: int
    brief: Brief
    paper: Paper

    @property
    def paragraphs(self) -> list[list[Sentence]]:
        return [
            list(block.sentences)
            for part in self.paper.parts
            for section in part.sections
            for block in section.blocks
            if isinstance(block, Paragraph)
        ]

    @property
    def texts(self) -> list[list[str]]:
        return [[one.prose for one in held] for held in self.paragraphs]

    @property
    def sourced(self) -> set[tuple[int, int]]:
        return {
            (number, at)
            for number, held in enumerate(self.paragraphs, start=1)
            for at, one in enumerate(held, start=1)
            if is_cited(one)
        }


def is_cited(sentence: Sentence) -> bool:
    return any(
        isinstance(span, NoteRef) or (isinstance(span, Span) and bool(span.cites))
        for span in sentence.spans
    )


def registers() -> list[str]:
    """Every register that has patterns for all moves."""
    root = locations.templates_root() / "patterns"
    return sorted(
        one.name for one in root.iterdir() if len(list(one.glob("m*.toml"))) >= 8
    )


@cache
def _dossier(name: str) -> tuple[Dossier, Brief]:
    return dossiers.open_dossier(name), briefs.ready_brief(name)


def make(register: str, seed: int, dossier: str = DOSSIER) -> Made:
    """One paper: the seed chooses line, cards and wording."""
    held, ready = _dossier(dossier)
    brief = sample_brief(held, ready, seed - 1, seed)
    settings = brief.settings.revise(register_=Register(register))
    brief = brief.revise(settings=settings)
    rules = presets.in_force(presets.open_preset("default")).rules
    return Made(register, seed, brief, draft_paper(brief, rules, Mark.SAMPLE).paper)


def make_all(register: str, seeds: int, dossier: str = DOSSIER) -> list[Made]:
    """The papers of the seeds 1 to `seeds`, made side by side."""
    with ProcessPoolExecutor() as pool:
        wanted = range(1, seeds + 1)
        return list(
            pool.map(make, [register] * seeds, wanted, [dossier] * seeds, chunksize=8)
        )
