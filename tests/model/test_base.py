"""Records: what is known to be right is put together as what was checked."""

from app.library.briefs import ready_brief
from app.model.paper import Origin, Section, Sentence, plain


def test_a_record_of_known_parts_is_the_record_that_was_checked() -> None:
    spans = (plain("Belarus asks."),)
    parts = {"spans": spans, "cards": ("rec-a",), "origin": Origin.SCAFFOLD}
    made, checked = Sentence.known(**parts), Sentence.model_validate(parts)
    assert made == checked
    assert hash(made) == hash(checked)
    assert repr(made) == repr(checked)
    assert made.model_dump() == checked.model_dump()
    assert list(made.model_dump()) == list(checked.model_dump())
    assert made.spans is spans


def test_what_is_left_out_of_a_known_record_has_its_default() -> None:
    assert Section.known(id="opening") == Section(id="opening")
    assert list(Section.known(id="opening").model_dump()) == ["id", "title", "blocks"]


def test_known_changes_leave_all_else_and_what_was_worked_out_behind() -> None:
    brief = ready_brief("belarus/human-trafficking")
    first, *others = brief.cards
    assert brief.card(first.id) is first
    changed = brief.with_known(cards=tuple(others))
    assert changed == brief.revise(cards=tuple(others))
    assert changed.card(first.id) is None
    assert brief.card(first.id) is first
