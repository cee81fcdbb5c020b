"""What a Word file says about itself to whoever opens its properties."""

import re

from app.export.word_package import XML
from app.export.word_runs import escape
from app.model.paper import Mark, Paper

LONGEST = 255
"""Characters a property may hold; other programs refuse longer ones."""

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_STATUS = {Mark.SAMPLE: "Sample", Mark.DRAFT: "Draft"}


def core_part(paper: Paper, language: str) -> str:
    """The part with title, author, dates and what kind of paper it is."""
    about = paper.properties
    sample = paper.mark is Mark.SAMPLE
    keywords = [about.keywords or "", "sample paper" if sample else ""]
    values = {
        "dc:title": about.title,
        "dc:subject": about.subject,
        "dc:creator": about.author,
        "cp:keywords": "; ".join(dict.fromkeys(filter(None, keywords))),
        "cp:lastModifiedBy": about.author,
        "cp:category": "Sample" if sample else None,
        "cp:contentStatus": _STATUS.get(paper.mark),
        "dc:language": language,
    }
    inside = "".join(
        f"<{tag}>{escape(value[:LONGEST])}</{tag}>"
        for tag, value in values.items()
        if value
    )
    return (
        f"{XML}<cp:coreProperties {_NAMESPACES}>{inside}{_dates(about.created)}"
        "</cp:coreProperties>"
    )


def moment(day: str | None) -> str:
    """The first moment of a day `YYYY-MM-DD`; empty for anything else."""
    return f"{day}T00:00:00Z" if day and _DAY.fullmatch(day) else ""


def _dates(day: str | None) -> str:
    when = moment(day)
    if not when:
        return ""
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>'
        for name in ("created", "modified")
    )
