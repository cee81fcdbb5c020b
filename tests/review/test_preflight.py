"""Preflight: every rule of a conference passed, failed or unknown."""

from typing import Any, NamedTuple

import pytest

from app.library import presets
from app.model.assignment import Assignment, Committee, Country, Delegation
from app.model.brief import Brief, Passage, Settings, Spelling
from app.model.finding import Finding, Outcome
from app.model.paper import (
    Bullets,
    Entry,
    HeaderField,
    Mark,
    Note,
    Paper,
    Paragraph,
    Part,
    Properties,
    References,
    Section,
    Sentence,
    Span,
)
from app.model.preset import (
    AiRule,
    CitationForm,
    Citations,
    Deadline,
    FieldName,
    FileRule,
    Forbidden,
    Header,
    Limit,
    LimitUnit,
    Page,
    Preset,
    Prewritten,
    SectionRule,
    Status,
    Symbols,
)
from app.review.preflight import check_paper

PASSED, FAILED = Outcome.PASSED, Outcome.FAILED
ADVICE, UNKNOWN = Outcome.ADVICE, Outcome.UNKNOWN


class Long(NamedTuple):
    unit: str = "pages"
    used: float = 0.9
    room: float | None = 1


def paper(
    *texts: str, mark: Mark = Mark.DRAFT, title: str | None = None, **more: Any
) -> Paper:
    sentences = tuple(
        Sentence(spans=(Span(text=one),))
        for one in texts or ("Belarus stands by its word.",)
    )
    blocks = (Paragraph(sentences=sentences),)
    section = Section(id="opening", title=title, blocks=blocks)
    part = Part(topic="Trafficking", sections=(section,))
    given: dict[str, Any] = {
        "mark": mark,
        "parts": (part,),
        "properties": Properties(title="Belarus"),
    }
    return Paper(**(given | more))


def brief(**settings: Any) -> Brief:
    return Brief(
        assignment=Assignment(
            country=Country(name="Belarus"),
            topic="Trafficking",
            committee=Committee(name="Third Committee"),
            delegation=Delegation(school="Hill School", delegates=("Ann Lee",)),
            conference="ours",
        ),
        settings=Settings(**settings),
    )


def preset(**rules: Any) -> Preset:
    given: dict[str, Any] = {
        "id": "ours",
        "name": "Ours",
        "year": "2027",
        "source_url": "https://example.org/rules",
        "status": Status.OFFICIAL,
    }
    return Preset(**(given | rules))


def checked(
    rules: Preset,
    made: Paper | None = None,
    mine: Brief | None = None,
    length: Long | None = None,
    **more: Any,
) -> dict[str, Finding]:
    found = check_paper(
        made or paper(),
        mine or brief(),
        rules,
        presets.in_force(rules).unknown,
        length or Long(),
        **more,
    )
    return {one.rule: one for one in found}


LIST = References(title="References", entries=(Entry(source="a", spans=()),))
NOTES = (Note(number=1, spans=(Span(text="A source."),)),)
LISTED = Bullets(items=((Span(text="a point"),),))
WE = "We ask for more."


