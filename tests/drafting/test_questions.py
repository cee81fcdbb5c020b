"""The guide's questions: a section of their own where a conference asks for it."""

from pathlib import Path

from app.desk.writing import to_words, write
from app.library.brief_files import open_brief, save_brief
from app.library.briefs import ready_brief
from app.model.brief import Brief, BriefKind, Question
from app.model.finding import Finding, Outcome

DOSSIER = "belarus/human-trafficking"
WHO = "Who should pay for shelters?"
HOW = "How can victims be found? [sic]"


def asked(*questions: Question, kind: BriefKind = BriefKind.DELEGATE) -> Brief:
    return ready_brief(DOSSIER).revise(kind=kind, questions=questions)


def told(brief: Brief, conference: str = "bmun") -> Finding:
    findings = write(brief, conference=conference).findings
    return next(one for one in findings if one.rule == "questions")


def test_each_answer_stands_under_its_question_with_its_source() -> None:
    brief = asked(
        Question(text=WHO, answer="Donors should. We ask it [@rec-res-61-180]."),
        Question(text=HOW, answer="By training.\n\nAnd by counting."),
    )
    written = write(brief, conference="bmun")
    sections = written.paper.parts[0].sections
    assert [one.title for one in sections[-3:]] == ["Questions to Consider", WHO, HOW]
    said = to_words(written, "txt")
    after = said.split("Questions to Consider")[1]
    assert "Donors should. We ask it (A/RES/61/180)." in after
    assert "By training.\n\nAnd by counting." in after
    assert told(brief).outcome is Outcome.PASSED


def test_a_conference_that_does_not_ask_gets_no_such_section() -> None:
    brief = asked(Question(text=WHO, answer="Donors should."))
    assert "Donors should." not in to_words(write(brief, conference="kingmun"), "txt")


def test_an_open_question_is_named() -> None:
    brief = asked(Question(text=WHO, answer="Donors."), Question(text=HOW))
    found = told(brief)
    assert found.outcome is Outcome.FAILED
    assert "1 of 2 questions" in found.message
    assert [one.quote for one in found.where] == [HOW]


def test_without_questions_we_say_what_to_do_and_a_sample_only_says_so() -> None:
    found = told(asked(), "busun")
    assert found.outcome is Outcome.FAILED
    assert "Put the guide’s questions into the brief" in found.message
    sample = told(asked(kind=BriefKind.READY), "busun")
    assert sample.outcome is Outcome.ADVICE
    titles = [
        one.title for one in write(asked(), conference="busun").paper.parts[0].sections
    ]
    assert titles == ["Past Actions", "Policy", "Solutions"]


def test_an_answer_is_kept_in_the_brief(tmp_path: Path) -> None:
    brief = asked(Question(text=WHO, passage="proposals", answer="Donors.\nAnd all."))
    titles = {"opening": "Opening"}
    save_brief(brief, tmp_path, titles)
    assert open_brief(tmp_path, titles).questions == brief.questions
