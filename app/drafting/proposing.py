"""Proposals as a delegate has them: what the card says and what its form adds."""

import re
from collections.abc import Mapping

from app.drafting.evidence_words import is_blank, proposal_name, proposed_actor
from app.drafting.roles import BLANK, Role, proposal_role
from app.language.grammar import sentence_start
from app.model.brief import Brief
from app.model.card import Card, Proposal, ProposalBasis
from app.model.memory import Memory
from app.model.proposal_form import UNTOUCHED, ProposalForm

DECIDED = ("act", "object", "deadline", "funding", "check")
"""What a proposal of ours leaves to the delegate."""

OPEN: Mapping[str, str] = {
    "actor": BLANK,
    "when": f"by {BLANK}",
    "money": f"{BLANK} would carry the cost",
    "check": f"{BLANK} would report on it to {BLANK}",
}
"""What a sentence says of a proposal where nobody has decided."""

_FILLED = Memory(1024)
_WORDED = Memory(1024)
_VERB = re.compile(
    r"(?i)\b(?:would|will|should|shall|must|may|might|can|could|is|are)\b"
)
_REASON = re.compile(r",?\s+(because|since|as|for)\s")
_ARTICLE = re.compile(r"\A(?:The|An?|All|Each|Every)\b")
_INFINITIVE = re.compile(r"(?i)\Ato\s+")
_BEFORE_A_DATE = re.compile(
    r"(?i)(?:by|within|before|in|at|from|on|no|not|until|till|during|after|when|once"
    r"|each|every|with|over|as|for|through|throughout|under|immediately|yearly"
    r"|annually)\b"
)
_BEFORE_A_PLACE = re.compile(
    r"(?i)(?:from|within|out of|by|through|under|in|at|with|to|before)\b"
)


def as_filled(card: Proposal, brief: Brief, *, ours: bool = False) -> Proposal:
    """The proposal as this brief has it: its blanks open, its form filled in.

    Args:
        card: The proposal, as the brief or the dossier has it.
        brief: The brief with the form.
        ours: Whether it is a drafted one straight from the dossier.
    """
    blank = is_blank(card, brief) or (ours and card.basis is ProposalBasis.DRAFTED)
    form = brief.form_of(card.id)
    return _FILLED.of((card, form), (blank,), lambda: _filled(card, form, blank=blank))


def _filled(card: Proposal, form: ProposalForm, *, blank: bool) -> Proposal:
    left = dict.fromkeys(DECIDED) if blank else _by_its_words(card)
    given = {name: said or None for name, said in form.filled.items()}
    if form.built_on is not None:
        given["built_on"] = form.built_on
    return card.revise(**{**left, **given})


def _by_its_words(card: Proposal) -> dict[str, str | None]:
    """Who acts and what they do, from the words of a card without those fields."""
    act = card.act or card.object or card.say.first("act") or None
    return {
        "proposed_actor": card.proposed_actor or card.say.first("actor") or None,
        "act": card.act if card.object else act,
    }


def statement_of(card: Card, brief: Brief) -> str:
    """What a card says; a proposal of ours as its form has it, blanks and all."""
    if not isinstance(card, Proposal) or not is_blank(card, brief):
        return card.statement
    said = role_in(card, brief).forms
    does = f"{actor_in(card, brief)} would {said['act'][0]} {said['when'][0]}"
    return f"{proposal_name(card)}: {does}."


def actor_in(card: Card, brief: Brief) -> str:
    """Who would act, by the form or by the card; a blank where nobody says."""
    given = brief.form_of(card.id).proposed_actor
    return proposed_actor(card) if given is None else _inside(given) or BLANK


def is_worked_out(card: Proposal, brief: Brief) -> bool:
    """Whether a sentence can say who would do what: by its words or by its form."""
    form = brief.form_of(card.id)
    decided = any(getattr(form, name) for name in ("proposed_actor", *DECIDED))
    if decided and (form.act or form.object or card.say.act):
        return True
    if card.basis is ProposalBasis.DRAFTED and card.say.act:
        return True
    return card.origin is None and bool(card.act or card.object) and not card.say.act


