"""Proposals: each names somebody who acts."""

import re
from collections.abc import Iterator

from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice, share
from app.review.wordlists import either, finder, limits, listed

_BY_WHOM = re.compile(r"\bby (?!the end\b|\d|then\b|mid)(?:the |an? |each )?[A-Za-z]")
_PASSIVE = re.compile(r"^\s+(?:not |also |therefore )?be \w+(?:ed|en|t|n|d)\b")
_STATE = re.compile(
    r"^\s+(?:not |also )?be (?:(?!\w+(?:ed|en|t|un|pt)\b)|(?:named|added|noted)\b)"
)
_CALLED = re.compile(
    r"\b(?:asks|invites|calls on|urges|requests) (?!it\b)(?:[\w’-]+ ){1,4}to\b"
)
_ACTS = re.compile(r"\b(?:would|should|will)\b")
_REPORTED = re.compile(
    r"\b(?:says|said|holds|held|found|finds|states|stated|reported|wrote|was|writes)"
    r" that\b"
    r".*\b(?:should|must|ought)\b"
    r"|\b(?:criticism|charge|finding|objection)\b.*\bthat\b.*\b(?:should|must|ought)\b"
)
_SUBJECT = re.compile(r"(?:^|[,;:]|\bthat|\band|\bwhere|\bwhich|\bso)\s*([^,;:]*)$")


def proposals(text: Manuscript) -> tuple[Told, ...]:
    """The sentences that ask for something to be done."""
    return tuple(one for one in text.sentences if _asks(one.text))


def actorless(text: Manuscript) -> tuple[Told, ...]:
    """The proposals in which nobody is named who would act, nor just after them."""
    found = []
    for paragraph in text.paragraphs:
        for one, after in zip(paragraph, (*paragraph[1:], None), strict=True):
            named_next = after is not None and _ACTS.search(after.text)
            announced = named_next and not _asked(one.text)
            if _asks(one.text) and not announced and not _has_actor(one.text):
                found.append(one)
    return tuple(found)


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about proposals."""
    whole, bare = proposals(text), actorless(text)
    if share(len(bare), len(whole)) > limits()["actorless"]:
        message = "A proposal names nobody who would act. Say who does it, and by when."
        yield from advice("proposals-without-actor", message, bare)


def _asks(text: str) -> bool:
    if _REPORTED.search(text):
        return False
    return bool(_asked(text)) or finder("calling").search(text) is not None


def _asked(text: str) -> list[re.Match[str]]:
    """Each "should" that asks for a deed; "should be easy" asks for none."""
    return [
        hit
        for hit in finder("asking").finditer(text)
        if not _STATE.match(text[hit.end() :])
    ]


def _has_actor(text: str) -> bool:
    hits = _asked(text)
    if not hits:
        return bool(_bodies().search(text) or _CALLED.search(text))
    for hit in hits:
        subject = _subject(text[: hit.start()])
        if _PASSIVE.match(text[hit.end() :]):
            if _BY_WHOM.search(text[hit.end() :]):
                return True
            continue
        if subject and not finder("vague_actor").fullmatch(subject):
            return True
    return False


def _subject(before: str) -> str:
    found = _SUBJECT.search(before)
    return found[1].strip() if found else before.strip()


def _bodies() -> re.Pattern[str]:
    return either(listed("body"))
