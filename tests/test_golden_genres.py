"""Golden files of the other papers: the words a person has read aloud.

`python -m tests.test_golden_genres` writes them anew; read the difference
before committing it.
"""

from pathlib import Path

import pytest

from app.desk.other_papers import GENRES, PAPER, write_as
from app.desk.writing import brief_named, to_words
from app.library.briefs import ready_brief
from app.library.locations import briefs_root
from app.model.brief import Brief

GOLDEN = Path(__file__).parent / "golden"
FINISHED = briefs_root() / "samples" / "belarus-human-trafficking"
READY = ("worksheet", "speech", "answers", "binder", "clauses")
OWN_WORDS = ("speech", "disclosure", "agenda")
PAPERS = {
    **{f"belarus-{genre}": ("ready", genre) for genre in READY},
    **{f"belarus-own-words-{genre}": ("finished", genre) for genre in OWN_WORDS},
}


def brief_of(which: str) -> Brief:
    if which == "ready":
        return ready_brief("belarus/human-trafficking")
    return brief_named(str(FINISHED))


def paper(name: str) -> str:
    which, genre = PAPERS[name]
    return to_words(write_as(brief_of(which), genre), "txt")


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_the_words_are_those_that_were_read(name: str) -> None:
    assert paper(name) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_every_genre_has_a_golden_file() -> None:
    assert {genre for _, genre in PAPERS.values()} | {PAPER} == set(GENRES)


if __name__ == "__main__":
    for one in PAPERS:
        (GOLDEN / f"{one}.txt").write_text(paper(one), "utf-8", newline="\n")
