"""Stems: words brought to one shape, so that a synonym counts as the word itself."""

from functools import lru_cache

_ENDINGS = (
    "izations", "isations", "ization", "isation", "ations", "ation", "ments", "ment",
    "ingly", "edly", "ings", "ing", "ions", "ion", "ers", "ors", "ies", "ied", "ed",
    "er", "or", "es", "ly", "al", "ity", "ance", "ence", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 4

_SAME = """
adopt pass accept approve agree endorse
aid help assist assistance support
applause praise clapping
ashamed shame
begin start commence
body agency bodies agencies institution organ
brief short
brother sister
build make create establish set
catch recognise recognize identify spot detect
charge claim accuse accusation allege
cheap inexpensive
combat fight counter
compare comparison set
compel force coerce
condition term
contest dispute deny question
costly dear expensive
count number figure statistic total tally
country state nation
course training module lesson class
contribution donation gift
court judge tribunal
crime offence offense
deed act step measure
demand ask request call
examine inspect scrutinise review
fast quick quickly
fear afraid
find found finding discover
follow next coming later subsequent
fund money means budget
gather collect bring
give grant lend
global worldwide international
goal aim purpose
good fine
government authorities state
grade rank rate rating
harm hurt damage
hard difficult
hear told listen
hidden secret
idea proposal suggestion
improve better
join accede acceded acceding enter
keep retain hold
lack miss absent without
large big great huge
last persist continue remain
law statute legislation act
lead bring result
limit gap
list name enumerate
low bottom worst
man person people
matter issue question subject point
mechanism system scheme
meet meeting session gathering
need require want
new fresh recent
office bureau
officer official
old older earlier
open public
operate work labour labor
origin source
ought should must
overlook ignore miss
owe due owed
part portion piece share side
partly part partial partially
pay paid fund finance
plan programme program
point show indicate
possible feasible
promote push campaign advocate
propose suggest
publish print release
put place rank
question ask
quick fast
ready prepared
real true actual
reason cause ground
rely rest depend base based
reply answer respond response
report tell say state
right correct correctly rightly
room chamber
rule norm regulation
same equal
seek look want
send transmit submit
sentence convict conviction convicted
share exchange
shelter housing
sign signal indication
silent quiet
small little few
special particular
stubborn obstinate
success succeed
suit fit
teach train instruct
text resolution document
time year
use apply used
victim sufferer
visit come
voluntary voluntarily
welcome praise commend applaud
whole entire complete
wish hope want
word speech
write draft prepare
year twelve months
"""
"""Words that can stand for one another, a group a line; the first of them stands."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word in lower case without its ending, or the first of its synonyms."""
    plain = word.casefold().replace("’s", "").replace("'s", "").rstrip("’'")
    return _groups().get(plain) or _groups().get(_cut(plain)) or _cut(plain)


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    """Each synonym, and its stem, to the stem that stands for its group."""
    lines = [line.split() for line in _SAME.strip().splitlines()]
    whole = {one: _cut(line[0]) for line in reversed(lines) for one in line}
    cut = {_cut(one): _cut(line[0]) for line in reversed(lines) for one in line}
    return cut | whole
