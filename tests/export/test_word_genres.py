"""Every other paper of a brief gives a sound Word file under every conference."""

from functools import cache

import pytest

from app.desk.other_papers import GENRES, PAPER, write_as
from app.desk.writing import Written, to_bytes
from app.library.briefs import ready_brief
from app.library.presets import list_presets, open_preset
from app.model.brief import Brief
from app.model.errors import Trouble
from app.model.preset import Prewritten
from tests.export.invariants import broken
from tests.export.oracles import audited, said_words, words_of

CONFERENCES = [one.id for one in list_presets()]
OTHERS = [one for one in GENRES if one != PAPER]

every_conference = pytest.mark.parametrize("name", CONFERENCES)
some_conferences = pytest.mark.parametrize("name", CONFERENCES[::6])
every_genre = pytest.mark.parametrize("genre", OTHERS)


@cache
def opened() -> Brief:
    return ready_brief("belarus/human-trafficking")


@cache
def written(name: str, genre: str) -> Written | None:
    """The paper; None where the conference bans it."""
    brief = opened()
    if genre == "clauses" and open_preset(name).prewritten_clauses is Prewritten.BANNED:
        with pytest.raises(Trouble, match="bans"):
            write_as(brief, genre, conference=name)
        return None
    return write_as(brief, genre, conference=name)


@every_genre
@every_conference
def test_a_file_keeps_our_rules(name: str, genre: str) -> None:
    made = written(name, genre)
    if made is not None:
        assert broken(to_bytes(made, "docx")) == []


@pytest.mark.slow
@every_genre
@some_conferences
def test_the_validator_finds_nothing(name: str, genre: str) -> None:
    made = written(name, genre)
    if made is not None:
        assert audited(to_bytes(made, "docx")) == []


@pytest.mark.slow
@every_genre
@some_conferences
def test_a_reader_finds_every_word(name: str, genre: str) -> None:
    made = written(name, genre)
    if made is not None:
        wanted = said_words(made.paper, made.rules)
        assert words_of(to_bytes(made, "docx"), "docx") == wanted
