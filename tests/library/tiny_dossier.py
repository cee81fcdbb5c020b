"""A dossier of a few cards, written afresh so that each test can break it."""

from pathlib import Path

DOSSIER = """
title = "Malta on clean seas"
topic = "Clean seas"
facts_up_to = "2026-01"

[country]
name = "Malta"
"""

SOURCES = """
[[source]]
id = "a-res-60-1"
type = "resolution"
title = "Clean seas"
date = "2005-10"
symbol = "A/RES/60/1"
"""

RECORD = """
[[card]]
id = "rec-plan"
statement = "In 2005 Malta proposed a plan for clean seas with 12 States."
date = "2005-10-03/2005-10-07"
voice = "country"
confidence = "verified"
sourcing = "independent"
symbol = "A/RES/60/1"
figures = [{ value = 12, unit = "States", what = "sponsors", year = 2005 }]
sources = [{ id = "a-res-60-1", where = "operative para. 1" }]

[card.say]
np = ["the plan of 2005 (A/RES/60/1)", "Malta’s plan for clean seas"]
clause = ["Malta proposed a plan with 12 States", "a plan was proposed in 2005"]
"""

CRITICISMS = """
[[card]]
id = "crit-slow"
statement = "Nets are still lost at sea."
voice = "un"
confidence = "verified"
sourcing = "independent"
granted = "Nets were lost in 2005."
granted_basis = "conceded"
granted_cards = ["rec-plan"]
sources = [{ id = "a-res-60-1", where = "preamble" }]

[[card]]
id = "crit-harm"
statement = "Crews were hurt."
voice = "un"
confidence = "verified"
sourcing = "independent"
care = true
attributed_line = "The Assembly holds that crews were hurt."
documented_facts = ["rec-plan"]
examination_offer = "Malta proposes a neutral look."
sources = [{ id = "a-res-60-1", where = "preamble" }]
"""

ANSWERS = """
[[card]]
id = "resp-plan"
statement = "The plan of 2005 brings nets home."
voice = "country"
confidence = "verified"
sourcing = "own-authorities-only"
answers = ["crit-slow"]
label = "meets in part"
supported_by = ["rec-plan"]
sources = [{ id = "a-res-60-1", where = "annex" }]

[[card]]
id = "resp-harm"
statement = "Nobody was hurt."
voice = "country"
confidence = "verified"
sourcing = "own-authorities-only"
answers = ["crit-harm"]
label = "denies"
sources = [{ id = "a-res-60-1", where = "annex" }]
"""

PROPOSALS = """
[[card]]
id = "draft-nets"
statement = "Ask ports to count nets."
voice = "country"
confidence = "verified"
sourcing = "single"
basis = "drafted"
built_on = ["rec-plan"]
addresses = ["crit-slow"]
lines = ["nets"]
"""

LINES = """
[[line]]
id = "nets"
title = "Count the nets"
claim = "What is counted comes home."
because = "nobody misses what was never counted"
claim_again = "Count, and it comes home."
claim_cards = ["rec-plan"]

[[line.strand]]
part = "lost nets"
record = ["rec-plan"]
charge = ["crit-slow", "crit-harm"]
care_charge = ["crit-harm"]
answer = ["resp-plan"]
proposal = ["draft-nets"]
"""

FILES = {
    "dossier.toml": DOSSIER,
    "sources.toml": SOURCES,
    "record.toml": RECORD,
    "criticisms.toml": CRITICISMS,
    "answers.toml": ANSWERS,
    "proposals.toml": PROPOSALS,
    "lines.toml": LINES,
}


def write_dossier(home: Path, *, place: str = "malta/clean-seas") -> Path:
    """The folder of a small dossier that passes its check."""
    folder = home / place
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Put other words in a file of the dossier, as an editor would."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not say {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")