@pytest.mark.parametrize(
    ("rules", "rule", "outcome", "case"),
    [
        ({"limit": Limit(max=1)}, "length", PASSED, {}),
        ({"limit": Limit(max=1)}, "length", FAILED, {"length": Long(used=1.2)}),
        ({"limit": Limit(max=1, approximate=True)}, "length", ADVICE,
         {"length": Long(used=1.2)}),
        ({}, "length", UNKNOWN, {"length": Long(used=1.2)}),
        ({"limit": Limit(min=2, max=3)}, "minimum-length", FAILED, {}),
        ({"limit": Limit(min=2, max=3)}, "minimum-length", PASSED,
         {"length": Long(used=1.2, room=3)}),
        ({"limit": Limit(unit=LimitUnit.WORDS, min=400)}, "minimum-length", FAILED,
         {"length": Long("words", 399, None)}),
        ({"limit": Limit(max=2, max_whole=4)}, "whole-length", FAILED,
         {"length": Long(used=4.1, room=2)}),
        ({"page": Page(fonts=("Arial",))}, "font", PASSED, {}),
        ({}, "font", UNKNOWN, {}),
        ({"page": Page(spacing=2)}, "spacing", PASSED, {}),
        ({}, "margins", UNKNOWN, {}),
        ({"forbid": Forbidden(page_numbers=True)}, "page-numbers", PASSED, {}),
        ({"forbid": Forbidden(footnotes=True)}, "footnotes", PASSED, {}),
        ({"forbid": Forbidden(footnotes=True),
          "citations": Citations(form=CitationForm.FOOTNOTES)}, "footnotes", FAILED,
         {"made": paper(notes=NOTES)}),
        ({"forbid": Forbidden(bullets=True)}, "bullets", PASSED, {}),
        ({"forbid": Forbidden(formatting=True)}, "formatting", PASSED, {}),
        ({"symbols": Symbols.NONE}, "symbols", PASSED, {}),
        ({"symbols": Symbols.SEAL}, "symbols", ADVICE, {}),
        ({}, "symbols", UNKNOWN, {}),
        ({"header": Header(fields=(FieldName.COUNTRY,))}, "header", PASSED, {}),
        ({"header": Header(fields=(FieldName.DATE,))}, "header", FAILED,
         {"missing": (FieldName.DATE,)}),
        ({"header": Header(fields=(FieldName.DATE,))}, "header", ADVICE,
         {"missing": (FieldName.DATE,), "made": paper(mark=Mark.SAMPLE)}),
        ({"cover_page": True}, "cover-page", PASSED, {}),
        ({"anonymous": True}, "anonymous", PASSED, {}),
        ({"anonymous": True}, "anonymous", FAILED,
         {"made": paper("The pupils of Hill School wrote this.")}),
        ({"anonymous": True}, "anonymous", FAILED,
         {"made": paper(header=(HeaderField(name="delegates", value="Ann Lee"),))}),
        ({"anonymous": True}, "anonymous", FAILED,
         {"made": paper(properties=Properties(title="B", author="Ann Lee"))}),
        ({"section": (SectionRule(label="Policy"),)}, "sections", PASSED,
         {"made": paper(title="Policy")}),
        ({"section": (SectionRule(label="Policy"),)}, "sections", FAILED, {}),
        ({"section": (SectionRule(label="Policy", required=False),)}, "sections",
         ADVICE, {}),
        ({"paragraphs": 1}, "paragraphs", PASSED, {}),
        ({"paragraphs": 3}, "paragraphs", FAILED, {}),
        ({"citations": Citations(form=CitationForm.FOOTNOTES)}, "citation-form",
         FAILED, {}),
        ({"citations": Citations(form=CitationForm.LIST)}, "citation-form", PASSED,
         {"made": paper(references=LIST)}),
        ({}, "citation-form", UNKNOWN, {}),
        ({"citations": Citations(styles=("mla-9",))}, "citation-style", PASSED, {}),
        ({"citations": Citations(styles=("mla-9",))}, "citation-style", FAILED,
         {"mine": brief(citation_style="apa-7")}),
        ({"citations": Citations(min_sources=1)}, "sources", PASSED,
         {"made": paper(references=LIST)}),
        ({"citations": Citations(min_sources=2)}, "sources", FAILED,
         {"made": paper(references=LIST)}),
        ({"citations": Citations(list_title="Works Cited")}, "list-title", PASSED, {}),
        ({}, "citations", FAILED, {"unknown_cards": ("gone",)}),
        ({"forbid": Forbidden(first_person=True)}, "first-person", PASSED, {}),
        ({"forbid": Forbidden(first_person=True)}, "first-person", FAILED,
         {"made": paper(WE)}),
        ({"forbid": Forbidden(first_person=False)}, "first-person", PASSED,
         {"made": paper(WE)}),
        ({}, "first-person", ADVICE, {"made": paper(WE)}),
        ({"forbid": Forbidden(opinion=True)}, "opinion", PASSED,
         {"made": paper(WE)}),
        ({"forbid": Forbidden(opinion=True)}, "opinion", FAILED,
         {"made": paper("In our opinion this is wrong.")}),
        ({"ai": AiRule.TOTAL}, "ai", ADVICE, {}),
        ({"ai": AiRule.UNSTATED}, "ai", PASSED, {}),
        ({"disclosure_page": True}, "disclosure", ADVICE, {}),
        ({"prewritten_clauses": Prewritten.BANNED}, "prewritten-clauses", ADVICE, {}),
        ({"prewritten_clauses": Prewritten.ALLOWED}, "prewritten-clauses", PASSED, {}),
        ({"spelling": Spelling.AMERICAN}, "spelling", FAILED, {}),
        ({"spelling": Spelling.BRITISH}, "spelling", PASSED, {}),
        ({"file": FileRule(formats=("pdf",))}, "file-format", ADVICE, {}),
        ({}, "file-name", UNKNOWN, {}),
        ({"late_effect": "No award."}, "late-effect", ADVICE, {}),
        ({"topic_titles": True}, "topic-titles", ADVICE, {}),
    ],
)  # fmt: skip
def test_a_rule_is_told_as_it_stands(
    rules: dict[str, Any], rule: str, outcome: Outcome, case: dict[str, Any]
) -> None:
    assert checked(preset(**rules), **case)[rule].outcome is outcome


def test_every_finding_about_a_rule_bears_source_and_year() -> None:
    found = checked(preset(limit=Limit(max=1), ai=AiRule.TOTAL))
    assert {one.source for one in found.values()} == {"https://example.org/rules"}
    assert {one.year for one in found.values()} == {"2027"}


