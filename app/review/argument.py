"""The argument of a whole paper: its causes, its critics, its proposals.

What is missing is told with the place where it could stand. Words are looked for,
not understood, so that much counts as present: a paper is advised, never marked.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice
from app.review.proposals import proposals
from app.review.wordlists import enough, finder

_NAME = re.compile(r"(?<=[a-z,;:] )(?:the )?[A-Z][\w’'-]+|\b[A-Z]{2,}\b")
_NAMED_FIRST = re.compile(r"^(?:The |In \d{4},? |According to (?:the )?)?[A-Z][\w’'-]+")
_WHEN = re.compile(
    r"\b(?:by|before|within|until|from|in|after|at|for|over) (?:\w+[ -]){0,5}?"
    r"(?:20\d\d|years?|months?|weeks?|days?|session|meeting|summit|conference|report|"
    r"review|appraisal|adoption|end of)\b"
    r"|\b(?:annual|year|month|quarter)ly\b|\bannual\b"
    r"|\bevery (?:\w+ )?(?:year|month)s?\b|\b20[2-9]\d\b|\bimmediately\b|\bstarting\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€£]\s?\d")
_ANSWERED_WITHIN = 2
_EARLY = 4


def charges(text: Manuscript) -> tuple[Told, ...]:
    """The sentences in which somebody criticises; proposals are none."""
    asked = set(proposals(text))
    closing = set(_closing(text, asked))
    return tuple(
        one
        for one in text.sentences
        if one not in closing
        and (_is_outright(one.text) or (one not in asked and _is_charge(one.text)))
    )


def with_author(text: Manuscript) -> tuple[Told, ...]:
    """The criticisms that say who makes them."""
    return tuple(one for one in charges(text) if _has_author(one.text, text.country))


def unanswered(text: Manuscript) -> tuple[Told, ...]:
    """The outright criticisms with an author after which nothing answers them."""
    whole = text.sentences
    found = []
    for one in filter(_is_sure, with_author(text)):
        at = whole.index(one)
        after = whole[at : at + 1 + _ANSWERED_WITHIN]
        if not any(finder("answering").search(said.text) for said in after):
            found.append(one)
    return tuple(found)


def says_causes(text: Manuscript) -> bool:
    """Whether anything says why the problem exists; a mere "because" only early."""
    early = text.sentences[: len(text.sentences) // _EARLY]
    return _says("cause", text.sentences) or _says("cause_early", early)


def _closing(text: Manuscript, asked: Collection[Told]) -> tuple[Told, ...]:
    """The sentences that follow the last proposal."""
    whole = text.sentences
    last = max((at for at, one in enumerate(whole) if one in asked), default=len(whole))
    return whole[last + 1 :] if last > len(whole) / 2 else ()


def plan(text: Manuscript) -> tuple[Told, ...]:
    """The sentences around the proposals: their paragraphs and all after the last."""
    asked = set(proposals(text))
    with_one = [at for at, held in enumerate(text.paragraphs) if asked & set(held)]
    if not with_one:
        return ()
    return tuple(
        one
        for at, held in enumerate(text.paragraphs)
        if at in with_one or at > with_one[-1]
        for one in held
    )


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about the argument of a whole paper."""
    if not text.whole or text.words < enough()["argument_words"]:
        return
    yield from _causes(text)
    yield from _critics(text)
    yield from _plan(text)


def _causes(text: Manuscript) -> Iterator[Finding]:
    if not says_causes(text):
        message = (
            "Nothing says why the problem exists. Name a cause or two near the "
            "beginning; each proposal can then meet one."
        )
        yield from advice("causes", message, text.paragraphs[0][:1])


def _critics(text: Manuscript) -> Iterator[Finding]:
    country = text.country or "the country"
    held = charges(text)
    if not held:
        message = (
            f"No criticism of {country} is named. Before the proposals say who "
            "objects, in which report and year, and answer it; chairs know it anyway."
        )
        yield from advice("critics", message, _before_the_plan(text))
    elif not with_author(text):
        message = "A criticism stands without its author. Say who makes it, and when."
        yield from advice("critics", message, held[:2])
    else:
        message = (
            "A criticism is named and not answered. Grant what is true, then say what "
            f"{country} did or offers."
        )
        open_ = unanswered(text)
        if len(open_) == len(list(filter(_is_sure, with_author(text)))):
            yield from advice("critics", message, open_[:2])


def _plan(text: Manuscript) -> Iterator[Finding]:
    asked = proposals(text)
    if not asked:
        message = (
            "Nothing is proposed. Say who should do what, by when, who pays and who "
            "checks."
        )
        yield from advice("proposals", message, text.paragraphs[-1][-1:])
        return
    around = plan(text)
    if not any(_WHEN.search(one.text) for one in around):
        message = "No proposal says by when. Give one a date, a session or a report."
        yield from advice("deadlines", message, asked[:2])
    if not _says("money", around) and not any(_MONEY.search(o.text) for o in around):
        message = "Nothing says who pays for the proposals, or that they cost nothing."
        yield from advice("money", message, asked[:2])
    if not _says("follow_up", around):
        message = (
            "Nothing says how the proposals are followed up. Name who looks at the "
            "result, and where it is reported."
        )
        yield from advice("follow-up", message, asked[:2])


def _says(words: str, sentences: Sequence[Told]) -> bool:
    return any(finder(words).search(one.text) for one in sentences)


def _before_the_plan(text: Manuscript) -> tuple[Told, ...]:
    """The sentence after which a criticism could stand."""
    asked = set(proposals(text))
    last = text.paragraphs[0][-1]
    for held in text.paragraphs[1:]:
        if asked & set(held):
            break
        last = held[-1]
    return (last,)


def _is_outright(text: str) -> bool:
    """Whether it says in so many words that somebody criticises."""
    return bool(finder("charge").search(text)) and not finder("praise").search(text)


def _is_charge(text: str) -> bool:
    """Whether it says so outright, or one who is known to criticise finds a fault."""
    if finder("praise").search(text):
        return False
    by_critic = finder("critic").search(text) is not None
    return by_critic and finder("charge_of_critic").search(text) is not None


def _is_sure(one: Told) -> bool:
    """Whether it is a criticism beyond doubt, and no mere report of a figure."""
    fault = finder("fault").search(one.text) is not None
    return _is_outright(one.text) or (fault and _is_charge(one.text))


def _has_author(text: str, country: str) -> bool:
    """Whether a criticism names somebody other than the country itself."""
    bare = re.sub(rf"\b{re.escape(country)}\w*", "it", text) if country else text
    if finder("critic").search(bare):
        return True
    first = _NAMED_FIRST.match(bare)
    if first and not finder("opener").fullmatch(first[0].split()[-1]):
        return True
    return any(one.strip("the ").strip() for one in _NAME.findall(bare))
