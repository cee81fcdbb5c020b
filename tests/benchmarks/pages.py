"""Estimated against real length: 200 papers under the best-documented rules.

Needs LibreOffice and pdftotext. Prints, for papers without notes, the error of
the estimate in pages, and for papers with notes whether the count of pages is
right.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from app.desk.writing import write
from app.drafting.budget import extent
from app.export.pdf import to_pdfs
from app.export.word import to_docx
from app.library.briefs import ready_brief
from app.library.presets import open_preset, preset_ids
from app.model.preset import Preset

if TYPE_CHECKING:
    from app.model.paper import Paper

PAPERS = 200
"""How many papers are set."""

COMPLETE = 12
"""How many presets are taken: those that state the most."""

_LINE = re.compile(r'<line xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"')
_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_INCH = 72.0


def best_documented() -> list[str]:
    """The presets that leave the fewest rules unknown."""

    def known(preset_id: str) -> int:
        stated = str(open_preset(preset_id).model_dump(exclude_none=True))
        return -len(stated)

    return sorted(preset_ids(), key=known)[:COMPLETE]


def main(words: Sequence[str] = ()) -> int:
    """Print the distribution of the error."""
    whole = int(words[0]) if words else PAPERS
    ready = ready_brief("belarus/human-trafficking")
    chosen = best_documented()
    papers: dict[str, tuple[Paper, Preset]] = {}
    for number in range(whole):
        preset = chosen[number % len(chosen)]
        settings = ready.settings.revise(seed=number + 1)
        written = write(ready.revise(settings=settings), conference=preset)
        bare = written.paper.revise(references=None)
        papers[f"{number:03d}-{preset}"] = (bare, written.rules)
    files = {name: to_docx(paper, rules) for name, (paper, rules) in papers.items()}
    errors: list[float] = []
    doubled: list[float] = []
    counted = right = 0
    for name, pdf in to_pdfs(files).items():
        paper, rules = papers[name]
        estimate = extent(paper, rules).used if rules.limit.unit == "pages" else None
        if estimate is None:
            roomy = rules.revise(limit=rules.limit.revise(unit="pages"))
            estimate = extent(paper, roomy).used
        pages, depth = _real(pdf, rules)
        if paper.notes or rules.cover_page:
            counted += 1
            right += -(-estimate // 1) == pages
        else:
            error = estimate - (pages - 1 + depth)
            wide = (rules.page.spacing or 1) >= 2
            (doubled if wide else errors).append(error)
    _print("single and 1.5 spacing", errors)
    _print("double spacing", doubled)
    if counted:
        _say(f"papers with notes: page count right in {right} of {counted}")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _print(what: str, errors: list[float]) -> None:
    if not errors:
        return
    within = sum(abs(one) <= 0.1 for one in errors)
    _say(
        f"{what}: {len(errors)} papers; error in pages: median {median(errors):+.3f}, "
        f"from {min(errors):+.3f} to {max(errors):+.3f}; within a tenth of a page in "
        f"{100 * within / len(errors):.0f} of 100"
    )


def _real(pdf: bytes, rules: Preset) -> tuple[int, float]:
    """The last page with text, and how far down its text ends, 0 to 1."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        found = subprocess.run(
            ["pdftotext", "-bbox-layout", str(path), "-"],
            capture_output=True,
            check=True,
        ).stdout.decode("utf-8")
    margin = _INCH * (rules.page.margin_inches or 1)
    last, depth = 1, 0.0
    height = 841.9 if rules.page.size == "a4" else 792.0
    for number, page in enumerate(_PAGE.findall(found), start=1):
        ends = [float(bottom) for _, bottom in _LINE.findall(page)]
        inside = [bottom for bottom in ends if bottom <= height - margin + 2]
        if inside:
            last = number
            depth = (max(inside) - margin) / (height - 2 * margin)
    return last, depth
