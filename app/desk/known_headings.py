"""Headings of `paper.md`: those that open no passage are told, with the known ones."""

import re
from collections.abc import Iterator

from app.drafting.genres import open_genre
from app.model.brief import Brief
from app.model.finding import Finding, Outcome, Where

_HEADING = re.compile(r"#{1,6}\s+(?P<title>\S.*?)[\s#]*")


def check_headings(brief: Brief) -> tuple[Finding, ...]:
    """A finding where a heading is unknown, so that it became text or fell away."""
    places = tuple(_unknown(brief))
    if not places:
        return ()
    known = ", ".join(
        f"“{title}” or {{#{name}}}" for name, title in open_genre().titles.items()
    )
    named = ", ".join(f"“{one.quote}”" for one in places)
    message = f"paper.md has a heading that opens no passage: {named}. Known: {known}."
    finding = Finding(
        rule="headings", outcome=Outcome.FAILED, message=message, where=places
    )
    return (finding,)


def _unknown(brief: Brief) -> Iterator[Where]:
    known = open_genre().titles
    for passage in brief.passages:
        if passage.id not in known:
            yield Where(passage=passage.id, quote=f"{{#{passage.id}}}")
        for line in passage.text.splitlines():
            found = _HEADING.fullmatch(line)
            if found:
                yield Where(passage=passage.id, quote=found["title"])
