"""What every record has in common: it is frozen, strict and easy to revise."""

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

    def revise(self, **changes: Any) -> Self:
        """The same record with some parts replaced, checked like a new one.

        Raises:
            pydantic.ValidationError: a new part does not fit its field.
        """
        parts = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(parts | changes)
