"""Which cards the samples of a class set argue with."""

from app.library import briefs, dossiers
from app.model.card import Criticism, Proposal
from app.teaching.picking import out_of_step, sample_brief

BELARUS = "belarus/human-trafficking"


def test_lists_of_one_length_never_go_in_step() -> None:
    five = list(range(5))
    turns = [out_of_step(turn, [five, five, five]) for turn in range(25)]
    for at, other in ((0, 1), (0, 2), (1, 2)):
        assert len({(one[at], one[other]) for one in turns}) == 25
    assert out_of_step(0, [five, five, five]) == [0, 0, 0]


def test_each_choice_comes_equally_often() -> None:
    turns = [out_of_step(turn, ["abc", "xyz"]) for turn in range(9)]
    assert sorted(one for one, _ in turns) == sorted("abc" * 3)
    assert sorted(other for _, other in turns) == sorted("xyz" * 3)


def test_samples_say_one_line_in_other_words_and_orders() -> None:
    dossier, ready = dossiers.open_dossier(BELARUS), briefs.ready_brief(BELARUS)
    argued = [
        one.line
        for number in range(0, 60, len(dossier.lines))
        if (one := sample_brief(dossier, ready, number, number + 1)).line
    ]
    assert argued[0] == ready.line
    said = {(one.claim, one.claim_again, one.strand) for one in argued}
    assert len(said) == len(argued) == 20
    assert {one.id for one in argued} == {dossier.lines[0].id}


def test_samples_of_one_line_take_turns_in_charges_and_proposals() -> None:
    dossier, ready = dossiers.open_dossier(BELARUS), briefs.ready_brief(BELARUS)
    lines = len(dossier.lines)
    argued = []
    for number in range(1, 1 + 4 * lines, lines):
        brief = sample_brief(dossier, ready, number, number + 1)
        chosen = [card for card in brief.picked() if isinstance(card, Criticism)]
        asked = [card.id for card in brief.picked() if isinstance(card, Proposal)]
        argued.append((chosen[0].id, *asked))
    assert len(set(argued)) == len(argued)
