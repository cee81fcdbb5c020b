"""Wording: who speaks, in whose words, with what help, in which English."""

from collections.abc import Callable, Iterator

from app.model.finding import Finding, Outcome, Where
from app.model.paper import Origin, Paragraph
from app.model.preset import AiRule, Prewritten
from app.review.case import Case
from app.review.person import first_person, opinion

_OURS = frozenset({Origin.SCAFFOLD, Origin.NEAR})
_STRICT = frozenset({AiRule.TOTAL, AiRule.WRITING})
_AI = {
    AiRule.TOTAL: "AI is forbidden in any form, notes and research included.",
    AiRule.WRITING: "AI may not write any of the text.",
    AiRule.CITED_RESEARCH: "AI may help with research if cited; it may not write.",
    AiRule.DISCLOSE: "The use of AI must be disclosed.",
    AiRule.UNSTATED: "The conference says nothing about AI.",
}


def check(case: Case) -> Iterator[Finding]:
    """Every rule about the words themselves."""
    yield from _own_words(case)
    yield from _person(case)
    yield from _opinion(case)
    yield from _ai(case)
    yield from _disclosure(case)
    yield from _clauses(case)
    yield from _spelling(case)


def _own_words(case: Case) -> Iterator[Finding]:
    if case.is_sample:
        return
    about = ("own_words", "ai")
    places = tuple(_ours(case))
    if not places:
        message = "Every sentence is in the delegate’s own words."
        yield case.tell("own-words", Outcome.PASSED, message, about=about)
        return
    strict = case.preset.own_words or case.preset.ai in _STRICT
    count = len(places)
    verb = "sentence is" if count == 1 else "sentences are"
    which = "it" if count == 1 else "them"
    message = f"{count} {verb} still ours. Write {which} in your own words."
    if strict:
        message += " This conference asks for the delegate’s own words."
    elif case.brief.settings.allow_examples:
        message += " This brief allows examples."
    allowed = case.brief.settings.allow_examples and not strict
    outcome = Outcome.ADVICE if allowed else Outcome.FAILED
    yield case.tell("own-words", outcome, message, about=about, where=places)


def _ours(case: Case) -> Iterator[Where]:
    origins = [
        sentence.origin
        for part in case.paper.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for sentence in block.sentences
    ]
    for said, origin in zip(case.sentences, origins, strict=True):
        if origin in _OURS:
            yield said.where


def _person(case: Case) -> Iterator[Finding]:
    banned = case.rules.forbid.first_person
    if banned is None:
        return
    dotted = "forbid.first_person"
    places = _found(case, first_person) if banned else ()
    stated = case.states(dotted)
    if places and stated:
        message = "The paper must be in the third person: no “I”, “we” or “our”."
        yield case.tell(
            "first-person", Outcome.FAILED, message, about=(dotted,), where=places
        )
    elif places:
        message = (
            f"{case.preset.name} does not say; most conferences want the third "
            "person, without “I”, “we” and “our”."
        )
        yield case.tell("first-person", Outcome.ADVICE, message, where=places)
    elif dotted in case.fallen_back:
        yield from case.silent("first-person", dotted, "the third person, and it is.")
    else:
        message = "The third person speaks." if banned else "“We” may speak."
        yield case.tell("first-person", Outcome.PASSED, message, about=(dotted,))


def _opinion(case: Case) -> Iterator[Finding]:
    if not case.preset.forbid.opinion:
        return
    about = ("forbid.opinion",)
    places = _found(case, opinion)
    if places:
        message = "Your own opinion stays out: say what the country holds."
        yield case.tell("opinion", Outcome.FAILED, message, about=about, where=places)
    else:
        message = "The country speaks, not the delegate."
        yield case.tell("opinion", Outcome.PASSED, message, about=about)


def _found(case: Case, search: Callable[[str], str | None]) -> tuple[Where, ...]:
    return tuple(said.where for said in case.sentences if search(said.text))


def _ai(case: Case) -> Iterator[Finding]:
    rule = case.preset.ai
    if rule is None:
        return
    outcome = Outcome.PASSED if rule is AiRule.UNSTATED else Outcome.ADVICE
    message = _AI[rule]
    if outcome is Outcome.ADVICE:
        message += " This program holds none; what else you used, only you know."
    yield case.tell("ai", outcome, message, about=("ai",))


def _disclosure(case: Case) -> Iterator[Finding]:
    wanted = case.preset.disclosure_page
    if not wanted:
        return
    about = ("disclosure_page",)
    if getattr(case.paper, "appendix", ()):
        message = "A page after the limit discloses the use of AI."
        yield case.tell("disclosure", Outcome.PASSED, message, about=about)
    else:
        message = "If you used any AI, a page of its own after the limit must say so."
        yield case.tell("disclosure", Outcome.ADVICE, message, about=about)


def _clauses(case: Case) -> Iterator[Finding]:
    rule = case.preset.prewritten_clauses
    if rule is None:
        return
    about = ("prewritten_clauses",)
    if rule is Prewritten.BANNED:
        message = "Clauses may not be written ahead: bring proposals as ideas only."
        yield case.tell("prewritten-clauses", Outcome.ADVICE, message, about=about)
    else:
        message = "Clauses may be written ahead."
        yield case.tell("prewritten-clauses", Outcome.PASSED, message, about=about)


def _spelling(case: Case) -> Iterator[Finding]:
    wanted = case.preset.spelling
    if wanted is None:
        return
    about = ("spelling",)
    if case.brief.settings.spelling is wanted:
        message = f"The English is {wanted.value.title()}."
        yield case.tell("spelling", Outcome.PASSED, message, about=about)
    else:
        message = f"{wanted.value.title()} English is asked for."
        yield case.tell(
            "spelling", Outcome.FAILED, message, about=about, fix="spelling"
        )
