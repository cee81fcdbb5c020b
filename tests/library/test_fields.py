from hypothesis import HealthCheck, given, settings

from app.library.fields import apply, brief_of, differences, inverse, tree_of
from app.library.journal_fold import Fold
from app.model.brief import Brief
from app.model.edit import Beginning
from tests.library.nasty import briefs

RELAXED = settings(
    max_examples=80, deadline=None, suppress_health_check=list(HealthCheck)
)


@RELAXED
@given(briefs)
def test_a_brief_comes_back_from_its_fields(brief: Brief) -> None:
    assert brief_of(tree_of(brief)) == brief


@RELAXED
@given(briefs, briefs)
def test_differences_lead_from_one_brief_to_the_other_and_back(
    one: Brief, other: Brief
) -> None:
    before, after = tree_of(one), tree_of(other)
    changes = differences(before, after)
    assert apply(before, changes) == after
    assert apply(after, inverse(changes)) == before
    assert brief_of(apply(before, changes)) == other


@RELAXED
@given(briefs, briefs)
def test_fields_that_stay_are_shared(one: Brief, other: Brief) -> None:
    mixed = one.revise(passages=other.passages, picks=other.picks)
    tree = tree_of(one)
    quick = tree_of(mixed, (one, tree))
    assert quick == tree_of(mixed)
    assert quick["cards"] is tree["cards"]


@RELAXED
@given(briefs)
def test_a_journal_from_before_a_field_was_known_opens_and_goes_on(
    brief: Brief,
) -> None:
    today = tree_of(brief)
    old = {name: held for name, held in today.items() if name != "proposals"}
    plain = tree_of(brief.revise(proposals={}))
    assert Fold(Beginning(when="", program="", state=old)).state == plain
