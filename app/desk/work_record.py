"""The record of the work: what a teacher can be shown, and what it cannot prove."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from app.desk.arrivals import Arrival
from app.desk.history import mended_said
from app.desk.work_measure import Point, Sitting, Verdict, Work, measure, verdict
from app.desk.writing import Written, to_bytes
from app.drafting.blocks import bullets, section, table
from app.library import presets
from app.library.safefile import write_bytes
from app.model.errors import WrongUse
from app.model.paper import (
    Block,
    HeaderField,
    Paper,
    Paragraph,
    Part,
    Properties,
    Section,
    Sentence,
    Span,
)

TITLE = "Record of the work"
"""What stands above the record."""

NO_AI = (
    "There is no generative AI in this program: no language model writes, completes"
    " or rewords a sentence. The examples it shows are joined from sentences that"
    " people wrote."
)
"""What the record says about generative AI."""

LIMITS = (
    "It shows when text came into this brief, how much at a time, and whether it was"
    " typed, pasted or changed in the files.",
    "It cannot tell who sat at the keyboard.",
    "It cannot tell whether typed words were read off another page, a book, another"
    " person’s paper or the output of a generative AI. Where that matters, ask the"
    " delegate about the paper.",
    "Text that came in at once may have been written elsewhere by the same person;"
    " pasting is not cheating.",
    "The chain shows that no line was changed, dropped or put in between afterwards"
    " by hand. Somebody who knows the format and rewrites every line after the change"
    " can forge it; so can a clock that is set wrong. A copy of the journal kept by"
    " a teacher during the work settles that.",
    "Lines cut off at the very end leave no trace in the chain.",
)
"""What the record can prove and what it cannot."""


def write_record(folder: Path, out: Path) -> Path:
    """Write the record of the work on a brief as .docx or .md, and give its path.

    Raises:
        WrongUse: the suffix is another one.
        Trouble: there is no journal, or the place does not take the file.
    """
    suffix = out.suffix.removeprefix(".").lower()
    if suffix not in {"docx", "md"}:
        raise WrongUse("A record of the work is a .docx or a .md file.")
    rules = presets.in_force(presets.open_preset("default")).rules
    written = Written(paper=record_paper(measure(folder)), rules=rules, findings=())
    write_bytes(out, to_bytes(written, suffix))
    return out


def record_paper(work: Work) -> Paper:
    """The record of the work as a paper."""
    assignment = work.brief.assignment
    fields = (
        ("country", "Country", assignment.country.name),
        ("committee", "Committee", assignment.committee.name),
        ("topic", "Topic", assignment.topic),
        ("delegation", "Delegation", assignment.delegation.school or ""),
    )
    return Paper(
        genre="work-record",
        title=TITLE,
        header=tuple(
            HeaderField(name=name, label=label, value=value)
            for name, label, value in fields
            if value
        ),
        parts=(Part(topic=assignment.topic, sections=_sections(work)),),
        properties=Properties(title=TITLE, subject=assignment.topic),
    )


def _sections(work: Work) -> tuple[Section, ...]:
    found = verdict(work)
    return (
        section("answer", "What the journal shows", _answer(work, found)),
        section("times", "Times of work", _times(work)),
        section("growth", "Growth of the text", _growth(work)),
        section("arrivals", "How the text came in", _arrivals(work)),
        section("examples", "Examples and sources", _examples(work)),
        section("ai", "Generative AI and example sentences", _no_ai(work)),
        section("chain", "The chain", _chain(work)),
        section("limits", "What this can and cannot prove", [bullets(LIMITS)]),
    )


def _answer(work: Work, found: Verdict) -> list[Block]:
    minutes = sum(one.minutes for one in work.sittings)
    last = work.growth[-1]
    return [
        _said(f"In short: {found.answer}.", *found.why),
        _said(
            f"{last.words} words, {_many(len(work.sittings), 'sitting')},"
            f" {_many(minutes, 'minute')} of work, from {_day(work.sittings[0].began)}"
            f" to {_day(work.sittings[-1].ended)} (UTC).",
            f"{_many(last.own, 'sentence')} in the delegate’s own words, {last.ours}"
            " ours or close to ours.",
        ),
    ]


def _times(work: Work) -> list[Block]:
    rows = [
        (
            _day(one.began),
            _clock(one.ended),
            str(one.minutes),
            str(one.edits),
            str(one.words),
        )
        for one in work.sittings[-40:]
    ]
    blocks: list[Block] = [
        table(
            ("From (UTC)", "To", "Minutes of work", "Entries", "Words then"),
            _filled(rows),
        )
    ]
    if work.clock_back:
        times = _many(work.clock_back, "time")
        blocks.append(_said(f"The clock of the computer went back {times}."))
    return blocks


def _figures(sitting: Sitting) -> tuple[int, int, int]:
    return sitting.minutes, sitting.edits, sitting.words


def _figures_of(point: Point) -> tuple[int, int, int]:
    return point.words, point.own, point.ours


def _growth(work: Work) -> list[Block]:
    """The text as it grew; times at which nothing had changed are left out."""
    held = [next(same) for _, same in groupby(work.growth, key=_figures_of)]
    rows = [(_day(one.when), *map(str, _figures_of(one))) for one in held]
    head = ("When (UTC)", "Words", "Own sentences", "Ours or close to ours")
    return [table(head, _filled(rows))]


def _arrivals(work: Work) -> list[Block]:
    whole = work.arrivals.letters()
    rows = [
        (how.value, str(count), f"{round(100 * count / whole)} %")
        for how in Arrival
        if (count := work.arrivals.letters(how))
    ]
    blocks: list[Block] = []
    if rows:
        blocks.append(table(("How", "Characters that stand", "Share"), _filled(rows)))
    typed, removed = work.arrivals.typed, work.arrivals.removed
    blocks.append(
        _said(f"{typed} characters were typed in all; {removed} were taken out.")
    )
    if work.came:
        came = [
            (_day(one.when), one.passage, str(one.characters), one.how.value)
            for one in work.came[-60:]
        ]
        head = ("When (UTC)", "Where", "Characters", "How")
        blocks.append(table(head, _filled(came)))
    else:
        blocks.append(_said("Nothing was pasted and nothing came in at once."))
    return blocks


def _examples(work: Work) -> list[Block]:
    blocks: list[Block] = []
    if work.looked:
        rows = [
            (_day(one.when), one.passage or "", one.what.value, one.about or "")
            for one in work.looked[-60:]
        ]
        blocks.append(table(("When (UTC)", "Where", "What", "Example"), _filled(rows)))
    else:
        blocks.append(_said("No example was looked at, as far as the journal tells."))
    names = dict.fromkeys(one.about or "" for one in work.opened)
    if names:
        opened = [f"{name}: {_title(work, name)}" for name in names]
        blocks += [_said("Sources opened:"), bullets(opened)]
    else:
        blocks.append(_said("No source was opened from the program."))
    return blocks


def _no_ai(work: Work) -> list[Block]:
    ours = work.growth[-1].ours
    left = "No example sentence is left in the delegate’s text."
    if ours:
        left = f"Example sentences left in the text, or close to one: {ours}."
    said = [NO_AI, left]
    if work.untouched:
        names = ", ".join(work.untouched)
        said.append(f"Nothing is written yet in: {names}. Examples stand in there.")
    return [_said(*said)]


def _chain(work: Work) -> list[Block]:
    walked = work.walked
    lines = _many(len(walked.moments), "line")
    segments = _many(walked.segments, "segment")
    if walked.faults:
        said = [f"The chain is broken after {lines} in {segments}.", *walked.faults]
    else:
        last = walked.moments[-1].hash
        said = [
            f"Each of {lines} in {segments} carries the hash of the line before it,"
            " and every one agrees.",
            f"The last line has the hash {last}.",
        ]
    said += mended_said(walked)
    if walked.torn:
        said.append("A last line that was cut off is left out.")
    programs = dict.fromkeys(one.entry.program for one in walked.moments)
    said.append(f"Written by {', '.join(programs)}.")
    return [_said(*said)]


def _title(work: Work, source: str) -> str:
    held = work.brief.source(source)
    return held.title if held else "not among the sources of the brief"


def _said(*sentences: str) -> Paragraph:
    return Paragraph(
        sentences=tuple(Sentence(spans=(Span(text=one),)) for one in sentences if one)
    )


def _filled(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Rows with a dash where nothing is known."""
    return (tuple(cell or "-" for cell in row) for row in rows)


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _day(when: str) -> str:
    return when[:16].replace("T", " ")


def _clock(when: str) -> str:
    return when[11:16]
