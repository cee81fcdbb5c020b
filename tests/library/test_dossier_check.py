from pathlib import Path

import pytest

from app.library.dossier_check import check_dossier
from app.library.dossiers import shipped_folder
from app.model.errors import Unreadable
from app.model.finding import Finding, Outcome
from tests.library.tiny_dossier import change, write_dossier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path)


def failed(folder: Path) -> list[Finding]:
    return [one for one in check_dossier(folder) if one.outcome is Outcome.FAILED]


def advised(folder: Path) -> list[str]:
    found = check_dossier(folder)
    return [one.message for one in found if one.outcome is Outcome.ADVICE]


def the_fault(folder: Path) -> Finding:
    found = failed(folder)
    assert len(found) == 1, [one.message for one in found]
    return found[0]


@pytest.mark.parametrize("place", ["human-trafficking", "disability-rights"])
def test_the_shipped_dossiers_have_no_failed_finding(place: str) -> None:
    found = failed(shipped_folder() / "belarus" / place)
    assert [one.message for one in found] == []


def test_a_sound_dossier_passes_rule_by_rule(folder: Path) -> None:
    passed = {f.rule for f in check_dossier(folder) if f.outcome is Outcome.PASSED}
    assert passed == {"files", "ids", "links", "sources", "dates", "care", "forms"}


def test_a_link_to_nowhere_names_file_line_and_id(folder: Path) -> None:
    change(folder, "answers.toml", '["rec-plan"]', '["rec-plan", "rec-plam"]')
    fault = the_fault(folder)
    assert fault.rule == "links"
    assert fault.message.startswith("resp-plan: supported_by names rec-plam")
    assert [(w.file, w.line) for w in fault.where] == [("answers.toml", 3)]


def test_a_link_to_a_card_of_the_wrong_kind_is_told(folder: Path) -> None:
    change(folder, "answers.toml", '["crit-slow"]', '["rec-plan"]')
    messages = [one.message for one in failed(folder)]
    assert any("names rec-plan, a record; criticism is wanted" in m for m in messages)


def test_a_card_may_not_lean_on_an_open_question(folder: Path) -> None:
    (folder / "open.toml").write_text(
        '[[open]]\nid = "open-cost"\nstatement = "What it cost."\n', encoding="utf-8"
    )
    change(folder, "proposals.toml", '["rec-plan"]', '["rec-plan", "open-cost"]')
    assert "open-cost, which is not confirmed" in the_fault(folder).message


def test_the_second_of_two_cards_with_one_id_is_pointed_at(folder: Path) -> None:
    change(folder, "criticisms.toml", 'id = "crit-harm"', 'id = "rec-plan"')
    change(folder, "lines.toml", 'care_charge = ["crit-harm"]', "")
    change(folder, "lines.toml", ', "crit-harm"', "")
    change(folder, "answers.toml", '"crit-harm"', '"crit-slow"')
    fault = next(one for one in failed(folder) if one.rule == "ids")
    assert "2 entries have this id" in fault.message
    assert [(w.file, w.line) for w in fault.where] == [("criticisms.toml", 14)]


def test_an_id_that_no_citation_can_hold_is_told(folder: Path) -> None:
    change(folder, "answers.toml", 'id = "resp-harm"', 'id = "Resp harm"')
    assert the_fault(folder).rule == "ids"


def test_a_line_that_names_no_card_is_told_with_its_strand(folder: Path) -> None:
    change(folder, "lines.toml", 'record = ["rec-plan"]', 'record = ["rec-pan"]')
    fault = the_fault(folder)
    assert "nets: lost nets: record names rec-pan" in fault.message
    assert [w.file for w in fault.where] == ["lines.toml"]


def test_a_reply_that_meets_no_charge_of_its_strand_is_told(folder: Path) -> None:
    change(folder, "lines.toml", 'charge = ["crit-slow", "crit-harm"]', "charge = []")
    change(folder, "lines.toml", 'care_charge = ["crit-harm"]', "care_charge = []")
    assert "resp-plan replies to none of its charges" in the_fault(folder).message


def test_a_matter_of_care_must_be_marked_in_the_line(folder: Path) -> None:
    change(folder, "lines.toml", 'care_charge = ["crit-harm"]', "care_charge = []")
    assert the_fault(folder).rule == "care"


def test_a_matter_of_care_gets_no_reply_in_a_line(folder: Path) -> None:
    change(folder, "lines.toml", '["resp-plan"]', '["resp-plan", "resp-harm"]')
    assert "replies only to a matter of care" in the_fault(folder).message


def test_other_wordings_need_a_line_that_is_there(folder: Path) -> None:
    text = '[[wording]]\nline = "nowhere"\nclaim = ["Nets come first."]\n'
    (folder / "wordings.toml").write_text(text, encoding="utf-8")
    fault = the_fault(folder)
    assert "nowhere" in fault.message
    assert [w.file for w in fault.where] == ["wordings.toml"]


