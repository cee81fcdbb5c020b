"""Recognising: which sentences of a paper written anywhere come from us."""

from collections.abc import Sequence

from app.language.likeness import Yardstick
from app.language.sentences import split
from app.model.finding import Finding, Outcome, Where
from app.model.paper import Origin
from app.review.origin import TELLING, origin_of

_SHORTEST = 6
_QUOTED = 90


def recognise(paragraphs: Sequence[str], yardstick: Yardstick) -> tuple[Finding, ...]:
    """One finding that counts the sentences of ours, and where each stands.

    Headings, and sentences with fewer than `TELLING` words of content, prove nothing
    and are not counted.

    Args:
        paragraphs: The text, one paragraph each.
        yardstick: Everything our patterns, cards and samples hold.
    """
    places: list[Where] = []
    near = whole = 0
    told = [one for one in paragraphs if len(one.split()) >= _SHORTEST]
    for number, paragraph in enumerate(told, start=1):
        for at, sentence in enumerate(split(paragraph), start=1):
            if yardstick.content(sentence) < TELLING:
                continue
            whole += 1
            origin = origin_of(sentence, yardstick)
            if origin is Origin.OWN:
                continue
            near += origin is Origin.NEAR
            like = yardstick.closest(sentence)
            said = _cut(sentence) + (f" (ours: {_cut(like)})" if like else "")
            places.append(Where(paragraph=number, sentence=at, quote=said))
    if not places:
        message = (
            f"None of {whole} sentences comes from our patterns, cards or samples. "
            "This says nothing about other sources."
        )
        return (Finding(rule="own-words", outcome=Outcome.PASSED, message=message),)
    ours = len(places) - near
    verb = "comes" if ours == 1 else "come"
    message = (
        f"{ours} of {whole} sentences {verb} from our patterns, cards or samples as "
        f"they stand, {near} more keep close to them. Words that are like ours are no "
        "proof of copying: read the places."
    )
    outcome = Outcome.FAILED if ours else Outcome.ADVICE
    finding = Finding(
        rule="own-words", outcome=outcome, message=message, where=tuple(places)
    )
    return (finding,)


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
