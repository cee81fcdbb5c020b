"""The questions of the background guide: put on the list, ticked and answered."""

from collections.abc import Iterable

from app.library.fields import keyed
from app.model.brief import Question
from app.model.errors import Trouble
from app.model.text import LONGEST_TEXT
from app.tui.work import Work

GONE = "This question is not on the list any more."
"""What is said of a question that somebody else took out meanwhile."""


def is_done(question: Question) -> bool:
    """Whether a passage answers a question, or words of its own do."""
    return question.passage is not None or bool(question.answer.strip())


def counted(work: Work) -> str:
    """How many questions are answered, in a sentence."""
    questions = work.brief.questions
    done = sum(map(is_done, questions))
    return f"{done} of {len(questions)} questions of the guide are answered."


def asked(work: Work) -> dict[str, Question]:
    """The questions by what names each of them, wherever it stands in the list."""
    return keyed("questions", work.brief.questions)


def ask(work: Work, question: str) -> str:
    """Put a question on the list and say so; it is there once only."""
    if question in asked(work):
        return "This question is on the list already."
    questions = (*work.brief.questions, Question(text=question))
    return _with(work, questions, "add a question of the guide")


def tick(work: Work, key: str, passage: str | None) -> str:
    """Tick the passage that answers a question of the list; None: none does."""
    questions = asked(work)
    if key not in questions:
        return GONE
    questions[key] = questions[key].revise(passage=passage)
    return _with(work, questions.values(), "tick a question of the guide")


def answer(work: Work, key: str, words: str) -> str:
    """Keep the words that answer a question and say so.

    A question that somebody else took out meanwhile comes back with its answer.

    Raises:
        Trouble: they are longer than any field may be.
    """
    if len(words) > LONGEST_TEXT:
        raise Trouble("This answer is too long to keep; take some of it out.")
    questions = asked(work)
    questions[key] = questions.get(key, Question(text=key)).revise(answer=words)
    number = list(questions).index(key) + 1
    what = f"answer question {number} of the guide"
    return _with(work, questions.values(), what, joins=True)


def drop(work: Work, key: str) -> str:
    """Take a question off the list and say so."""
    questions = asked(work)
    if questions.pop(key, None) is None:
        return GONE
    return _with(work, questions.values(), "take out a question of the guide")


def _with(
    work: Work, questions: Iterable[Question], what: str, *, joins: bool = False
) -> str:
    changed = work.brief.revise(questions=tuple(questions))
    work.opened.change(changed, what, joins=joins)
    return counted(work)
