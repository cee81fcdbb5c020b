"""Text that breaks careless files, and briefs full of it."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.model.argument import LineOfArgument, Strand
from app.model.assignment import Assignment, Committee, Country, Delegation
from app.model.brief import Brief, BriefKind, Passage, Question, Register, Settings
from app.model.card import (
    Answer,
    Card,
    Confidence,
    Criticism,
    Figure,
    Proposal,
    ProposalBasis,
    RecordCard,
    ReplyLabel,
    Sourcing,
    Statistic,
    Voice,
)
from app.model.dossier import Term
from app.model.proposal_form import ProposalForm
from app.model.say import Say
from app.model.source import Place, Source, SourceType

SCRAPS = (
    '"', '""', '"""', "'''", "\\", "\\n", "\n", "\n\n", "\r\n", "\t", "[/", "[/b]",
    "[@", "[@rec-plan, p. 1]", "]", "[[card]]", "\n[line]\n", "# no", "\n## Opening "
    "{#opening}\n", "\n\\## x", "\n<!-- cards: a, b -->\n", "<!--", "-->", "{", "}",
    "{#", "🕊️", "é", "e\u0301", "\u202e", "\x00", "\x1b[31m", "\x7f", "\x85", "\u2028",
    "\ufeff", "=", ",", "true", "%2C", "%", "NaN", " ", "Malta", "ع", "\u200f", "'",
)  # fmt: skip

nasty_text: SearchStrategy[str] = st.one_of(
    st.lists(st.sampled_from(SCRAPS), max_size=6).map("".join), st.text(max_size=12)
)

ids: SearchStrategy[str] = st.one_of(
    st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
    nasty_text.filter(lambda text: bool(Passage(id=text).id)),
)

_some_ids = st.lists(ids, max_size=3).map(tuple)
_maybe = st.none() | nasty_text
_fact = {
    "id": ids,
    "statement": nasty_text,
    "voice": st.sampled_from(Voice),
    "confidence": st.sampled_from(Confidence),
    "sourcing": st.sampled_from(Sourcing),
    "note": _maybe,
    "actor": _maybe,
    "origin": _maybe,
    "sensitive": st.booleans(),
    "sources": st.lists(st.builds(Place, id=ids, where=_maybe), max_size=2).map(tuple),
    "figures": st.lists(
        st.builds(
            Figure,
            value=st.integers() | st.floats(allow_nan=False) | nasty_text,
            unit=nasty_text,
            what=nasty_text,
            year=st.none() | st.integers(),
        ),
        max_size=2,
    ).map(tuple),
    "say": st.builds(
        Say,
        np=st.lists(nasty_text, max_size=3).map(tuple),
        np_plural=st.booleans(),
    ),
}

_cards: SearchStrategy[Card] = st.one_of(
    st.builds(RecordCard, **_fact),
    st.builds(Statistic, **_fact),
    st.builds(Criticism, strength=st.none() | st.integers(1, 5), **_fact),
    st.builds(
        Answer,
        label=st.sampled_from(ReplyLabel),
        label_by_charge=st.dictionaries(
            st.from_regex(r"[a-z. \"]{1,6}", fullmatch=True),
            st.sampled_from(ReplyLabel),
        ),
        **_fact,
    ),
    st.builds(
        Proposal,
        basis=st.sampled_from(ProposalBasis),
        by_country=st.booleans(),
        built_on=_some_ids,
        **_fact,
    ),
)

_sources = st.builds(
    Source,
    id=ids,
    type=st.sampled_from(SourceType),
    title=nasty_text,
    author=st.lists(nasty_text, max_size=2).map(tuple),
    note=_maybe,
)

_lines = st.builds(
    LineOfArgument,
    id=ids,
    title=nasty_text,
    claim=nasty_text,
    because=nasty_text,
    claim_again=nasty_text,
    claim_cards=_some_ids,
    strand=st.lists(
        st.builds(Strand, part=nasty_text, cause=_some_ids, gap=_maybe), max_size=3
    ).map(tuple),
)

_assignments = st.builds(
    Assignment,
    country=st.builds(Country, name=nasty_text, formal=_maybe, article=st.booleans()),
    topic=nasty_text,
    committee=st.builds(Committee, name=nasty_text, short=_maybe),
    delegation=st.builds(
        Delegation, school=_maybe, delegates=st.lists(nasty_text, max_size=2).map(tuple)
    ),
    conference=ids,
)


@st.composite
def passages(draw: st.DrawFn) -> tuple[Passage, ...]:
    """Passages of different ids, their texts without space at the ends."""
    drawn = draw(
        st.lists(
            st.builds(Passage, id=ids, text=nasty_text, cards_when_written=_some_ids),
            max_size=3,
            unique_by=lambda one: one.id,
        )
    )
    return tuple(one.revise(text=one.text.strip()) for one in drawn)


briefs: SearchStrategy[Brief] = st.builds(
    Brief,
    kind=st.sampled_from(BriefKind),
    dossier=_maybe,
    assignment=_assignments,
    line=st.none() | _lines,
    picks=_some_ids,
    cards=st.lists(_cards, max_size=3).map(tuple),
    sources=st.lists(_sources, max_size=2).map(tuple),
    glossary=st.lists(
        st.builds(Term, term=nasty_text, say=nasty_text, expand=_maybe), max_size=2
    ).map(tuple),
    passages=passages(),
    proposals=st.dictionaries(
        ids,
        st.builds(
            ProposalForm, act=_maybe, deadline=_maybe, built_on=st.none() | _some_ids
        ),
        max_size=2,
    ),
    questions=st.lists(
        st.builds(Question, text=nasty_text, passage=st.none() | ids), max_size=2
    ).map(tuple),
    agenda=nasty_text,
    settings=st.builds(
        Settings,
        register=st.sampled_from(Register),
        seed=st.integers(),
        allow_examples=st.booleans(),
        words=st.dictionaries(
            st.from_regex(r"[a-z. \"]{1,6}", fullmatch=True), st.integers(), max_size=2
        ),
    ),
)
"""Briefs of every shape, every text of them nasty."""
