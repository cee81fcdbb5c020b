"""The commands about files: where they are and how they are built."""

from typing import Any, Literal

from app.cli import say
from app.model.errors import DONE

Shape = Literal["brief", "dossier", "preset", "findings"]
"""What has a schema."""


def locate() -> int:
    """Print where your briefs and dossiers live, and what ships with the program.

    Example: communique locate
    """
    from app.library import locations

    say.records(
        (
            ("shelf", str(locations.shelf_home())),
            ("templates", str(locations.templates_root())),
            ("briefs", str(locations.briefs_root())),
        )
    )
    return DONE


def schema(what: Shape, /) -> int:
    """Print the JSON Schema of a brief, a dossier, a preset or findings.

    Example: communique schema brief
    """
    from pydantic import TypeAdapter

    from app.model.brief import Brief
    from app.model.dossier import Dossier
    from app.model.finding import Finding
    from app.model.preset import Preset

    shapes: dict[str, TypeAdapter[Any]] = {
        "brief": TypeAdapter(Brief),
        "dossier": TypeAdapter(Dossier),
        "preset": TypeAdapter(Preset),
        "findings": TypeAdapter(tuple[Finding, ...]),
    }
    say.as_json(shapes[what].json_schema())
    return DONE
