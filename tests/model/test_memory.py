"""Memory: what is known about a record is known of that record alone."""

from functools import partial

from app.model.memory import Memory
from app.model.paper import Span


def test_the_same_record_is_asked_once() -> None:
    memory = Memory(4)
    record = Span(text="a")
    answers = iter(["first", "second"])
    assert memory.of((record,), ("words",), lambda: next(answers)) == "first"
    assert memory.of((record,), ("words",), lambda: next(answers)) == "first"
    assert memory.of((record,), ("length",), lambda: next(answers)) == "second"


def test_a_record_that_only_says_the_same_is_another() -> None:
    memory = Memory(4)
    one, other = Span(text="a"), Span(text="a")
    assert one == other
    assert memory.of((one,), (), lambda: "one") == "one"
    assert memory.of((other,), (), lambda: "other") == "other"


def test_an_answer_never_reaches_a_record_that_came_later() -> None:
    memory = Memory(2000)
    for number in range(1000):
        text = str(number)
        assert memory.of((Span(text=text),), (), partial(str, number)) == text


def test_too_many_answers_are_forgotten() -> None:
    memory = Memory(3)
    records = [Span(text=str(number)) for number in range(4)]
    for record in records:
        memory.of((record,), (), lambda: "old")
    assert memory.of((records[0],), (), lambda: "new") == "new"
    assert memory.of((records[3],), (), lambda: "new") == "old"
