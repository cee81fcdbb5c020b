"""The heading: whose paper it is, in the fields a conference wants."""

from app.language.grammar import join_names
from app.model.assignment import Assignment
from app.model.memory import Memory
from app.model.paper import HeaderField
from app.model.preset import FieldName, Preset

_HEADINGS = Memory(64)
"""Headings made before; every paper of a brief has the same."""

LABELS = {
    FieldName.CONFERENCE: "Conference",
    FieldName.COMMITTEE: "Committee",
    FieldName.TOPIC: "Topic",
    FieldName.COUNTRY: "Country",
    FieldName.FORMAL_COUNTRY: "Country",
    FieldName.DELEGATION: "Delegation",
    FieldName.SCHOOL: "School",
    FieldName.DELEGATES: "Delegates",
    FieldName.DATE: "Date",
}
"""What stands before a field where the conference has no word of its own."""


def heading(assignment: Assignment, rules: Preset) -> tuple[HeaderField, ...]:
    """The fields of the heading that have a value, in the conference's order."""
    return _HEADINGS.of(
        (assignment, rules), (), lambda: tuple(_fields(assignment, rules))
    )


def _fields(assignment: Assignment, rules: Preset) -> list[HeaderField]:
    found: list[HeaderField] = []
    own = rules.header.labels or {}
    for name in rules.header.fields or ():
        value = field_value(name, assignment, rules)
        if value:
            label = None if rules.header.label_free else own.get(name, LABELS[name])
            found.append(HeaderField(name=name.value, label=label, value=value))
    return found


def missing_fields(assignment: Assignment, rules: Preset) -> tuple[FieldName, ...]:
    """The fields a conference wants that the assignment cannot fill."""
    wanted = rules.header.fields or ()
    return tuple(one for one in wanted if not field_value(one, assignment, rules))


def field_value(name: FieldName, assignment: Assignment, rules: Preset) -> str | None:
    """What one field says; None where the assignment does not know it."""
    country, delegation = assignment.country, assignment.delegation
    values = {
        FieldName.CONFERENCE: None if rules.id == "default" else rules.name,
        FieldName.COMMITTEE: assignment.committee.name,
        FieldName.TOPIC: assignment.topic,
        FieldName.COUNTRY: country.name,
        FieldName.FORMAL_COUNTRY: country.formal or country.name,
        FieldName.DELEGATION: delegation.code or country.name,
        FieldName.SCHOOL: delegation.school,
        FieldName.DELEGATES: join_names(delegation.delegates) or None,
        FieldName.DATE: None,
    }
    return values[name]
