"""The README's pictures show the program as it is."""

import re
from pathlib import Path

from tests.tui.pictures import FOLDER, NAMES, make

README = Path(__file__).resolve().parents[2] / "README.md"
SHOWN = {
    "shelf": ("Start", "paper", "samples"),
    "criticisms": ("Granted", "Replies", "limits"),
    "writing": ("desk", "officer", "Your"),
    "paper": ("Ready", "Draft", "Committee"),
}
"""Words that a picture shows, in the program and in the file."""


async def test_the_pictures_are_of_this_program() -> None:
    """`python -m tests.tui.pictures` makes them anew."""
    made = await make()
    assert list(made) == list(NAMES) == list(SHOWN)
    for name, words in SHOWN.items():
        kept = (FOLDER / f"{name}.svg").read_text("utf-8")
        for svg in (made[name], kept):
            assert [word for word in words if word not in svg] == [], name
            links = set(re.findall(r"https?://[\w.]+", svg)) - {"http://www.w3.org"}
            assert not {one for one in links if "textualize" not in one}, name


def test_the_readme_shows_every_picture() -> None:
    text = README.read_text("utf-8")
    assert [one for one in NAMES if f"docs/pictures/{one}.svg" not in text] == []
