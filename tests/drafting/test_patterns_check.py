"""Files of patterns: what is wrong is named, with the line it stands on."""

from pathlib import Path

import pytest

from app.cli.commands import main
from app.drafting.bank import open_bank, own_folder
from app.drafting.patterns_check import check_patterns
from app.library import locations
from app.model.brief import Register
from app.model.errors import Unreadable
from app.model.finding import Finding, Outcome

SHIPPED = locations.templates_root() / "patterns"
PATTERN = '"One cause stands before the others: {{ cause.cause }}.",'
FRAME = '"This goes on because ____.",'


def copy_of(tmp_path: Path, old: str = "", new: str = "", name: str = "m2") -> Path:
    text = (SHIPPED / "formal" / f"{name}.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / f"{name}.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def failed(path: Path) -> list[Finding]:
    return [one for one in check_patterns(path) if one.outcome is Outcome.FAILED]


@pytest.mark.parametrize("register", list(Register))
def test_nothing_is_wrong_with_the_shipped_patterns(register: Register) -> None:
    found = check_patterns(SHIPPED / register.value)
    assert len(found) == 8
    assert {one.outcome for one in found} == {Outcome.PASSED}


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        (PATTERN, PATTERN.replace("cause.cause", "deed.clause"), "slot", '"deed"'),
        (PATTERN, PATTERN.replace("cause.cause", "cause.gerund"), "slot", "gerund"),
        (PATTERN, PATTERN.replace(".cause }", ".cause|upper }"), "syntax", "upper"),
        (PATTERN, PATTERN.replace("}}.", "}}"), "stop", "full stop"),
        (PATTERN, PATTERN.replace("One cause", "One ____"), "blank", "frame"),
        (PATTERN, PATTERN * 2, "twice", "twice"),
        (PATTERN, "", "few", "7 patterns; it needs 8"),
        (FRAME, FRAME.replace("____", "it does"), "blank", "____"),
        (FRAME, FRAME.replace("____", "{{ cause.cause }} ____"), "syntax", "braces"),
        ('id = "cause"', 'id = "caus"', "step", 'Did you mean "caus'),
        ('id = "cause"', 'id = "caus"', "step", 'lacks the step "cause"'),
        ('id = "cause"', 'id = "problem"', "twice", "stands here twice"),
        ('move = "M2"', 'move = "M22"', "move", 'Did you mean "M2"?'),
        ("patterns = [", "paterns = [", "file", "patterns"),
        ("patterns = [", "patterns = ", "file", "line"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(
    tmp_path: Path, old: str, new: str, rule: str, said: str
) -> None:
    found = failed(copy_of(tmp_path, old, new))
    assert [one for one in found if one.rule == rule and said in one.message], found
    assert all(one.where[0].file == "m2.toml" for one in found)


def test_the_line_is_the_one_in_the_file(tmp_path: Path) -> None:
    path = copy_of(tmp_path, PATTERN, PATTERN.replace("}}.", "}}"))
    (found,) = failed(path)
    lines = path.read_text("utf-8").splitlines()
    assert found.where[0].line
    assert "One cause stands before" in lines[found.where[0].line - 1]


def test_a_repeated_pattern_is_named_where_it_is_repeated(tmp_path: Path) -> None:
    path = copy_of(tmp_path, PATTERN, f"{PATTERN}\n{PATTERN}")
    (found,) = failed(path)
    lines = path.read_text("utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if PATTERN in line)
    assert found.where[0].line == first + 2


def test_a_quotation_mark_in_a_pattern_is_found(tmp_path: Path) -> None:
    path = copy_of(tmp_path, PATTERN, r'"They say \"no\": {{ cause.cause }}",')
    (found,) = failed(path)
    assert found.where[0].line


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        check_patterns(tmp_path / "m1.toml")
    with pytest.raises(Unreadable, match="no file of patterns"):
        check_patterns(tmp_path)


def test_the_command_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy_of(tmp_path, PATTERN, PATTERN.replace("}}.", "}}"))
    assert main(["patterns", "check", str(path)]) == 1
    assert "m2.toml, line" in capsys.readouterr().out
    assert main(["patterns", "check", str(SHIPPED / "novice")]) == 0


def test_a_file_on_the_shelf_stands_in_place_of_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    own = own_folder(Register.FORMAL)
    own.mkdir(parents=True)
    copy_of(own, "One cause stands before the others", "Our own words come first")
    bank = open_bank(Register.FORMAL)
    said = [one.text for one in bank.steps["M2.cause"].patterns]
    assert "Our own words come first: {{ cause.cause }}." in said
    assert list(bank.titles) == [f"M{number}" for number in range(1, 9)]


@pytest.mark.parametrize("register", ["novice", "advanced", "formal"])
def test_a_paper_is_written_in_the_register_asked_for(
    register: str, tmp_path: Path
) -> None:
    out = tmp_path / f"{register}.txt"
    words = ["write", "belarus/human-trafficking", "--register", register]
    assert main([*words, "-o", str(out)]) == 0
    said = out.read_text("utf-8")
    found = {
        one.value: sum(
            isinstance(part, str) and len(part) > 25 and part.strip(" .,;:") in said
            for pattern in open_bank(one).patterns()
            for part in pattern.parts
        )
        for one in Register
    }
    assert max(found, key=lambda one: found[one]) == register
