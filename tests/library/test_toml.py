"""Where a mistake in a TOML file is said to stand."""

from pathlib import Path

import pytest

from app.library.toml import parse
from app.model.errors import Unreadable


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind=“x”\n", "line 1, column 6"),
        ("a = 1\nkind “x”\n", "line 2, column 6"),
        ('kind “x" = 1\n', "line 1, column 6"),
        ('a = "x”\nb = 1\n', "line 1, column 7"),
        ("a, b “x”\n", "line 1, column 6"),
    ],
)
def test_a_curly_quotation_mark_is_shown_where_it_stands(text: str, place: str) -> None:
    with pytest.raises(Unreadable, match=f"{place}: a curly quotation mark"):
        parse(text, Path("brief.toml"))


def test_a_tab_is_shown_where_it_stands() -> None:
    with pytest.raises(Unreadable, match="line 2, column 1: a tab"):
        parse("a = 1\n\tb = = 1\n", Path("brief.toml"))
