"""The voice: the country speaks, in one register, in one person."""

import re
from collections.abc import Iterator

from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice
from app.review.wordlists import either, finder

_MUST = r"(?:must|should|needs to|need to|has to|ought to|is urged to|failed to)"
_FOLLOW = (
    r"(?:follow|implement|comply|improve|stop|start|take|do|work|ensure|adopt|end)"
)
_I = re.compile(r"(?<!\w)(?:I|my|me|myself)(?![\w.])")
_WASHINGTON = re.compile(r"\bUS\b")


def outsiders(text: Manuscript) -> tuple[Told, ...]:
    """The sentences that scold the country from outside, or say "I"."""
    told = _scolds(text.country)
    return tuple(
        one
        for one in text.sentences
        if _I.search(one.text)
        or (told and (hit := told.search(one.text)) and not _quoted(one.text, hit))
    )


def contractions(text: Manuscript) -> tuple[Told, ...]:
    """The sentences with a contraction, an exclamation mark or a spoken phrase."""
    spoken = (finder("contraction"), finder("colloquial"))
    return tuple(
        one
        for one in text.sentences
        if "!" in one.text or any(words.search(one.text) for words in spoken)
    )


def mixed_voices(text: Manuscript) -> tuple[Told, ...]:
    """The first "we" of each paragraph that calls the country by its name too."""
    if not text.country:
        return ()
    name, we = either((text.country,)), finder("first_person_plural")
    found = []
    for paragraph in text.paragraphs:
        ours = [one for one in paragraph if we.search(_WASHINGTON.sub("", one.text))]
        named = [one for one in paragraph if name.search(one.text)]
        if ours and named:
            found.append(ours[0])
    return tuple(found)


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about the voice."""
    message = (
        "This speaks about the country from outside. The paper is the State’s own: "
        "say what it does, or what it offers."
    )
    yield from advice("outsider", message, outsiders(text))
    message = (
        "This is spoken language. Write the long form, and let the point carry the "
        "weight."
    )
    yield from advice("register", message, contractions(text))
    message = (
        f"“We” and “{text.country}” stand in one paragraph. Choose one of them and "
        "keep to it."
    )
    yield from advice("mixed-voice", message, mixed_voices(text))


def _scolds(country: str) -> re.Pattern[str] | None:
    if not country:
        return None
    name = re.escape(country)
    return re.compile(
        rf"\b[Gg]overnment of (?:the )?{name} {_MUST}\b"
        rf"|\b{name}(?:[’']s?)? (?:[Gg]overnment|authorities) {_MUST}\b"
        rf"|\b{name} {_MUST} (?:\w+ )?{_FOLLOW}\b"
    )


def _quoted(text: str, hit: re.Match[str]) -> bool:
    """Whether it is reported: somebody says that the country should."""
    return bool(re.search(r"\bthat (?:the )?$", text[: hit.start()]))
