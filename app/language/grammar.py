"""Small grammar: capitals, articles, lists, possessives and numbers in words."""

import re
from collections.abc import Sequence

_FIRST = re.compile(r"[^\W\d_]")
_AN_SOUND = re.compile(
    r"(?:8|11\b|18\b|18(?=,)|11(?=,))|[aeiou]|hour|honest|honour|heir", re.IGNORECASE
)
_A_SOUND = re.compile(
    r"one\b|once\b|uni(?!n)|use|usu|euro|ewe|ut[ie]|uk\b|un\b|us\b|ubiq", re.IGNORECASE
)
_SPELLED = re.compile(r"[A-Z]{2,}[A-Z0-9]*\b")
_AN_LETTERS = frozenset("AEFHILMNORSX")
_SAID_AS_WORDS = frozenset({"NATO", "UNICEF", "UNESCO", "ASEAN", "GRETA", "SADC"})
UNIT_WORDS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
"""The numbers from 0 to 19 in words."""

IN_WORDS_UP_TO = 12
"""The largest number that prose spells out."""


def sentence_start(text: str) -> str:
    """The text with its first letter as a capital."""
    if not text or not text[0].islower():
        return text
    return text[0].upper() + text[1:]


def a_or_an(phrase: str) -> str:
    """The phrase with "a" or "an" before it, by its sound."""
    return f"{'an' if _opens_with_vowel(phrase) else 'a'} {phrase}"


def _opens_with_vowel(phrase: str) -> bool:
    spelled = _SPELLED.match(phrase)
    if spelled and spelled[0] not in _SAID_AS_WORDS:
        return phrase[0] in _AN_LETTERS
    if _A_SOUND.match(phrase):
        return False
    return bool(_AN_SOUND.match(phrase))


def join_names(names: Sequence[str], *, oxford: bool = False) -> str:
    """The names as a list: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    if any("," in name for name in names):
        return "; ".join(names[:-1]) + f"; and {names[-1]}"
    comma = "," if oxford and len(names) > 2 else ""
    return ", ".join(names[:-1]) + f"{comma} and {names[-1]}"


def join_clauses(clauses: Sequence[str]) -> str:
    """The clauses as one sentence: "a, and b"; with semicolons where one has commas."""
    if len(clauses) < 2:
        return "".join(clauses)
    mark = ";" if any("," in one for one in clauses[:-1]) else ","
    return f"{mark} ".join(clauses[:-1]) + f"{mark} and {clauses[-1]}"


def possessive(name: str) -> str:
    """The name with its possessive ending: "Belarus’s" is written "Belarus’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def number_word(number: int) -> str:
    """The number in words up to twelve, in figures above."""
    if 0 <= number <= IN_WORDS_UP_TO:
        return UNIT_WORDS[number]
    return f"{number:,}"


def has_letter(text: str) -> bool:
    """Whether the text holds any letter at all."""
    return bool(_FIRST.search(text))
