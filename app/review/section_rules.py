"""Sections: what a conference asks for, and whether each has text."""

from collections.abc import Iterator

from app.language.words import count
from app.model.finding import Finding, Outcome, Where
from app.model.paper import Paragraph, Part, Section
from app.model.preset import SectionRule
from app.review.case import Case

_QUOTED = 80


def check(case: Case) -> Iterator[Finding]:
    """The topics, the sections, the paragraphs and the titles of topics."""
    yield from _topics(case)
    yield from _sections(case)
    yield from _order(case)
    yield from _longest(case)
    yield from _paragraphs(case)
    yield from _titles(case)


def _topics(case: Case) -> Iterator[Finding]:
    """A topic of several that nobody has written on yet."""
    parts = case.paper.parts
    bare = [part for part in parts if not any(map(_has_text, part.sections))]
    if len(parts) == 1:
        return
    for part in bare:
        message = f"There is no text on “{part.topic}” yet. Pick cards or write on it."
        yield case.tell("topics", Outcome.FAILED, message)


def _order(case: Case) -> Iterator[Finding]:
    """Own passages that the sections put into another order than the brief has."""
    order = [one for rule in case.preset.section or () for one in rule.passages]
    written = [one.id for one in case.brief.passages if one.text and one.id in order]
    if written != sorted(written, key=order.index):
        message = (
            "Your passages stand in another order under these titles; read whether "
            "each still follows from the one before."
        )
        yield case.tell("order", Outcome.ADVICE, message, about=("section",))


def _longest(case: Case) -> Iterator[Finding]:
    """Whether the section that is to be the longest is it."""
    rows = case.preset.section or ()
    wanted = [at for at, rule in enumerate(rows) if rule.longest]
    for at in wanted:
        title = case.preset.section_title(at)
        for part in case.paper.parts:
            sizes = {one.title: _words_in(one) for one in part.sections}
            mine = sizes.get(title, 0)
            above = [one for one, size in sizes.items() if size > mine]
            about = ("section",)
            if not mine:
                continue
            if above:
                message = f"“{title}” is to be the longest section; {_listed(above)}."
                yield case.tell("longest", Outcome.ADVICE, message, about=about)
            else:
                message = f"“{title}” is the longest section, as asked."
                yield case.tell("longest", Outcome.PASSED, message, about=about)


def _listed(titles: list[str | None]) -> str:
    """The sections that are longer."""
    said = " and ".join(f"“{one}”" for one in titles)
    return f"{said} {'is' if len(titles) == 1 else 'are'} longer"


def _words_in(section: Section) -> int:
    paragraphs = (one for one in section.blocks if isinstance(one, Paragraph))
    return sum(count(one.text) for one in paragraphs)


def _sections(case: Case) -> Iterator[Finding]:
    asked = case.preset.section
    if not asked:
        return
    for part in case.paper.parts:
        held = {one.title: one for one in part.sections}
        told = [rule for rule in asked if not rule.questions]
        empty = [
            rule
            for at, rule in enumerate(asked)
            if not rule.questions
            and not _has_text(held.get(case.preset.section_title(at)))
        ]
        for rule in empty:
            yield _missing(case, rule, part)
        for rule in asked:
            if rule.questions:
                yield _questions(case, rule, part)
        if not empty:
            said = ", ".join(f"“{one.label}”" for one in told)
            message = f"Every section has text: {said}.{_shares(asked)}"
            if any(one.ours for one in told):
                message += (
                    " The titles are ours: use the conference’s where it gives them."
                )
            yield case.tell("sections", Outcome.PASSED, message, about=("section",))


def _missing(case: Case, rule: SectionRule, part: Part) -> Finding:
    message = f"The section “{rule.label}”{_on_topic(case, part)} has no text yet."
    outcome = Outcome.FAILED if rule.required else Outcome.ADVICE
    where = (Where(passage=rule.passages[0]),) if rule.passages else ()
    if not rule.passages:
        message += " Write it in the file, or ask whether it may be left out."
    return case.tell("sections", outcome, message, about=("section",), where=where)


def _questions(case: Case, rule: SectionRule, part: Part) -> Finding:
    """Whether each question of the guide has its answer in this section."""
    answered = sum(one.id.startswith("question-") for one in part.sections)
    asked = case.brief.questions if part == case.paper.parts[0] else ()
    open_ = [one.text for one in asked if not one.answer]
    worst = Outcome.FAILED if rule.required else Outcome.ADVICE
    outcome, where = worst, tuple(Where(quote=one[:_QUOTED]) for one in open_)
    if answered and not open_:
        outcome = Outcome.PASSED
        message = f"“{rule.label}” answers the guide’s questions: {answered}."
    elif case.is_sample:
        outcome = Outcome.ADVICE
        message = f"“{rule.label}” is left out: a sample knows no guide’s questions."
    elif open_:
        message = (
            f"“{rule.label}” still needs an answer to {len(open_)} of {len(asked)} "
            "questions: write one under each, on the screens with q and then w, or "
            "as “answer = …” in brief.toml."
        )
    else:
        message = (
            f"The section “{rule.label}”{_on_topic(case, part)} has no text yet. Put "
            "the guide’s questions into the brief and answer each."
        )
    return case.tell("questions", outcome, message, about=("section",), where=where)


def _on_topic(case: Case, part: Part) -> str:
    """The topic, where there is more than one."""
    return f" on {part.topic}" if len(case.paper.parts) > 1 else ""


def _has_text(section: Section | None) -> bool:
    return section is not None and bool(section.blocks)


def _shares(asked: tuple[SectionRule, ...]) -> str:
    """What the conference says about the weight and length of its sections."""
    said = [
        f"{one.label} "
        + " and ".join(
            part
            for part in (
                f"{one.weight:.0%} of the mark" if one.weight else "",
                f"about {one.pages:g} pages" if one.pages else "",
            )
            if part
        )
        for one in asked
        if one.weight or one.pages
    ]
    return f" {'; '.join(said)}." if said else ""


def _paragraphs(case: Case) -> Iterator[Finding]:
    asked = case.preset.paragraphs
    if asked is None:
        return
    for part in case.paper.parts:
        held = sum(
            isinstance(block, Paragraph)
            for section in part.sections
            for block in section.blocks
        )
        about = ("paragraphs",)
        if held == asked:
            message = f"There are {asked} paragraphs, as asked."
            yield case.tell("paragraphs", Outcome.PASSED, message, about=about)
        else:
            message = f"{held} paragraphs stand where {asked} are asked for."
            yield case.tell("paragraphs", Outcome.FAILED, message, about=about)


def _titles(case: Case) -> Iterator[Finding]:
    asked = case.preset.topic_titles
    if asked is None:
        return
    about = ("topic_titles",)
    bare = [part for part in case.paper.parts if not part.labelled]
    if asked and bare and len(case.paper.parts) > 1:
        message = f"“{bare[0].topic}” stands without its title."
        yield case.tell("topic-titles", Outcome.FAILED, message, about=about)
    elif asked and bare:
        message = "With more than one topic, each stands under its own title."
        yield case.tell("topic-titles", Outcome.ADVICE, message, about=about)
    else:
        message = "Topics stand as the conference wants them."
        yield case.tell("topic-titles", Outcome.PASSED, message, about=about)
