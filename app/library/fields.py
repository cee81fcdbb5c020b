"""A brief as fields: what edits name, compare and change.

Cards, sources, terms, passages and questions are kept by their stable ids with
their order beside them, so that no edit ever names a place by its number.
Trees of fields are never changed in place: a change gives a new tree that
shares what it did not touch.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from app.model.base import Record
from app.model.brief import Brief
from app.model.edit import Change, Place

Tree = dict[str, Any]
"""A brief as nested fields, in what JSON knows."""

Kept = TypeVar("Kept", bound=Record)
"""A member of a collection."""

ORDER = "order"
"""The ids of a collection in their order."""

BY_ID = "by"
"""The members of a collection by id."""

COLLECTIONS = {
    "cards": "id",
    "sources": "id",
    "glossary": "term",
    "passages": "id",
    "questions": "text",
}
"""The fields of a brief with members of their own, and what names a member."""

ADDED: Tree = {"proposals": {}}
"""Fields that the first journals do not know, as they are where nothing is said."""

_LONG = 24
"""Texts from this length on tell only the part that differs."""


class DoesNotFit(ValueError):
    """A change that was made to another state than this one."""


def tree_of(brief: Brief, like: tuple[Brief, Tree] | None = None) -> Tree:
    """The fields of a brief; what is the same as in `like` is shared with it."""
    tree: Tree = {}
    for name in Brief.model_fields:
        value = getattr(brief, name)
        if like is not None and _same(value, getattr(like[0], name)):
            tree[name] = like[1][name]
        elif name in COLLECTIONS:
            tree[name] = _collection(name, value)
        else:
            tree[name] = _plain(value)
    return tree


def brief_of(tree: Tree, like: tuple[Brief, Tree] | None = None) -> Brief:
    """The brief that fields describe; what is the same as in `like` is taken over.

    Raises:
        DoesNotFit: they describe none.
    """
    parts = dict(tree)
    try:
        for name, held in tree.items():
            if like is not None and held is like[1].get(name):
                parts[name] = getattr(like[0], name)
            elif name in COLLECTIONS:
                parts[name] = [held[BY_ID][key] for key in held[ORDER]]
        return Brief.model_validate(parts)
    except (ValidationError, AttributeError, KeyError, TypeError) as error:
        raise DoesNotFit(str(error)) from error


def of_today(tree: Tree) -> Tree:
    """The fields that an older program wrote, with those it did not know yet."""
    return tree if ADDED.keys() <= tree.keys() else {**ADDED, **tree}


def differences(before: Tree, after: Tree) -> tuple[Change, ...]:
    """The changes that lead from one tree to another, field by field."""
    found: list[Change] = []
    for name in (*before, *(one for one in after if one not in before)):
        old, new = before.get(name), after.get(name)
        if old is new or old == new:
            continue
        if name in COLLECTIONS and old and new:
            found += _collection_differences(name, old, new)
        else:
            found += _field_differences((name,), old, new)
    return tuple(found)


def apply(tree: Tree, changes: Iterable[Change]) -> Tree:
    """The tree with changes made to it.

    Raises:
        DoesNotFit: a change was made to another state than this one.
    """
    for change in changes:
        tree = _put(tree, _inside(change.where), change)
    return tree


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back."""
    return tuple(
        Change(where=one.where, before=one.after, after=one.before, at=one.at)
        for one in reversed(tuple(changes))
    )


def value_at(tree: Tree, where: Place) -> Any:
    """What stands at a place; None where nothing does."""
    here: Any = tree
    for step in _inside(where):
        if not isinstance(here, Mapping) or step not in here:
            return None
        here = here[step]
    return here


def whole(changes: Iterable[Change], before: Tree, after: Tree) -> tuple[Change, ...]:
    """The changes with whole fields in place of the parts of texts that differ."""
    return tuple(
        one
        if one.at is None
        else Change(
            where=one.where,
            before=value_at(before, one.where),
            after=value_at(after, one.where),
        )
        for one in changes
    )


def _same(one: Any, other: Any) -> bool:
    return one is other or bool(one == other)


def _plain(value: Any) -> Any:
    """A value of a brief in what JSON knows, without what is usual."""
    if isinstance(value, Record):
        said = value.model_dump(by_alias=True, exclude_defaults=True)
        kind = getattr(value, "kind", None)
        return _plain(said if kind is None else {"kind": kind} | said)
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


def keyed(collection: str, members: Iterable[Kept]) -> dict[str, Kept]:
    """The members of a collection by what names each of them, in their order."""
    found: dict[str, Kept] = {}
    for member in members:
        name = str(getattr(member, COLLECTIONS[collection]))
        key, number = name, 1
        while key in found:
            number += 1
            key = f"{name}~{number}"
        found[key] = member
    return found


def _collection(collection: str, members: Iterable[Record]) -> Tree:
    by_id = {key: _plain(one) for key, one in keyed(collection, members).items()}
    return {ORDER: list(by_id), BY_ID: by_id}


def _collection_differences(name: str, old: Tree, new: Tree) -> Iterator[Change]:
    was, now = old[BY_ID], new[BY_ID]
    for key in was:
        if key not in now:
            yield Change(where=(name, key), before=was[key])
    for key, member in now.items():
        if key not in was:
            yield Change(where=(name, key), after=member)
        elif member != was[key]:
            yield from _field_differences((name, key), was[key], member)
    if old[ORDER] != new[ORDER]:
        yield Change(where=(name,), before=old[ORDER], after=new[ORDER])


def _field_differences(where: Place, old: Any, new: Any) -> Iterator[Change]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in (*old, *(one for one in new if one not in old)):
            was, now = old.get(name), new.get(name)
            if was != now:
                yield from _field_differences((*where, name), was, now)
    elif isinstance(old, str) and isinstance(new, str) and len(old) >= _LONG:
        yield _text_difference(where, old, new)
    else:
        yield Change(where=where, before=old, after=new)


def _text_difference(where: Place, old: str, new: str) -> Change:
    start = shared(old, new)
    end = shared(old[start:][::-1], new[start:][::-1])
    was, now = old[start : len(old) - end], new[start : len(new) - end]
    return Change(where=where, before=was, after=now, at=start)


def shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _inside(where: Place) -> Place:
    """The steps into a tree that a place means."""
    if where and where[0] in COLLECTIONS:
        if len(where) == 1:
            return (where[0], ORDER)
        return (where[0], BY_ID, *where[1:])
    return where


def _put(tree: Tree, steps: Place, change: Change) -> Tree:
    if not steps or not isinstance(tree, dict):
        raise DoesNotFit("/".join(change.where))
    first, rest = steps[0], steps[1:]
    copy = dict(tree)
    if rest:
        copy[first] = _put(tree.get(first, {}), rest, change)
        return copy
    value = _changed(tree.get(first), change)
    if value is None and not _is_field_of_brief(steps, change):
        copy.pop(first, None)
    else:
        copy[first] = value
    return copy


def _is_field_of_brief(steps: Place, change: Change) -> bool:
    """Whether a field always stands in a tree, even where it says nothing."""
    return len(change.where) == 1 and len(steps) == 1


def _changed(here: Any, change: Change) -> Any:
    if change.at is None:
        if here != change.before:
            raise DoesNotFit("/".join(change.where))
        return change.after
    end = change.at + len(change.before or "")
    if not isinstance(here, str) or here[change.at : end] != change.before:
        raise DoesNotFit("/".join(change.where))
    return here[: change.at] + (change.after or "") + here[end:]
