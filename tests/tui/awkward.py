"""The awkward brief: what people do bring, and what no screen may trip over.

Brackets that look like markup, accents, words that run from right to left,
wide characters, an empty section, an endless one, and very many cards.
"""

from pathlib import Path

from app.desk.creating import first_brief
from app.desk.editing import OpenBrief
from app.library import dossiers
from app.model.assignment import Assignment, Committee, Delegation
from app.model.brief import Brief, Passage
from app.model.card import Card, Confidence, Sourcing, Stance, Voice
from app.model.source import Place, Source, SourceType
from tests.tui.screens import put

BRACKETS = "[sic] the [Government] x [/b] [@click=app.quit]y"
"""What a markup reader would swallow, or run."""

ACCENTS = "Côte d'Ivoire thanks São Tomé and Türkiye"
"""Letters beyond plain ones."""

RIGHT_TO_LEFT = "קול אחד مكافحة الاتجار"
"""Words that run the other way."""

WIDE = "反对贩运人口 人身取引"
"""Letters two cells wide."""

WORDS = (BRACKETS, ACCENTS, RIGHT_TO_LEFT, WIDE)
"""Every awkward run of words."""

EMPTY = "home"
"""The section nobody has written."""

LONG = "critics"
"""The section of 50,000 words."""

LONG_WORDS = 50_000
"""Words of the endless section."""

OWN_CARDS = 1_000
"""Cards of one's own in the brief."""

MANY = "belarus/made-of-many"
"""The place of a dossier of very many cards."""

MANY_CARDS = 10_000
"""How many cards it holds."""

_TOPICS = ("border", "labour", "report", "shelter", "recruiter", "passport", "court")
_SENTENCE = "The desk officer rings the shelter before the seventh bell of day {at}. "


def awkward_brief() -> Brief:
    """The brief itself, on the dossier that ships with the program."""
    dossier = dossiers.open_dossier("belarus/human-trafficking")
    heading = Assignment(
        country=dossier.country,
        topic=dossier.topic,
        committee=Committee(name=f"Committee {BRACKETS}"),
        delegation=Delegation(school=f"Lycée {WIDE}"),
        conference="default",
    )
    cards = tuple(own_card(at) for at in range(OWN_CARDS))
    picked = tuple(one.id for one in cards)
    brief = first_brief(dossier, heading, empty=True)
    return brief.revise(
        cards=(*brief.cards, *cards),
        picks=(*brief.picks, *picked),
        sources=(*brief.sources, _source()),
        passages=(
            Passage(id="opening", text=". ".join(WORDS)),
            Passage(id=LONG, text=long_text()),
        ),
    )


def awkward_work(folder: Path) -> Path:
    """The awkward brief in a folder of the shelf."""
    opened = OpenBrief(awkward_brief(), folder)
    assert opened.save(), opened.trouble
    opened.close()
    return folder


def long_text(words: int = LONG_WORDS) -> str:
    """So many words in sentences nobody else would write."""
    each = len(_SENTENCE.split())
    paragraph, made = 8, []
    for at in range(words // each):
        made.append(_SENTENCE.format(at=at))
        if at % paragraph == paragraph - 1:
            made.append("\n\n")
    return "".join(made).strip()


def own_card(at: int) -> Card:
    """One card of one's own; every fourth carries each kind of awkward words."""
    return Stance(
        id=f"own-card-{at}",
        statement=f"{WORDS[at % len(WORDS)]} number {at}",
        actor=WORDS[(at + 1) % len(WORDS)],
        voice=Voice.CIVIL,
        confidence=Confidence.SINGLE,
        sourcing=Sourcing.SINGLE,
        sources=(Place(id="own-source", where="p. 1"),),
    )


def many_cards(home: Path, count: int = MANY_CARDS) -> str:
    """Put a dossier of very many cards on the shelf and give its place."""
    folder = home / "dossiers" / MANY
    put(folder / "dossier.toml", _HEADER)
    put(folder / "sources.toml", _SOURCES)
    rows = [_ROW.format(at=at, word=_TOPICS[at % len(_TOPICS)]) for at in range(count)]
    put(folder / "record.toml", "\n".join(rows))
    return MANY


def _source() -> Source:
    return Source(id="own-source", type=SourceType.UN_REPORT, title=f"Notes {BRACKETS}")


_HEADER = """format = 1
title = "Belarus on very many things"
topic = "Very many things"

[country]
name = "Belarus"
formal = "Republic of Belarus"
adjective = "Belarusian"
"""
_SOURCES = """[[source]]
id = "a-list"
type = "un-report"
title = "A list of very many things"
"""
_ROW = """[[card]]
id = "rec-{at}"
statement = "The {word} of step {at} was opened after the session of spring."
actor = "Ministry of Step {at}"
date = "2014"
voice = "un"
confidence = "verified"
sourcing = "independent"
sources = [{{ id = "a-list", where = "p. {at}" }}]
"""
