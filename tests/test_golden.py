"""Golden papers: the words a person has read.

`python -m tests.test_golden` writes them anew; read the difference before
committing it.
"""

from pathlib import Path

import pytest

from app.desk.writing import brief_named, to_words, write
from app.library.briefs import ready_brief
from app.library.locations import briefs_root
from app.model.brief import Brief, Register

GOLDEN = Path(__file__).parent / "golden"
PAPERS = {
    "belarus-default": ("default", "txt"),
    "belarus-advanced": ("default", "txt"),
    "belarus-novice": ("default", "txt"),
    "belarus-nmun-ny": ("nmun-ny", "txt"),
    "belarus-labmunc": ("labmunc", "txt"),
    "belarus-default-markdown": ("default", "md"),
    "belarus-own-words-charts": ("default", "txt"),
}
CHARTS = {
    "home": "[@tip-2015, chart: Belarus in the yearly report of the United States]",
    "abroad": "[@rec-gof-membership, chart]",
}
"""Passages of the finished sample, and the chart that stands below each."""


def with_charts() -> Brief:
    """The finished sample in a delegate's own words, with two charts."""
    brief = brief_named(str(briefs_root() / "samples" / "belarus-human-trafficking"))
    for name, mark in CHARTS.items():
        held = brief.passage(name)
        brief = brief.with_passage(held.revise(text=f"{held.text}\n\n{mark}"))
    return brief


def paper(name: str) -> str:
    conference, suffix = PAPERS[name]
    if name.endswith("charts"):
        return to_words(write(with_charts(), conference=conference), suffix)
    brief = ready_brief("belarus/human-trafficking")
    spoken = name.removeprefix("belarus-")
    if spoken in set(Register):
        settings = brief.settings.revise(register_=Register(spoken))
        brief = brief.revise(settings=settings)
    return to_words(write(brief, conference=conference), suffix)


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_the_words_are_those_that_were_read(name: str) -> None:
    path = GOLDEN / f"{name}.{PAPERS[name][1]}"
    assert paper(name) == path.read_text("utf-8")


if __name__ == "__main__":
    for one in PAPERS:
        target = GOLDEN / f"{one}.{PAPERS[one][1]}"
        target.write_text(paper(one), "utf-8", newline="\n")
