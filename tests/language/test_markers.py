"""Markers say which card a sentence rests on; other brackets are plain text."""

from app.language.markers import Marker, find_markers, without_markers, write_marker


def test_a_marker_names_its_card_and_its_place() -> None:
    text = "A [@rec-one] b [@rec-two, operative para. 3]."
    assert find_markers(text) == (
        Marker("rec-one", None, 2, 12),
        Marker("rec-two", "operative para. 3", 15, 44),
    )


def test_other_brackets_are_not_markers() -> None:
    text = "[/b] [@] [@Upper] [x] [@a b] mail [at] x"
    assert find_markers(text) == ()
    assert without_markers(text) == text


def test_the_space_before_a_marker_goes_with_it() -> None:
    assert without_markers("It fell [@a] [@b, p. 3].") == "It fell."


def test_what_is_written_is_found_again() -> None:
    text = write_marker("rec-one", "para. 2")
    assert find_markers(text)[0][:2] == ("rec-one", "para. 2")
