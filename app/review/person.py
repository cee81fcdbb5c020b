"""The first person: "I", "we" and "our" where a country should speak of itself."""

import re

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_NUMERAL = (
    r"(?:annex|appendix|article|category|chapter|book|level|part|phase|protocol|"
    r"schedule|section|stage|tier|title|type|war|volume|pillar|committee)"
)
_FIRST = re.compile(
    r"[IWwOouMm](?<![\w.].)(?:(?<=I)(?![\w.])|(?<=[Ww])e|(?<=[Oo])urs?|(?<=u)s|"
    r"(?<=[Oo])urselves|(?<=[Mm])y|(?<=[Mm])yself|(?<=m)e)(?!\w)"
)
"""A letter first and what stands before it after: that is looked for faster."""

_COUNTED = re.compile(rf"\b{_NUMERAL}\s+I(?!\w)", re.IGNORECASE)
_OPINION = re.compile(
    r"\b(?:I|we)\s+(?:\w+ly\s+)?(?:think|feel|believe|guess|reckon)\b|"
    r"\bin\s+(?:my|our)\s+(?:own\s+|humble\s+)?(?:opinion|view)\b|"
    r"\bpersonally\b|\b(?:my|our)\s+(?:own\s+|personal\s+)?opinion\b",
    re.IGNORECASE,
)


def first_person(sentence: str) -> str | None:
    """The first word in the first person, quotations and numerals apart."""
    if not _FIRST.search(sentence):
        return None
    found = _FIRST.search(_bare(sentence))
    return found[0] if found else None


def opinion(sentence: str) -> str | None:
    """The words that give the writer's own opinion."""
    found = _OPINION.search(_bare(sentence))
    return found[0] if found else None


def _bare(sentence: str) -> str:
    """The sentence without quotations and without numerals such as "Annex I"."""
    return _COUNTED.sub(" ", _QUOTED.sub(" ", sentence))