def test_what_others_report_is_told_as_such() -> None:
    rules = preset(page=Page(spacing=1), second_hand=("page.spacing",))
    assert "Others report this" in checked(rules)["spacing"].message
    assert (
        "Others report" not in checked(preset(page=Page(spacing=1)))["spacing"].message
    )


def test_the_first_person_is_told_with_its_place() -> None:
    rules = preset(forbid=Forbidden(first_person=True))
    made = paper("Belarus stands by it.", "“We are watching”, they said.", WE)
    (place,) = checked(rules, made)["first-person"].where
    assert (place.paragraph, place.sentence, place.quote) == (1, 3, WE)


def test_lists_are_found_in_the_paper_and_in_what_was_typed() -> None:
    rules = preset(forbid=Forbidden(bullets=True))
    part = Part(topic="T", sections=(Section(id="opening", blocks=(LISTED,)),))
    mine = brief().with_passage(Passage(id="home", text="First:\n- one\n- two"))
    found = checked(rules, paper(parts=(part,)), mine)["bullets"]
    assert found.outcome is FAILED
    assert [one.passage for one in found.where] == ["opening", "home", "home"]


def test_advice_says_how_to_send_it_and_by_when() -> None:
    rules = preset(
        file=FileRule(formats=("pdf",), name="{country}", subject="{country}"),
        deadline=(Deadline(purpose="awards", when="2027-03-01", time="23:59 PT"),),
    )
    found = checked(rules, file_name="Belarus.pdf", subject="Belarus")
    assert found["file-format"].message == "Send it as .pdf."
    assert found["file-name"].message == "Call the file Belarus.pdf."
    assert found["subject-line"].message == "The subject of the message is: Belarus"
    assert "2027-03-01, 23:59 PT" in found["deadline"].message


def test_a_fix_is_offered_where_it_is_safe() -> None:
    rules = preset(
        id="theirs", citations=Citations(styles=("mla-9",)), spelling=Spelling.AMERICAN
    )
    found = checked(rules, mine=brief(citation_style="apa-7"))
    offered = {one.fix for one in found.values() if one.fix}
    assert offered == {"conference", "citation-style", "spelling"}


def test_failed_rules_stand_first_and_passed_ones_last() -> None:
    rules = preset(limit=Limit(max=1), page=Page(spacing=2), late_effect="No award.")
    found = check_paper(
        paper(), brief(), rules, presets.in_force(rules).unknown, Long(used=2)
    )
    outcomes = [one.outcome for one in found]
    assert outcomes == sorted(outcomes, key=[FAILED, ADVICE, UNKNOWN, PASSED].index)
    assert outcomes[0] is FAILED


def test_no_rule_of_a_shipped_preset_goes_unreported() -> None:
    silent = []
    for preset_id in presets.preset_ids():
        rules = presets.open_preset(preset_id)
        found = checked(rules, paper(references=LIST))
        if not {"length", "spacing", "font", "header", "file-name"} <= set(found):
            silent.append(preset_id)
        if rules.deadline and "deadline" not in found:
            silent.append(preset_id)
    assert silent == []


def test_our_own_preset_states_nothing_as_a_rule_of_others() -> None:
    found = checked(presets.open_preset("default"), paper(WE))
    assert found["first-person"].outcome is ADVICE
    assert all(one.source is None for one in found.values())


def test_a_topic_without_text_is_told_where_there_are_several() -> None:
    made = paper()
    bare = made.parts[0].revise(topic="Rights of children", sections=())
    found = checked(preset(), made.revise(parts=(*made.parts, bare)))
    assert found["topics"].outcome is FAILED
    assert "Rights of children" in found["topics"].message
    assert "topics" not in checked(preset(), made)


def test_own_passages_in_another_order_are_told() -> None:
    rows = (
        SectionRule(label="UN", passages=("opening", "abroad")),
        SectionRule(label="Policy", passages=("home",)),
    )
    texts = tuple(Passage(id=one, text="We act.") for one in ("home", "abroad"))
    moved = brief().revise(passages=texts)
    assert checked(preset(section=rows), mine=moved)["order"].outcome is ADVICE
    kept = brief().revise(passages=texts[::-1])
    assert "order" not in checked(preset(section=rows), mine=kept)


def test_the_section_that_is_to_be_the_longest_is_told() -> None:
    made = paper()
    bodies = (
        Section(id="section-1", title="Background", blocks=(_said("We act now."),)),
        Section(id="section-2", title="Solutions", blocks=(_said("We act."),)),
    )
    held = made.revise(parts=(made.parts[0].revise(sections=bodies),))
    rows = [SectionRule(label="Background"), SectionRule(label="Solutions")]
    for at, outcome in ((0, PASSED), (1, ADVICE)):
        asked = [one.revise(longest=number == at) for number, one in enumerate(rows)]
        found = checked(preset(section=tuple(asked)), held)["longest"]
        assert found.outcome is outcome
    assert "“Background” is longer" in found.message


def _said(text: str) -> Paragraph:
    return Paragraph(sentences=(Sentence(spans=(Span(text=text),)),))
