"""Text as a speaker says it: numbers, dates and symbols in words, and how long.

`A/RES/61/180` is "resolution sixty-one one-eighty", 2006 "two thousand and six"
and 5,063 "five thousand and sixty-three". Only figures change; every other word
stays as it was written.
"""

import re

from app.language.dates import MONTHS
from app.language.grammar import UNIT_WORDS

WORDS_PER_MINUTE = 130
"""How many words a calm speaker says in a minute."""

_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MONTH = "|".join(MONTHS)
_BODIES = r"A|S|E|T|ST|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED|DP|TD|CTOC|HRI"
_SYMBOL = rf"(?:{_BODIES})(?:/[A-Z0-9][A-Za-z0-9.\-]*)+"
_BRACKETED = re.compile(rf"\s*\((?:{_SYMBOL})(?:[;,] ?{_SYMBOL})*\)")
_RESOLUTION = re.compile(
    r"\b(?:(?:General Assembly |Security Council |Human Rights Council )?"
    r"(?P<word>[Rr]esolution) )?(?:[AES]|A/HRC)/RES/(?:S-)?(?P<one>\d+)"
    r"(?:/(?P<two>\d+))?(?:\s\((?P<year>\d{4})\))?"
)
_OTHER = re.compile(rf"\b{_SYMBOL}")
_PAIR = re.compile(r"\b(\d{1,2})/(\d{1,3})\b(?!/)")
_COUNCIL = re.compile(r"\b(\d{3,4})\s\((\d{4})\)")
_NUMBERED = re.compile(r"\bNos?\.\s?(\d+)(?:-([A-Z]))?\b")
_ABBREVIATED = (
    (re.compile(r"\b[Aa]rts?\.\s?(?=\d)"), "article "),
    (re.compile(r"\b[Pp]aras?\.?\s(?=\d)"), "paragraph "),
    (re.compile(r"\s?%"), " per cent"),
    (re.compile(r"\s&\s"), " and "),
)
_MONEY = re.compile(
    r"(?P<us>US\s?)?(?P<sign>[$€£])\s?(?P<sum>\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>\s(?:thousand|million|billion|trillion))?"
)
_COINS = {"$": "dollars", "€": "euros", "£": "pounds"}
_DAY_MONTH = re.compile(rf"\b(?:the )?(\d{{1,2}}) ({_MONTH})\b")
_MONTH_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:,|\b)(?! ?\d{{3}}\b)")
_RANGE = re.compile(r"(?<=\d)\s?[–—](?=\d)|(?<=\b\d{4})-(?=\d{4}\b)")
_DECADE = re.compile(r"\b(1[0-9]|20)(\d)0s\b")
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")
_YEAR = re.compile(
    r"(?<![\d.,/-])(1[5-9]\d\d|20\d\d)(?![\d/]|[.,]\d)|(?<=mid-)(20\d\d)"
)
_NUMBER = re.compile(r"(?<![\w.,/])\d{1,3}(?:,\d{3})+(?![\d/])|(?<![\w/])\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def spoken(text: str, *, american: bool = False) -> str:
    """The text with its figures, dates and document symbols in spoken words.

    Args:
        text: One sentence or more, without citation markers.
        american: Whether numbers go without "and", and months come first.
    """
    if not any(sign.isdigit() or sign in "%&" for sign in text):
        return text
    text = _BRACKETED.sub("", text)
    text = _RESOLUTION.sub(_resolution, text)
    text = _OTHER.sub(lambda found: _letters(found[0]), text)
    text = _NUMBERED.sub(_numbered, text)
    text = _COUNCIL.sub(
        lambda one: f"{paired(int(one[1]))} of {year(int(one[2]))}", text
    )
    text = _PAIR.sub(lambda one: f"{paired(int(one[1]))} {paired(int(one[2]))}", text)
    for pattern, said in _ABBREVIATED:
        text = pattern.sub(said, text)
    text = _MONEY.sub(lambda found: _money(found, american=american), text)
    text = _RANGE.sub(" to ", text)
    text = _dates(text, american=american)
    text = _YEAR.sub(lambda one: year(int(one[0]), american=american), text)
    return _NUMBER.sub(lambda one: _figure(one[0], american=american), text)


def words_in(text: str) -> int:
    """How many words a speaker says; "sixty-one" is two."""
    return len(_WORD.findall(text))


def seconds_of(text: str, per_minute: int = WORDS_PER_MINUTE) -> int:
    """How many seconds a calm speaker takes, rounded."""
    return round(words_in(text) * 60 / per_minute)


def cardinal(number: int, *, american: bool = False) -> str:
    """A number from 0 in words: `five thousand and sixty-three`."""
    joint = " " if american else " and "
    for size, name in _SCALES:
        if number >= size:
            return _scaled(number, size, name, american=american)
    if number >= 1000:
        return _scaled(number, 1000, "thousand", american=american)
    if number >= 100:
        rest = number % 100
        head = f"{UNIT_WORDS[number // 100]} hundred"
        return f"{head}{joint}{_below_hundred(rest)}" if rest else head
    return _below_hundred(number)


def ordinal(number: int) -> str:
    """A place in an order, in words: `thirtieth`, `twenty-first`."""
    said = cardinal(number)
    head, sign, last = said.rpartition("-") if "-" in said else said.rpartition(" ")
    if last in _ORDINALS:
        last = _ORDINALS[last]
    else:
        last = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{head}{sign}{last}"


def year(number: int, *, american: bool = False) -> str:
    """A year in words: `nineteen ninety-nine`, `two thousand and six`."""
    century, rest = divmod(number, 100)
    if number % 1000 < 10:
        return cardinal(number, american=american)
    if rest == 0:
        return f"{_below_hundred(century)} hundred"
    if rest < 10:
        return f"{_below_hundred(century)} oh {UNIT_WORDS[rest]}"
    return f"{_below_hundred(century)} {_below_hundred(rest)}"


def paired(number: int) -> str:
    """A number as a label is read: `one-eighty`, `thirteen twenty-five`."""
    if number < 100:
        return _below_hundred(number)
    head, rest = divmod(number, 100)
    if rest == 0:
        return cardinal(number)
    tail = f"oh-{UNIT_WORDS[rest]}" if rest < 10 else _below_hundred(rest)
    return f"{_below_hundred(head)}{'-' if head < 10 else ' '}{tail}"


def _scaled(number: int, size: int, name: str, *, american: bool) -> str:
    head, rest = divmod(number, size)
    said = f"{cardinal(head, american=american)} {name}"
    if not rest:
        return said
    joint = " " if american or rest >= 100 else " and "
    return f"{said}{joint}{cardinal(rest, american=american)}"


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNIT_WORDS[number]
    tens, rest = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{UNIT_WORDS[rest]}" if rest else _TENS[tens - 2]


def _resolution(found: re.Match[str]) -> str:
    said = f"{found['word'] or 'resolution'} {paired(int(found['one']))}"
    if found["two"]:
        said += f" {paired(int(found['two']))}"
    return f"{said} of {year(int(found['year']))}" if found["year"] else said


def _letters(symbol: str) -> str:
    """A symbol that is no resolution: `document CCPR C BLR CO five`."""
    steps = re.split(r"[/.\-]", symbol)
    said = [paired(int(one)) if one.isdigit() else one for one in steps if one]
    return f"document {' '.join(said)}"


def _numbered(found: re.Match[str]) -> str:
    letter = f" {found[2]}" if found[2] else ""
    return f"number {paired(int(found[1]))}{letter}"


def _money(found: re.Match[str], *, american: bool) -> str:
    coin = _COINS[found["sign"]]
    country = "United States " if found["us"] else ""
    figure = _figure(found["sum"], american=american)
    return f"{figure}{found['scale'] or ''} {country}{coin}"


def _dates(text: str, *, american: bool) -> str:
    def day_first(found: re.Match[str]) -> str:
        if american:
            return f"{found[2]} {ordinal(int(found[1]))}"
        return f"the {ordinal(int(found[1]))} of {found[2]}"

    def month_first(found: re.Match[str]) -> str:
        if not 0 < int(found[2]) < 32:
            return found[0]
        comma = "," if found[0].endswith(",") else ""
        return f"{found[1]} {ordinal(int(found[2]))}{comma}"

    text = _DAY_MONTH.sub(day_first, text)
    text = _MONTH_DAY.sub(month_first, text)
    text = _DECADE.sub(_decade, text)
    return _ORDINAL.sub(lambda one: ordinal(int(one[1])), text)


def _decade(found: re.Match[str]) -> str:
    century, ten = int(found[1]), int(found[2])
    if ten == 0:
        head = "two thousand" if century == 20 else f"{_below_hundred(century)} hundred"
        return f"{head}s"
    tens = "tens" if ten == 1 else f"{_TENS[ten - 2][:-1]}ies"
    return f"{_below_hundred(century)} {tens}"


def _figure(text: str, *, american: bool) -> str:
    """A figure in words, with its decimals read one by one."""
    whole, _, decimals = text.replace(",", "").partition(".")
    if len(whole) > 15:
        return text
    said = cardinal(int(whole), american=american)
    if decimals:
        said += " point " + " ".join(UNIT_WORDS[int(digit)] for digit in decimals)
    return said
