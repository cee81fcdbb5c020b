"""What every record has in common: it is frozen, strict and easy to revise."""

from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict

from app.model.text import clean, clean_line

Line = Annotated[str, AfterValidator(clean_line)]
"""Text on one line, cleaned once when it enters the house."""

Prose = Annotated[str, AfterValidator(clean)]
"""Text that may hold line breaks, cleaned once when it enters the house."""

Id = Annotated[str, AfterValidator(clean_line)]
"""A stable name in kebab-case. Once used, an id never changes."""

Ids = tuple[Id, ...]
"""Ids in the order a person gave them."""


class Record(BaseModel):
    """A value with named parts that never changes once made."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )

    @classmethod
    def known(cls, **parts: Any) -> Self:
        """A record of parts that are in order already; nothing is checked again.

        For what is made by the thousand from records that were checked. Fields that
        are left out have their defaults.
        """
        made = _new(cls)
        defaults, names = _shape(cls)
        _put(made, "__dict__", defaults | parts)
        _put(made, "__pydantic_fields_set__", names)
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made

    def with_known(self, **changes: Any) -> Self:
        """The same record with some parts replaced that are in order already."""
        held = vars(self)
        parts = {name: held[name] for name in type(self).model_fields}
        return self.known(**parts | changes)

    def revise(self, **changes: Any) -> Self:
        """The same record with some parts replaced, checked like a new one.

        Raises:
            pydantic.ValidationError: a new part does not fit its field.
        """
        parts = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(parts | changes)


_new, _put = object.__new__, object.__setattr__


@lru_cache(maxsize=256)
def _shape(kind: type[Record]) -> tuple[dict[str, Any], set[str]]:
    """The fields of a record in its own order, with what they are when left out.

    Their names are one set for all records of a kind, as none changes.
    """
    defaults = {
        name: None
        if field.is_required()
        else field.get_default(call_default_factory=True)
        for name, field in kind.model_fields.items()
    }
    return defaults, set(defaults)
