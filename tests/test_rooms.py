"""Who is loaded when: a command loads what it needs and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("textual", "docx", "jinja2", "tomlkit", "cyclopts", "pydantic", "nupunkt")


def loaded(code: str, tmp_path: Path) -> set[str]:
    """The top-level packages, and rooms of ours, that a program has loaded."""
    tail = "\nimport sys\nprint('\\n'.join(sorted(sys.modules)), file=sys.stderr)"
    found = subprocess.run(
        [sys.executable, "-c", code + tail],
        cwd=ROOT,
        env={
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "COMMUNIQUE_HOME": str(tmp_path / "shelf"),
            "HOME": str(tmp_path),
            "SYSTEMROOT": "C:\\Windows",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        stdin=subprocess.DEVNULL,
    )
    names = set(found.stderr.split())
    return {name.partition(".")[0] for name in names} | {
        name for name in names if name.startswith("app.")
    }


def test_the_version_loads_nothing(tmp_path: Path) -> None:
    found = loaded("from app.__main__ import main; main(['--version'])", tmp_path)
    assert {name for name in found if name.startswith("app")} == {
        "app",
        "app.__main__",
    }
    assert found.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "words",
    [
        ["write", "belarus/human-trafficking", "-o", "{out}"],
        ["dossier", "list"],
        ["conference", "show", "kingmun"],
        ["locate"],
    ],
)
def test_no_command_loads_the_screens(words: list[str], tmp_path: Path) -> None:
    out = str(tmp_path / "paper.docx")
    filled = [word.format(out=out) for word in words]
    found = loaded(f"from app.__main__ import main; main({filled!r})", tmp_path)
    assert "textual" not in found
    assert not any(name.startswith("app.tui") for name in found)


def test_a_paper_without_a_chart_loads_nothing_that_draws(tmp_path: Path) -> None:
    words = ["write", "belarus/human-trafficking", "-o", str(tmp_path / "paper.docx")]
    found = loaded(f"from app.__main__ import main; main({words!r})", tmp_path)
    assert "app.drafting.assembly" in found
    assert "resvg_py" not in found


def test_a_command_loads_no_other_command(tmp_path: Path) -> None:
    found = loaded("from app.__main__ import main; main(['locate'])", tmp_path)
    ours = {name for name in found if name.startswith("app.cli.")}
    assert ours == {"app.cli.commands", "app.cli.places", "app.cli.say"}
    assert "pydantic" not in found


def test_a_list_of_dossiers_loads_no_drafting(tmp_path: Path) -> None:
    found = loaded("from app.__main__ import main; main(['dossier', 'list'])", tmp_path)
    assert not any(name.startswith(("app.drafting", "app.export")) for name in found)
    assert found.isdisjoint({"docx", "jinja2", "tomlkit", "nupunkt"})


def test_models_and_language_stand_alone(tmp_path: Path) -> None:
    code = (
        "import pkgutil, importlib, app.model, app.language\n"
        "for room in (app.model, app.language):\n"
        "    for one in pkgutil.iter_modules(room.__path__):\n"
        "        importlib.import_module(f'{room.__name__}.{one.name}')\n"
    )
    found = loaded(code, tmp_path)
    rooms = {name.split(".")[1] for name in found if name.startswith("app.")}
    assert rooms == {"model", "language"}
    assert found.isdisjoint({"textual", "docx", "jinja2", "tomlkit", "cyclopts"})


def test_every_room_says_what_it_is_for() -> None:
    for init in ROOT.glob("app/*/__init__.py"):
        text = init.read_text("utf-8")
        assert text.startswith('"""'), init
        assert not [line for line in text.splitlines() if line.startswith("import")]


def test_no_pattern_knows_a_country_or_a_forum() -> None:
    known = ("Belarus", "Minsk", "United Nations", "General Assembly", "traffick")
    for path in ROOT.glob("templates/patterns/**/*.toml"):
        text = path.read_text("utf-8")
        assert [name for name in known if name in text] == [], path


def test_no_code_decides_by_a_country() -> None:
    for path in ROOT.glob("app/**/*.py"):
        for line in path.read_text("utf-8").splitlines():
            compared = "Belarus" in line and ("==" in line or " in {" in line)
            assert not compared, (path, line)