def test_a_shortlisted_card_must_be_of_its_groups_kind(folder: Path) -> None:
    text = '[[group]]\ngroup = "First"\nkinds = ["stance"]\n'
    text += 'picks = [{ id = "rec-plan", why = "the start" }]\n'
    (folder / "starter.toml").write_text(text, encoding="utf-8")
    fault = the_fault(folder)
    assert "First: picks names rec-plan, a record" in fault.message
    assert [w.file for w in fault.where] == ["starter.toml"]


def test_a_term_and_a_conflict_may_only_name_cards_that_are_there(
    folder: Path,
) -> None:
    term = '[[term]]\nterm = "Net"\nsay = "A thing."\ncards = ["rec-x"]\n'
    (folder / "glossary.toml").write_text(term, encoding="utf-8")
    conflict = '[[conflict]]\nid = "conf-a"\nkind = "correction"\nsubject = "s"\n'
    conflict += 'one = "a"\nother = "b"\ncards = ["rec-y"]\n'
    (folder / "conflicts.toml").write_text(conflict, encoding="utf-8")
    said = " ".join(one.message for one in failed(folder))
    assert "Net: cards names rec-x" in said
    assert "conf-a: cards names rec-y" in said


def test_a_label_for_a_charge_that_is_not_answered_is_told(folder: Path) -> None:
    change(
        folder,
        "answers.toml",
        'label = "denies"',
        'label = "denies"\nlabel_by_charge = { crit-slow = "meets" }',
    )
    assert "label_by_charge names crit-slow" in the_fault(folder).message


def test_a_proposal_of_an_unknown_line_is_told(folder: Path) -> None:
    change(folder, "proposals.toml", '["nets"]', '["boats"]')
    assert "there is no such line" in the_fault(folder).message


def test_a_proposal_that_its_line_does_not_know_is_advice(folder: Path) -> None:
    change(folder, "lines.toml", 'proposal = ["draft-nets"]', "")
    assert failed(folder) == []
    assert any("no strand of the line nets" in said for said in advised(folder))


def test_a_card_without_a_source_is_told(folder: Path) -> None:
    change(
        folder, "answers.toml", 'sources = [{ id = "a-res-60-1", where = "annex" }]', ""
    )
    assert [one.rule for one in failed(folder)] == ["sources", "sources"]


def test_a_source_that_is_not_listed_is_told(folder: Path) -> None:
    change(folder, "record.toml", 'id = "a-res-60-1", w', 'id = "a-res-60-2", w')
    assert "a-res-60-2 is not in sources.toml" in the_fault(folder).message


def test_a_source_without_a_place_is_told(folder: Path) -> None:
    change(folder, "record.toml", ', where = "operative para. 1"', "")
    assert "say where in a-res-60-1" in the_fault(folder).message


def test_a_document_to_cite_must_be_one_of_the_cards_sources(folder: Path) -> None:
    change(folder, "record.toml", "[card.say]", 'cite_as = "elsewhere"\n[card.say]')
    assert "cite_as names elsewhere" in the_fault(folder).message


def test_a_drafted_proposal_needs_the_cards_it_builds_on(folder: Path) -> None:
    change(folder, "proposals.toml", 'built_on = ["rec-plan"]', "")
    assert "needs built_on" in the_fault(folder).message


def test_a_drafted_proposal_is_no_history(folder: Path) -> None:
    change(
        folder,
        "proposals.toml",
        'basis = "drafted"',
        'basis = "drafted"\ndate = "2005"',
    )
    assert "is no history" in the_fault(folder).message


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2005-02-30", "no day of the calendar"),
        ("2005-10-07/2005-10-03", "ends before it begins"),
        ("2026-02", "lies after 2026-01"),
        ("since 2031", "lies after 2026-01"),
    ],
)
def test_an_impossible_date_is_told(folder: Path, said: str, expected: str) -> None:
    change(folder, "record.toml", "2005-10-03/2005-10-07", said)
    assert expected in " ".join(one.message for one in failed(folder))


def test_a_month_of_checking_is_written_as_a_month(folder: Path) -> None:
    change(folder, "record.toml", 'voice = "c', 'as_of = "January 2026"\nvoice = "c')
    assert "as_of" in the_fault(folder).message


def test_a_concession_needs_its_ground(folder: Path) -> None:
    change(folder, "criticisms.toml", 'granted_basis = "conceded"\n', "")
    assert "needs granted_basis" in the_fault(folder).message


def test_a_matter_of_care_needs_its_attributed_line(folder: Path) -> None:
    change(
        folder,
        "criticisms.toml",
        'attributed_line = "The Assembly holds that crews were hurt."',
        "",
    )
    assert (
        "crit-harm: a matter of care needs attributed_line" in the_fault(folder).message
    )


