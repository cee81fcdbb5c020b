"""Own words: how well a delegate's own sentences are told from ours.

`python -m tests.benchmarks own-words [--wrong]`
"""

import argparse
import sys
import time
import tomllib
from pathlib import Path
from typing import NamedTuple

from app.drafting.bank import open_bank
from app.drafting.possible import material_of_brief
from app.language.likeness import Yardstick
from app.library.briefs import ready_brief
from app.model.paper import Origin
from app.review.origin import measure

LABELLED = Path(__file__).parent.parent / "review" / "own_words.toml"
OURS = ("scaffold", "edited", "patched")


class Told(NamedTuple):
    """One labelled sentence and what was measured."""

    label: str
    sentence: str
    origin: Origin

    @property
    def is_ours(self) -> bool:
        return self.label in OURS

    @property
    def is_right(self) -> bool:
        return self.is_ours is (self.origin is not Origin.OWN)


class Held(NamedTuple):
    """Precision and recall of "ours", 0 to 1, and every sentence."""

    precision: float
    recall: float
    told: tuple[Told, ...]

    def recall_of(self, label: str) -> float:
        of = [one for one in self.told if one.label == label]
        return sum(one.is_right for one in of) / len(of)


def labelled() -> list[tuple[str, str]]:
    """Every label with its sentence."""
    table = tomllib.loads(LABELLED.read_text("utf-8"))
    return [(label, one) for label, held in table.items() for one in held]


def yardstick() -> Yardstick:
    """What could have been made of the brief the sentences were written on."""
    return Yardstick(
        material_of_brief(ready_brief("belarus/human-trafficking"), open_bank())
    )


def held_against(measured: Yardstick) -> Held:
    """Every labelled sentence, measured."""
    pairs = labelled()
    origins = measure([sentence for _, sentence in pairs], measured)
    told = tuple(
        Told(label, sentence, origin)
        for (label, sentence), origin in zip(pairs, origins, strict=True)
    )
    called = [one for one in told if one.origin is not Origin.OWN]
    ours = [one for one in told if one.is_ours]
    right = sum(one.is_ours for one in called)
    return Held(right / max(1, len(called)), right / len(ours), told)


def main(argv: list[str] | None = None) -> int:
    """Print precision and recall, and the time thirty sentences take."""
    parser = argparse.ArgumentParser(prog="own-words")
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args(argv)
    measured = yardstick()
    held = held_against(measured)
    sys.stdout.write(
        f"{len(held.told)} sentences: precision {held.precision:.3f}, "
        f"recall {held.recall:.3f}\n"
    )
    for label in (*OURS, "own"):
        of = [one.origin.value for one in held.told if one.label == label]
        said = ", ".join(f"{kind} {of.count(kind)}" for kind in sorted(set(of)))
        sys.stdout.write(f"{label}: {len(of)} sentences, {said}\n")
    thirty = [one.sentence for one in held.told][::8][:30]
    start = time.perf_counter()
    measure(thirty, measured)
    taken = 1000 * (time.perf_counter() - start)
    sys.stdout.write(f"thirty sentences take {taken:.1f} ms\n")
    if asked.wrong:
        for one in held.told:
            if not one.is_right:
                sys.stdout.write(f"{one.label} as {one.origin}: {one.sentence}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
