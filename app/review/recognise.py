"""Recognising: which sentences of a paper written anywhere come from us."""

from collections.abc import Sequence

from app.language.likeness import Yardstick
from app.language.sentences import split
from app.model.finding import Finding, Outcome, Where
from app.model.paper import Origin
from app.review.origin import origin_of

_SHORTEST = 6
_QUOTED = 90


def recognise(paragraphs: Sequence[str], yardstick: Yardstick) -> tuple[Finding, ...]:
    """One finding that counts the sentences of ours, and where each stands.

    Sentences and paragraphs of fewer than six words, headings among them, prove
    nothing and are not counted.

    Args:
        paragraphs: The text, one paragraph each.
        yardstick: Everything our patterns, cards and samples hold.
    """
    places: list[Where] = []
    near = whole = 0
    told = [one for one in paragraphs if len(one.split()) >= _SHORTEST]
    for number, paragraph in enumerate(told, start=1):
        for at, sentence in enumerate(split(paragraph), start=1):
            if len(sentence.split()) < _SHORTEST:
                continue
            whole += 1
            origin = origin_of(sentence, yardstick)
            if origin is Origin.OWN:
                continue
            near += origin is Origin.NEAR
            quote = sentence if len(sentence) <= _QUOTED else f"{sentence[:_QUOTED]}…"
            places.append(Where(paragraph=number, sentence=at, quote=quote))
    if not places:
        message = (
            f"None of {whole} sentences comes from our patterns, cards or samples. "
            "This says nothing about other sources."
        )
        return (Finding(rule="own-words", outcome=Outcome.PASSED, message=message),)
    verb = "comes" if len(places) == 1 else "come"
    message = (
        f"{len(places)} of {whole} sentences {verb} from our patterns, cards or "
        f"samples, {near} of them changed."
    )
    finding = Finding(
        rule="own-words", outcome=Outcome.FAILED, message=message, where=tuple(places)
    )
    return (finding,)