def test_nothing_is_granted_in_words_on_a_matter_of_care(folder: Path) -> None:
    path = folder / "criticisms.toml"
    form = '[card.say]\ngranted = ["crews were hurt at sea", "crews did get hurt"]\n'
    path.write_text(path.read_text(encoding="utf-8") + form, encoding="utf-8")
    assert "say.granted must go" in the_fault(folder).message


@pytest.mark.parametrize(
    ("form", "bad", "expected"),
    [
        ("clause", "Malta proposed a plan in 2005.", "no form ends with a mark"),
        ("clause", "The plan was proposed in 2005", "starts in lower case"),
        ("clause", "Malta proposed a plan with 13 States", "the number 13"),
        ("clause", "Malta proposed a plan in 2006", "the number 2006"),
        ("clause", "the plan stands in A/RES/60/2", "the symbol A/RES/60/2"),
        ("clause", "fifty States joined the plan", 'the number "fifty"'),
        ("clause", "Malta proposed " + "a " * 30 + "plan", "25 fit"),
        ("clause", "Malta acted", "4 are the least"),
        ("clause", "Malta proposed [a plan] for seas", "brackets and blanks"),
        ("np", "the plan " + "of the plan " * 5, "14 fit"),
        ("shows", "States can agree on plans", 'it opens with "that"'),
        ("gerund", "to propose a plan for seas", "its first word ends in -ing"),
    ],
)
def test_a_form_that_breaks_the_grammar_is_told_with_its_words(
    folder: Path, form: str, bad: str, expected: str
) -> None:
    path = folder / "record.toml"
    kept = path.read_text(encoding="utf-8").split("[card.say]")[0]
    good = {
        "np": "the plan of 2005",
        "clause": "a plan was proposed in 2005",
        "shows": "that States can agree on nets",
        "gerund": "proposing a plan for seas",
    }[form]
    path.write_text(
        f'{kept}[card.say]\n{form} = ["{bad.strip()}", "{good}"]\n', encoding="utf-8"
    )
    fault = the_fault(folder)
    assert fault.message.startswith(f"rec-plan: say.{form}: ")
    assert expected in fault.message
    assert [w.quote for w in fault.where] == [bad.strip()]


@pytest.mark.parametrize(
    ("form", "bad", "good", "expected"),
    [
        ("act", "to count the nets in port", "count nets in every port", "infinitive"),
        ("when", "yearly at the latest", "within a year", "opens with a word of time"),
    ],
)
def test_a_proposals_forms_fit_their_places(
    folder: Path, form: str, bad: str, good: str, expected: str
) -> None:
    path = folder / "proposals.toml"
    kept = path.read_text(encoding="utf-8")
    path.write_text(f'{kept}[card.say]\n{form} = ["{bad}", "{good}"]\n', "utf-8")
    assert expected in the_fault(folder).message


def test_one_wording_is_not_enough(folder: Path) -> None:
    change(folder, "record.toml", ', "a plan was proposed in 2005"]', "]")
    assert "say.clause needs two wordings" in the_fault(folder).message


def test_a_record_has_no_use_for_a_charge(folder: Path) -> None:
    charges = 'charge = ["that nets are lost", "that nets go missing"]\nclause'
    change(folder, "record.toml", "clause", charges)
    assert "a record has no say.charge" in the_fault(folder).message


def test_a_card_in_use_without_forms_is_advice(folder: Path) -> None:
    said = advised(folder)
    assert any(one.startswith("resp-plan:") and "reply" in one for one in said)
    assert not any(one.startswith("resp-harm:") for one in said)


def test_a_stray_file_is_told_with_the_name_it_may_have_meant(folder: Path) -> None:
    (folder / "criticism.toml").write_text("", encoding="utf-8")
    assert "Did you mean criticisms.toml?" in the_fault(folder).message


def test_an_id_that_is_not_the_folders_place_is_told(folder: Path) -> None:
    change(folder, "dossier.toml", "title =", 'id = "malta/seas"\ntitle =')
    assert the_fault(folder).rule == "files"


def test_a_ready_brief_picks_only_cards_that_are_there(folder: Path) -> None:
    (folder / "ready").mkdir()
    (folder / "ready" / "brief.toml").write_text(
        'line = "boats"\npicks = ["rec-plan", "rec-gone"]\n', encoding="utf-8"
    )
    said = " ".join(one.message for one in failed(folder))
    assert "rec-gone: the ready brief picks it" in said
    assert "boats: the ready brief argues it" in said


def test_a_file_that_is_not_toml_stops_the_check(folder: Path) -> None:
    (folder / "lines.toml").write_text("[[line]\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="line 1"):
        check_dossier(folder)
