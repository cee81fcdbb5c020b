"""The questions of the background guide: put on the list, ticked and answered."""

from app.model.brief import Question
from app.model.errors import Trouble
from app.model.text import LONGEST_TEXT
from app.tui.work import Work


def is_done(question: Question) -> bool:
    """Whether a passage answers a question, or words of its own do."""
    return question.passage is not None or bool(question.answer.strip())


def counted(work: Work) -> str:
    """How many questions are answered, in a sentence."""
    asked = work.brief.questions
    done = sum(map(is_done, asked))
    return f"{done} of {len(asked)} questions of the guide are answered."


def ask(work: Work, question: str) -> str:
    """Put a question on the list and say so."""
    questions = (*work.brief.questions, Question(text=question))
    return _with(work, questions, "add a question of the guide")


def tick(work: Work, at: int, passage: str | None) -> str:
    """Tick the passage that answers a question of the list; None: none does."""
    questions = list(work.brief.questions)
    questions[at] = questions[at].revise(passage=passage)
    return _with(work, tuple(questions), "tick a question of the guide")


def answer(work: Work, at: int, words: str) -> str:
    """Keep the words that answer a question and say so.

    Raises:
        Trouble: they are longer than any field may be.
    """
    if len(words) > LONGEST_TEXT:
        raise Trouble("This answer is too long to keep; take some of it out.")
    questions = list(work.brief.questions)
    questions[at] = questions[at].revise(answer=words)
    return _with(work, tuple(questions), f"answer question {at + 1} of the guide")


def drop(work: Work, at: int) -> str:
    """Take a question off the list and say so."""
    before = work.brief.questions
    questions = (*before[:at], *before[at + 1 :])
    return _with(work, questions, "take out a question of the guide")


def _with(work: Work, questions: tuple[Question, ...], what: str) -> str:
    joins = what.startswith("answer")
    work.opened.change(work.brief.revise(questions=questions), what, joins=joins)
    return counted(work)