def role_in(card: Proposal, brief: Brief) -> Role:
    """The proposal as sentences use it: the delegate's words where there are any."""
    blank = is_blank(card, brief)
    role = proposal_role(card, filled=not blank)
    form = brief.form_of(card.id)
    own = card.origin is None and not card.say.act
    if (form is UNTOUCHED or form == UNTOUCHED) and not own:
        return role
    return _WORDED.of(
        (card, form),
        (blank,),
        lambda: _worded(role, card, form, own=own, blank=blank),
    )


def _worded(
    role: Role, card: Proposal, form: ProposalForm, *, own: bool, blank: bool
) -> Role:
    """The role with the forms that come from fields, never read as choices."""
    said = form.filled
    if form.object and form.act is None and not blank:
        said = {**said, "act": _by_its_words(card)["act"] or card.act or ""}
    if own:
        said = {
            name: getattr(card, name) or "" for name in ProposalForm.model_fields
        } | said
    told = {name: (text,) for name, text in _forms(said).items()}
    still_open = {name: (text,) for name, text in OPEN.items()}
    return role._replace(forms={**still_open, **role.forms, **told})


def _forms(said: Mapping[str, object]) -> dict[str, str]:
    """What the touched fields say inside a sentence, by form."""
    texts = {name: _inside(one) for name, one in said.items() if isinstance(one, str)}
    found: dict[str, str] = {}
    if "proposed_actor" in texts:
        found["actor"] = texts["proposed_actor"] or BLANK
    if texts.get("act") or texts.get("object"):
        act = _INFINITIVE.sub("", texts.get("act") or BLANK)
        found["act"] = f"{act} {texts.get('object', '')}".strip()
    elif "act" in texts or "object" in texts:
        found["act"] = BLANK
    if "deadline" in texts:
        found["when"] = _when(texts["deadline"])
    if "funding" in texts:
        found["money"] = _money(texts["funding"])
    if "check" in texts:
        found["check"] = _check(texts["check"])
    if texts.get("who_agrees"):
        found["fit"] = _fit(texts["who_agrees"])
    return found


def _inside(text: str) -> str:
    """The text as it stands inside a sentence: no stop, a small article."""
    bare = text.strip().rstrip(".;,")
    return _ARTICLE.sub(lambda found: found[0].lower(), bare)


def _when(text: str) -> str:
    """By when, opening with a preposition."""
    if not text:
        return OPEN["when"]
    return text if _BEFORE_A_DATE.match(text) else f"by {text}"


def _money(text: str) -> str:
    """Who pays, as a clause."""
    if _VERB.search(text):
        return text
    if _BEFORE_A_PLACE.match(text):
        return f"the cost would be met {text}"
    return f"{text or BLANK} would carry the cost"


def _check(text: str) -> str:
    """Who checks, as a clause."""
    if _VERB.search(text):
        return text
    if _BEFORE_A_PLACE.match(text):
        return f"it would be reported {text}"
    if not text:
        return OPEN["check"]
    who, joint, to = text.partition(" to ")
    return f"{who} would report on it{joint}{to}"


def _fit(text: str) -> str:
    """Why others can agree, as a clause."""
    if _VERB.search(text):
        return text
    found = _REASON.search(text)
    if found is None:
        return f"{text} would likely support it"
    return f"{text[: found.start()]} would likely support it{text[found.start() :]}"


def reading(card: Card, brief: Brief) -> str:
    """How a proposal reads with what is filled in, in a sentence or three."""
    if not isinstance(card, Proposal):
        return card.statement
    known = role_in(card, brief).forms
    forms = {"act": BLANK, **OPEN, **{name: said[0] for name, said in known.items()}}
    first = f"{forms['actor']} would {forms['act']}, {forms['when']}"
    told = (first, forms["money"], forms["check"])
    return " ".join(f"{sentence_start(one)}." for one in told)
