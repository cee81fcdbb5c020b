"""What the house promises its readers: every noun is explained where it stands."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORDS = {"Record", "NamedTuple", "Fact"}


def undocumented(path: Path) -> Iterator[str]:
    """Fields of records and named tuples without a sentence under them."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
        if not bases & RECORDS:
            continue
        for field, after in zip(node.body, [*node.body[1:], None], strict=True):
            if not isinstance(field, ast.AnnAssign):
                continue
            told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            if not told and isinstance(field.target, ast.Name):
                yield f"{path.relative_to(ROOT)}: {node.name}.{field.target.id}"


def test_every_field_of_a_record_is_explained() -> None:
    found = [one for path in ROOT.glob("app/**/*.py") for one in undocumented(path)]
    assert found == []


def test_nothing_shipped_tells_of_this_place() -> None:
    """No path of a machine and no word about how the work was made."""
    forbidden = ("/work/", "/root/", "/tmp/", "pyenv", "subagent")
    places = [
        *ROOT.glob("app/**/*.py"),
        *ROOT.glob("templates/**/*.toml"),
        *ROOT.glob("docs/*.md"),
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "CHANGELOG.md",
    ]
    for path in places:
        text = path.read_text("utf-8")
        assert [one for one in forbidden if one in text] == [], path
