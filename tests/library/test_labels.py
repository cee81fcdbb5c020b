"""Labels: fixed words with blanks, and what is wrong with them."""

import pytest

from app.drafting.clauses import ClauseLabels
from app.drafting.other_papers import OTHER_PAPERS
from app.library.labels import Labels, open_as, open_labels
from app.model.errors import TemplateBroken, UnknownId

LABELS = Labels(id="speech", title="Speech", label={"timed": "{words} in {time}"})


def test_blanks_are_filled_once() -> None:
    assert LABELS.say("timed", words="{time}", time=9) == "{time} in 9"


def test_a_missing_label_is_named() -> None:
    with pytest.raises(TemplateBroken, match='no label "nothing"'):
        LABELS.say("nothing")


def test_a_missing_value_is_named() -> None:
    with pytest.raises(TemplateBroken, match='asks for "time"'):
        LABELS.say("timed", words=3)


def test_an_unknown_genre_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownId) as raised:
        open_labels("speach")
    assert "speech" in raised.value.hint


@pytest.mark.parametrize("genre", OTHER_PAPERS)
def test_every_genre_has_its_words(genre: str) -> None:
    opened = open_as(ClauseLabels if genre == "clauses" else Labels, genre)
    assert opened.id == genre
    assert opened.title
