"""Evidence: facts in a row, words of reason, and figures without a source."""

import re
from collections.abc import Iterator

from app.language.symbols import find_symbols
from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice, share
from app.review.wordlists import enough, finder, limits

_SINCE_WHEN = re.compile(
    r"\bsince (?:\w+ )?(?:\d|then\b|independence\b)", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d(?:s\b|[-–](?:\d{2}|\d{4})\b)?")
_LABELLED = re.compile(
    r"\b(?:resolutions?|articles?|art\.|paragraphs?|para\.|No\.|nos\.|Tier|Protocol|"
    r"chapter|Law|Goal|Goals|target|session|Agenda|Convention|Decree|SDG|section|"
    r"Figures?|Fig\.)"
    r"\s+(?:No\.\s*)?[A-Z]?\d[\w./-]*",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b|\b(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December) \d{1,2}\b"
)
_FIGURE = re.compile(r"(?<![\w/.-])\d[\d,.]*(?![\w/])|(?<![\w/])\d+(?= ?%)")
_LARGE = re.compile(
    r"\b(?:thousand|million|billion|per cent|percent)s?\b", re.IGNORECASE
)
_FOR = re.compile(r", for (?!example|instance)\w")
_CITED = re.compile(r"\([^()]*(?:\d{4}|n\.d\.)[^()]*\)|\[\d+\]")


def figures(told: Told) -> tuple[str, ...]:
    """The figures of a sentence; years, dates, symbols and labels are none."""
    text = _CITED.sub(" ", told.text)
    for symbol in find_symbols(text):
        text = text.replace(symbol, " ")
    for pattern in (_LABELLED, _DAY, _YEAR):
        text = pattern.sub(" ", text)
    return tuple(_FIGURE.findall(text))


def reasoned(text: Manuscript) -> tuple[Told, ...]:
    """The sentences with a word of reason, contrast or inference."""
    return tuple(one for one in text.sentences if _reasons(one.text))


def fact_run(text: Manuscript) -> tuple[Told, ...]:
    """The longest run of sentences with a fact and no word of reason."""
    longest: list[Told] = []
    for paragraph in text.paragraphs:
        run: list[Told] = []
        for one in paragraph:
            run = [*run, one] if _is_fact(one) and not _reasons(one.text) else []
            if len(run) > len(longest):
                longest = run
    return tuple(longest)


def with_figures(text: Manuscript) -> tuple[Told, ...]:
    """The sentences that give a figure."""
    return tuple(
        one for one in text.sentences if figures(one) or _LARGE.search(one.text)
    )


def unsourced(text: Manuscript) -> tuple[Told, ...]:
    """The sentences that give a figure and no source for it."""
    return tuple(one for one in with_figures(text) if not _is_sourced(one))


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about evidence."""
    limit = limits()
    run = fact_run(text)
    if len(run) > limit["fact_run"]:
        message = (
            f"{len(run)} facts stand in a row and nothing says what they show. After "
            "one of them write why it matters."
        )
        yield from advice("fact-run", message, run)
    if len(text.sentences) >= enough()["sentences"]:
        held = share(len(reasoned(text)), len(text.sentences))
        if held < limit["reasons"]:
            message = (
                "Few sentences give a reason. Say because of what, or with what "
                "consequence."
            )
            yield from advice("reasons", message, [one[0] for one in text.paragraphs])
    bare = unsourced(text)
    if share(len(bare), len(with_figures(text))) > limit["unsourced_figures"]:
        message = "A figure stands without its source. Say whose count it is, and when."
        yield from advice("unsourced-figures", message, bare)


def _reasons(text: str) -> bool:
    plain = _SINCE_WHEN.sub(" ", text)
    return bool(finder("reason").search(plain) or _FOR.search(plain))


def _is_fact(one: Told) -> bool:
    return any(letter.isdigit() for letter in one.text)


def _is_sourced(one: Told) -> bool:
    return (
        one.sourced
        or bool(_CITED.search(one.text))
        or bool(find_symbols(one.text))
        or bool(finder("source_words").search(one.text))
    )
