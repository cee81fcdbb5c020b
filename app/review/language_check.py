"""The language of a paper: what a careful reader would stop at.

Each defect is measured and, where it goes beyond its limit, said as advice
with its places; only a blank that nobody has filled is a failed check. The
limits come from reading real papers and papers made from templates;
`templates/review/limits.toml` holds them.
"""

from collections.abc import Collection, Sequence

from app.model.base import Record
from app.model.finding import Finding, Where
from app.review import (
    acronyms,
    argument,
    close,
    connectives,
    evidence_run,
    openings,
    proposals,
    repetition,
    rhythm,
    slips,
    stock_phrases,
    voice,
)
from app.review.manuscript import Manuscript, read, share
from app.review.wordlists import limits

_SUBJECTS = (
    argument.findings,
    voice.findings,
    proposals.findings,
    evidence_run.findings,
    close.findings,
    openings.findings,
    repetition.findings,
    rhythm.findings,
    stock_phrases.findings,
    connectives.findings,
    acronyms.findings,
    slips.findings,
)

AT_LEAST = frozenset({"opening_variety", "sentence_variation", "reasons"})
"""The measures that must not fall below their limit; all others not rise above."""


class Measures(Record):
    """What was measured on one text; shares lie between 0 and 1."""

    repeated_phrases: float
    """Runs of four words said again, per 100 words."""

    said_twice: int
    """Pairs of sentences with half their content words in common."""

    country_openings: float
    """Share of sentences that begin with the country."""

    opening_run: int
    """The longest run of sentences with one first word."""

    opening_variety: float
    """Entropy of first words by its highest value, 0 to 1."""

    sentence_variation: float
    """Standard deviation of sentence length by its mean, in words."""

    lists: float
    """Share of sentences that list three things or more."""

    fact_run: int
    """The longest run of facts without a word of reason, in sentences."""

    reasons: float
    """Share of sentences with a word of reason, contrast or inference."""

    however: int
    """Misused "however"."""

    leaks: int
    """Sentences with a mark that a template left behind."""

    slips: int
    """Small faults of grammar."""

    stock_phrases: float
    """Phrases that fit any paper, per 100 words."""

    inflation: float
    """Words of weight, per 100 words."""

    country_names: float
    """The country's name, per 100 words."""

    unsourced_figures: float
    """Share of the sentences with a figure that name no source."""

    orphans: int
    """Paragraphs that open with a bare "this" or "it"."""

    acronyms: int
    """Rare acronyms without their name, or with it twice."""

    actorless: float
    """Share of the proposals in which nobody acts."""

    weak_ends: int
    """1 where the last sentence does nothing."""

    outsiders: int
    """Sentences that speak about the country from outside."""

    contractions: int
    """Sentences in spoken language."""

    mixed_voices: int
    """Paragraphs that mix "we" and the country's name."""

    connectives: int
    """Groups of connectives used too often."""

    def beyond(self) -> tuple[str, ...]:
        """The names of the measures that lie beyond their limit."""
        return tuple(
            name
            for name, limit in limits().items()
            if (getattr(self, name) < limit) is (name in AT_LEAST)
            and getattr(self, name) != limit
        )


def check_language(
    paragraphs: Sequence[Sequence[str]],
    country: str,
    *,
    places: Sequence[Sequence[Where]] | None = None,
    sourced: Collection[tuple[int, int]] = (),
    whole: bool = True,
) -> tuple[Finding, ...]:
    """Advice on a text, with places; never a score.

    Args:
        paragraphs: The text: paragraphs, each a list of sentences.
        country: The short name of the country that speaks; empty: unknown.
        places: Where each sentence stands, where it is not simply counted.
        sourced: Paragraph and sentence, each from 1, at which a citation stands.
        whole: Whether it is a whole paper, with its own beginning and end.

    Raises:
        TemplateBroken: a word list or a limit cannot be used.
    """
    text = read(paragraphs, country, places=places, sourced=sourced, whole=whole)
    return tuple(found for subject in _SUBJECTS for found in subject(text))


def measures(
    paragraphs: Sequence[Sequence[str]],
    country: str,
    *,
    sourced: Collection[tuple[int, int]] = (),
) -> Measures:
    """Every measure of a whole paper.

    Args:
        paragraphs: The text: paragraphs, each a list of sentences.
        country: The short name of the country that speaks; empty: unknown.
        sourced: Paragraph and sentence, each from 1, at which a citation stands.

    Raises:
        TemplateBroken: a word list or a limit cannot be used.
    """
    return measures_of(read(paragraphs, country, sourced=sourced))


def measures_of(text: Manuscript) -> Measures:
    """Every measure of a manuscript."""
    many = len(text.sentences)
    asked = len(proposals.proposals(text))
    counted = len(evidence_run.with_figures(text))
    return Measures(
        repeated_phrases=repetition.repeated_phrases(text),
        said_twice=len(repetition.said_twice(text)),
        country_openings=share(len(openings.country_openings(text)), many),
        opening_run=len(openings.opening_run(text)),
        opening_variety=openings.opening_variety(text),
        sentence_variation=rhythm.sentence_variation(text),
        lists=share(len(rhythm.lists(text)), many),
        fact_run=len(evidence_run.fact_run(text)),
        reasons=share(len(evidence_run.reasoned(text)), many),
        however=len(connectives.misused_however(text)),
        leaks=len(slips.leaks(text)),
        slips=len(slips.slips(text)),
        stock_phrases=stock_phrases.stock_phrases(text),
        inflation=stock_phrases.inflation(text),
        country_names=stock_phrases.country_names(text),
        unsourced_figures=share(len(evidence_run.unsourced(text)), counted),
        orphans=len(openings.orphans(text)),
        acronyms=len(acronyms.unexpanded(text)) + len(acronyms.spelled_twice(text)),
        actorless=share(len(proposals.actorless(text)), asked),
        weak_ends=len(close.weak_end(text)),
        outsiders=len(voice.outsiders(text)),
        contractions=len(voice.contractions(text)),
        mixed_voices=len(voice.mixed_voices(text)),
        connectives=len(connectives.overused(text)),
    )
