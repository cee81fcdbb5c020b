"""The stages of the walk: what each is called and which cards belong to it."""

from enum import StrEnum

from app.model.card import Card, Kind


class Stage(StrEnum):
    """One place of the workspace, in the order of the walk."""

    SPEAKING = "speaking"
    ARGUMENT = "argument"
    STANCE = "stance"
    RECORD = "record"
    BACKGROUND = "background"
    CRITICISMS = "criticisms"
    PROPOSALS = "proposals"
    WRITE = "write"
    PAPER = "paper"


STAGES = tuple(Stage)
"""Every stage, in the order of the walk."""

KINDS: dict[Stage, tuple[Kind, ...]] = {
    Stage.STANCE: (Kind.STANCE,),
    Stage.RECORD: (Kind.RECORD, Kind.TIMELINE),
    Stage.BACKGROUND: (Kind.CONTEXT, Kind.STATISTIC),
    Stage.CRITICISMS: (Kind.CRITICISM,),
    Stage.PROPOSALS: (Kind.PROPOSAL,),
}
"""The kinds of card chosen at a stage."""

NAMES: dict[Stage, str] = {
    Stage.SPEAKING: "Speaking",
    Stage.ARGUMENT: "Argument",
    Stage.STANCE: "Stance",
    Stage.RECORD: "Record",
    Stage.BACKGROUND: "Background",
    Stage.CRITICISMS: "Criticisms",
    Stage.PROPOSALS: "Proposals",
    Stage.WRITE: "Write",
    Stage.PAPER: "Paper",
}
"""What the outline calls a stage."""

QUESTIONS: dict[Stage, str] = {
    Stage.STANCE: "What does {country} want on this topic?",
    Stage.RECORD: "What has {country} done about it?",
    Stage.BACKGROUND: "What must one know, and which figures count?",
    Stage.CRITICISMS: "What do critics say, and what is the answer?",
    Stage.PROPOSALS: "What does {country} propose?",
}
"""What a stage asks; `{country}` stands for the country's name."""

PASSAGES: dict[Stage, str] = {
    Stage.ARGUMENT: "opening",
    Stage.STANCE: "opening",
    Stage.BACKGROUND: "home",
    Stage.RECORD: "home",
    Stage.CRITICISMS: "critics",
    Stage.PROPOSALS: "proposals",
}
"""The passage that the cards of a stage are mostly written in."""


def stage_of(card: Card) -> Stage:
    """The stage a card is chosen at; a reply belongs to the criticisms."""
    for stage, kinds in KINDS.items():
        if card.kind in kinds:
            return stage
    return Stage.CRITICISMS
