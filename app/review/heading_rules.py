"""Heading: whose paper it is, and whose it must not seem to be."""

import re
from collections.abc import Iterator

from app.model.finding import Finding, Outcome, Where
from app.model.preset import FieldName
from app.review.case import Case

_SHORTEST_NAME = 3


def check(case: Case) -> Iterator[Finding]:
    """The fields of the heading, its place, the cover page and anonymity."""
    yield from _fields(case)
    yield from _form(case)
    yield from _cover(case)
    yield from _anonymous(case)


def _fields(case: Case) -> Iterator[Finding]:
    must = case.states("header.fields") and not case.is_sample
    about = ("header.fields",)
    for name in case.missing:
        field = name.value.replace("-", " ")
        message = f"The heading has no {field}; add it under Assignment."
        outcome = Outcome.FAILED if must else Outcome.ADVICE
        yield case.tell("header", outcome, message, about=about)
    fields = case.rules.header.fields or ()
    said = ", ".join(_called(one) for one in fields) or "nothing"
    if "header.fields" in case.fallen_back:
        yield from case.silent("header", "header.fields", f"the heading names {said}.")
    elif not case.missing:
        message = f"The heading names {said}." if fields else "No heading is wanted."
        yield case.tell("header", Outcome.PASSED, message, about=about)


def _called(name: FieldName) -> str:
    return name.value.replace("-", " ")


def _form(case: Case) -> Iterator[Finding]:
    header = case.preset.header
    if header.place is None:
        yield from case.silent(
            "heading-place", "header.place", f"{case.rules.header.place}."
        )
    else:
        message = f"The heading stands {header.place.value.replace('-', ' ')}."
        about = ("header.place",)
        yield case.tell("heading-place", Outcome.PASSED, message, about=about)
    if header.bold is not None and case.states("header.bold"):
        message = "The heading is bold." if header.bold else "The heading is not bold."
        yield case.tell("heading-bold", Outcome.PASSED, message)
    if header.first_page_only is not None and case.states("header.first_page_only"):
        once = header.first_page_only
        message = f"The heading stands on {'the first' if once else 'every'} page."
        yield case.tell("heading-pages", Outcome.PASSED, message)


def _cover(case: Case) -> Iterator[Finding]:
    wanted = case.preset.cover_page
    if wanted is None:
        yield from case.silent("cover-page", "cover_page", "no cover page.")
        return
    message = "A cover page comes first." if wanted else "There is no cover page."
    yield case.tell("cover-page", Outcome.PASSED, message, about=("cover_page",))


def _anonymous(case: Case) -> Iterator[Finding]:
    wanted = case.preset.anonymous
    if wanted is None:
        return
    about = ("anonymous",)
    if not wanted:
        message = "Names may stand on the paper."
        yield case.tell("anonymous", Outcome.PASSED, message, about=about)
        return
    places = tuple(_named(case))
    if places:
        message = "No name and no school may stand on this paper; take these out."
        yield case.tell("anonymous", Outcome.FAILED, message, about=about, where=places)
    else:
        message = "No name and no school stands on the paper or in its file."
        yield case.tell("anonymous", Outcome.PASSED, message, about=about)


def _named(case: Case) -> Iterator[Where]:
    """Where a name of the delegation stands, in the heading, text or file."""
    delegation = case.brief.assignment.delegation
    names = [*delegation.delegates, delegation.school or ""]
    held = [one for one in names if len(one) >= _SHORTEST_NAME]
    if not held:
        return
    either = "|".join(re.escape(one) for one in held)
    name = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    for field in case.paper.header:
        if name.search(field.value):
            yield Where(quote=field.value)
    for said in case.sentences:
        if name.search(said.text):
            yield said.where
    author = case.paper.properties.author
    if author and name.search(author):
        yield Where(quote=f"author of the file: {author}")
