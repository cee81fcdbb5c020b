"""Words: papers of many seeds held against the limits and the aims of good prose.

`python -m tests.benchmarks words [--seeds 200] [--register formal] [--read SEED]`

The limits are those of `templates/review/limits.toml`. The aims are the
measures of the best real papers: how long, how divided, how sourced.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from statistics import mean, median, pstdev
from typing import NamedTuple

from app.language.symbols import find_symbols
from app.language.words import count, words
from app.model.card import Statistic
from app.review.evidence_run import figures
from app.review.language_check import AT_LEAST, Measures, measures
from app.review.manuscript import read
from app.review.wordlists import limits
from tests.benchmarks.made_papers import DOSSIER, Made, make_all, registers

MEDIAN_SHARED = 0.20
NEAREST_SHARED = 0.40
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ACT = re.compile(
    r"\b(?:[A-Z][\w’-]+ )*(?:Convention|Protocol|Law|Decree|Plan|Code|resolution|"
    r"Declaration|Covenant|Programme|Agreement)\b(?: No\. \S+)?"
)
_BODY = re.compile(
    r"\b(?:General Assembly|Security Council|Council of Europe|UNODC|UNICEF|IOM|ILO|"
    r"International \w+ (?:Organization|for Migration)|Human Rights C\w+|UN\b|EU\b|"
    r"United Nations|Coordination Group|Group of Friends|GRETA|OSCE|CIS|Interpol|"
    r"Ministry|United States|Trust Fund|Special Rapporteur|Committee against Torture)\b"
)
_DATED = re.compile(
    r"\b(?:by the (?:time|first|next)|before the|within|in time for|when the|once the|"
    r"(?:at|for) the (?:next|first|coming)|(?:in|over) the first (?:year|twelve)|"
    r"no later than|by (?:\d{4}|the end))\b",
    re.IGNORECASE,
)


class Aim(NamedTuple):
    """One aim with the range it wants."""

    name: str
    low: float
    high: float
    of: Callable[[Made], float]


def _share(kinds: str) -> Callable[[Made], float]:
    def of(made: Made) -> float:
        moves = [_kind(one.move or "") for one in made.paper.sentences]
        return 100 * sum(one in kinds for one in moves) / len(moves)

    return of


def _kind(step: str) -> str:
    """What a sentence is about: a topic, b home, c abroad, d critics, e proposals."""
    if step.startswith("M1."):
        return "a" if step == "M1.parts" else "b"
    by_move = {"M2": "a", "M3": "b", "M4": "b", "M5": "c", "M6": "d", "M7": "e"}
    return by_move.get(step[:2], "z")


def _lengths(made: Made) -> list[int]:
    return [count(one.prose) for one in made.paper.sentences]


def _sums(made: Made) -> list[int]:
    return [sum(count(one.prose) for one in held) for held in made.paragraphs]


def _figures(made: Made) -> int:
    told = read(made.texts, made.brief.assignment.country.name).sentences
    return sum(len(figures(one)) for one in told)


def _national(made: Made) -> int:
    found = 0
    for one in made.paper.sentences:
        home = any(
            isinstance(made.brief.card(card), Statistic) for card in one.cards
        ) or (one.move or "").startswith(("M3", "M4"))
        if home:
            told = read([[one.prose]], "").sentences
            found += sum(len(figures(each)) for each in told)
    return found


def _without_short(made: Made) -> int:
    """Paragraphs of four sentences or more that hold none under 12 words."""
    return sum(
        len(held) >= 4 and all(count(one.prose) >= 12 for one in held)
        for held in made.paragraphs
    )


def _found(pattern: re.Pattern[str]) -> Callable[[Made], float]:
    def of(made: Made) -> float:
        text = " ".join(one.prose for one in made.paper.sentences)
        return len(set(pattern.findall(text)))

    return of


def _symbols(made: Made) -> float:
    text = " ".join(one.text for one in made.paper.sentences)
    return len(set(find_symbols(text)))


def _proposed(made: Made) -> list[str]:
    asked = ("M7.first", "M7.second", "M7.third", "M7.documented")
    return [one.prose for one in made.paper.sentences if one.move in asked]


def _dated(made: Made) -> float:
    return sum(bool(_DATED.search(one)) for one in _proposed(made))


def _has(step: str) -> Callable[[Made], float]:
    return lambda made: any(
        (one.move or "").startswith(step) for one in made.paper.sentences
    )


def _stance_first(made: Made) -> float:
    first = {one.move for one in made.paragraphs[0]}
    return bool(first & {"M1.thesis", "M1.stance-first", "M1.stance"})


def _entries(made: Made) -> float:
    return len(made.paper.references.entries) if made.paper.references else 0


AIMS = (
    Aim("words", 480, 650, lambda made: sum(_lengths(made))),
    Aim("paragraphs", 5, 7, lambda made: len(made.paragraphs)),
    Aim("shortest paragraph, words", 60, 999, lambda made: min(_sums(made))),
    Aim("a topic, % of sentences", 12, 18, _share("a")),
    Aim("b home, %", 20, 26, _share("b")),
    Aim("c abroad, %", 20, 25, _share("c")),
    Aim("d critics, %", 8, 14, _share("d")),
    Aim("e proposals, %", 26, 34, _share("e")),
    Aim("frame, %", 0, 5, _share("z")),
    Aim("sentences", 21, 27, lambda made: len(_lengths(made))),
    Aim("words a sentence", 20, 25, lambda made: mean(_lengths(made))),
    Aim(
        "variation of length", 0.38, 9,
        lambda made: pstdev(_lengths(made)) / mean(_lengths(made)),
    ),
    Aim("paragraphs without a short sentence", 0, 0, _without_short),
    Aim("figures", 5, 8, _figures),
    Aim("national figures", 2, 99, _national),
    Aim("years", 6, 10, _found(_YEAR)),
    Aim("symbols", 2, 4, _symbols),
    Aim("instruments", 3, 5, _found(_ACT)),
    Aim("organisations", 4, 7, _found(_BODY)),
    Aim("proposals", 3, 4, lambda made: len(_proposed(made))),
    Aim("proposals with a date", 2, 9, _dated),
    Aim("money named", 1, 1, _has("M7.money")),
    Aim("check named", 1, 1, _has("M7.check")),
    Aim("stance in paragraph 1", 1, 1, _stance_first),
    Aim(
        "name per 100 words", 0, 2.5,
        lambda made: _measured(made).country_names,
    ),
    Aim(
        "name opens, % of sentences", 0, 30,
        lambda made: 100 * _measured(made).country_openings,
    ),
    Aim("references", 6, 12, _entries),
)  # fmt: skip


def _measured(made: Made) -> Measures:
    country = made.brief.assignment.country.name
    return measures(made.texts, country, sourced=made.sourced)


class Row(NamedTuple):
    """One measure over all papers."""

    name: str
    wanted: str
    middle: float
    worst: float
    worst_seed: int
    beyond: int


def limit_rows(papers: Sequence[Made]) -> list[Row]:
    """Each defect against its limit."""
    held = [(made.seed, _measured(made)) for made in papers]
    rows = []
    for name, limit in limits().items():
        least = name in AT_LEAST
        values = [(float(getattr(one, name)), seed) for seed, one in held]
        worst, seed = min(values) if least else max(values)
        beyond = sum((v < limit) if least else (v > limit) for v, _ in values)
        sign = ">=" if least else "<="
        middle = median(v for v, _ in values)
        rows.append(Row(name, f"{sign} {limit:g}", middle, worst, seed, beyond))
    return rows


def aim_rows(papers: Sequence[Made]) -> list[Row]:
    """Each aim against its range."""
    rows = []
    for aim in AIMS:
        values = [(float(aim.of(made)), made.seed) for made in papers]
        far = max(values, key=lambda v: max(aim.low - v[0], v[0] - aim.high))
        beyond = sum(not aim.low - 1e-9 <= v <= aim.high + 1e-9 for v, _ in values)
        middle = median(v for v, _ in values)
        wanted = f"{aim.low:g}-{aim.high:g}"
        rows.append(Row(aim.name, wanted, middle, *far, beyond))
    return rows


def masked(made: Made) -> frozenset[tuple[str, ...]]:
    """The runs of five words of a paper, names and numbers masked."""
    found: set[tuple[str, ...]] = set()
    for one in made.paper.sentences:
        said = [_mask(word, at) for at, word in enumerate(words(one.prose))]
        found.update(tuple(said[at : at + 5]) for at in range(len(said) - 4))
    return frozenset(found)


def _mask(word: str, at: int) -> str:
    if any(letter.isdigit() for letter in word):
        return "#"
    return "@" if at and word[0].isupper() else word.casefold()


def shared(papers: Sequence[Made]) -> tuple[float, float, tuple[int, int]]:
    """The median share of runs two papers have in common, the highest, and whose."""
    runs = [(made.seed, masked(made)) for made in papers]
    found = [
        (len(a & b) / min(len(a), len(b)), (one, other))
        for (one, a), (other, b) in combinations(runs, 2)
    ]
    highest, pair = max(found)
    return median(value for value, _ in found), highest, pair


def told(rows: Iterable[Row], many: int) -> str:
    """The rows as a table; a dagger stands where the median misses."""
    lines = [f"{'':36}{'wanted':>10}{'median':>9}{'worst':>9}{'seed':>6}{'beyond':>9}"]
    lines += [
        f"{row.name:36}{row.wanted:>10}{row.middle:>9.2f}{row.worst:>9.2f}"
        f"{row.worst_seed:>6}{row.beyond:>5}/{many}"
        for row in rows
    ]
    return "\n".join(lines)


def as_text(made: Made) -> str:
    """A paper to be read, a paragraph a line."""
    return "\n\n".join(" ".join(held) for held in made.texts)


def main(argv: list[str] | None = None) -> int:
    """Print every measure of every register."""
    parser = argparse.ArgumentParser(prog="words")
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--register", choices=registers())
    parser.add_argument("--dossier", default=DOSSIER)
    parser.add_argument("--read", type=int, action="append", default=[])
    asked = parser.parse_args(argv)
    for register in [asked.register] if asked.register else registers():
        papers = make_all(register, asked.seeds, asked.dossier)
        sys.stdout.write(f"\n{register}, {len(papers)} papers of {asked.dossier}\n")
        sys.stdout.write(f"{told(limit_rows(papers), len(papers))}\n\n")
        sys.stdout.write(f"{told(aim_rows(papers), len(papers))}\n\n")
        if len(papers) > 1:
            middle, highest, pair = shared(papers)
            sys.stdout.write(
                f"masked runs of five words in common: median {middle:.1%} "
                f"(<= {MEDIAN_SHARED:.0%}), nearest {highest:.1%} "
                f"(<= {NEAREST_SHARED:.0%}), seeds {pair[0]} and {pair[1]}\n"
            )
        for made in papers:
            if made.seed in asked.read:
                sys.stdout.write(f"\nseed {made.seed}\n\n{as_text(made)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
