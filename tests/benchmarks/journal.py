"""What the journal costs: an edit on disk, opening after many edits, a paper's size.

    python -m tests.benchmarks journal

Times are of one run on one machine: compare them with each other, not with those
of another day.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from app.desk import opening
from app.desk.editing import OpenBrief
from app.desk.ledger import Ledger
from app.library.briefs import ready_brief
from app.library.fields import tree_of
from app.library.journal import JOURNAL_FILE, SEGMENTS
from app.model.brief import Brief, Passage

LENGTHS = (500, 5_000, 50_000)
"""Edits of the journals that are opened."""

EDITS = 300
"""Edits that are timed."""

ROUNDS = 9
"""How often each journal is opened; the rounds take turns."""

WORDS = 1_000
"""Words of the paper whose size is told."""

BURST = 8
"""Words that are typed between two pauses."""


def main(_: Sequence[str] = ()) -> int:
    """Print the three figures."""
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        costs = edit_costs(here / "edits")
        late = quantiles(costs, n=20)[-1]
        sys.stdout.write(
            f"one edit with flush: median {1000 * median(costs):.2f} ms, "
            f"p95 {1000 * late:.2f} ms ({EDITS} edits)\n"
        )
        times = opening_times(here)
        for length, taken in times.items():
            ratio = taken / times[LENGTHS[0]]
            sys.stdout.write(
                f"opening after {length} edits: {1000 * taken:.1f} ms, "
                f"{ratio:.2f} of the first\n"
            )
        for name, burst in (("letter by letter", 0), (f"{BURST} words a pause", BURST)):
            journal, readable = sizes(here / name.replace(" ", "-"), burst)
            sys.stdout.write(
                f"{WORDS} words typed {name}: journal {journal / 1024:.0f} KiB, "
                f"readable files {readable / 1024:.0f} KiB\n"
            )
    return 0


def edit_costs(folder: Path) -> list[float]:
    """Seconds of each edit of a passage until it is on disk."""
    desk = OpenBrief(ready_brief("belarus/human-trafficking"), folder)
    desk.save()
    taken = []
    text = ""
    for word in islice(words(), EDITS):
        text += f" {word}"
        changed = with_text(desk.brief, text)
        start = time.perf_counter()
        desk.change(changed, f"write {word}")
        taken.append(time.perf_counter() - start)
    desk.close()
    return taken


def opening_times(place: Path) -> dict[int, float]:
    """Edits to the median seconds of opening a brief after so many."""
    folders = {length: edited(place / str(length), length) for length in LENGTHS}
    taken: dict[int, list[float]] = {length: [] for length in LENGTHS}
    for _ in range(ROUNDS):
        for length, folder in folders.items():
            start = time.perf_counter()
            desk = OpenBrief.open(folder)
            taken[length].append(time.perf_counter() - start)
            desk.close()
    return {length: median(times) for length, times in taken.items()}


def edited(folder: Path, edits: int) -> Path:
    """A saved brief with so many edits behind it."""
    desk = OpenBrief(ready_brief("belarus/human-trafficking"), folder)
    desk.save()
    desk.close()
    found = opening.find(folder)
    if found is None:
        raise LookupError(folder)
    ledger = Ledger(folder, "benchmark", found.fold.state)
    ledger.adopt(found.journal, found.fold)
    brief, state = desk.brief, ledger.fold.state
    said = list(islice(words(), 200))
    for number in range(edits):
        at = number % len(said)
        changed = with_text(brief, f"{' '.join(said[: at + 1])} {number}")
        tree = tree_of(changed, (brief, state))
        ledger.change(tree, f"write {number}")
        brief, state = changed, ledger.fold.state
        ledger.flush(durable=False)
    ledger.flush(durable=True)
    desk = OpenBrief.open(folder)
    desk.close()
    return folder


def sizes(folder: Path, burst: int) -> tuple[int, int]:
    """Bytes of the journal and of the readable files of a paper typed by hand.

    Args:
        folder: Where it is typed.
        burst: Words between two pauses; 0: every letter is an edit of its own.
    """
    desk = OpenBrief(ready_brief("belarus/human-trafficking"), folder)
    desk.save()
    text = ""
    for number, word in enumerate(islice(words(), WORDS), 1):
        for letter in f"{word} ":
            text += letter
            if not burst:
                desk.change(with_text(desk.brief, text), "write", joins=True)
        if burst and number % burst == 0:
            desk.change(with_text(desk.brief, text), "write")
        if number % 40 == 0:
            desk.save()
    desk.change(with_text(desk.brief, text), "write")
    desk.close()
    kept = [folder / JOURNAL_FILE, *(folder / SEGMENTS).glob("*")]
    readable = [folder / name for name in opening.FILES]
    return _bytes(kept), _bytes(readable)


def words() -> list[str]:
    """The words of the statements of a dossier's cards, in order."""
    brief = ready_brief("belarus/human-trafficking")
    return " ".join(card.statement for card in brief.cards).split()


def with_text(brief: Brief, text: str) -> Brief:
    """The brief with a passage that says this."""
    return brief.with_passage(Passage(id="home", text=text))


def _bytes(files: Sequence[Path]) -> int:
    return sum(one.stat().st_size for one in files)


if __name__ == "__main__":
    sys.exit(main())
