"""File formats: which one a conference takes, and what to do where we cannot."""

from app.desk.writing import FORMATS
from app.export.pdf import libreoffice
from app.model.preset import Preset

OURS = "docx"
"""The format we write where none of the conference's can be written here."""


def suffix_for(rules: Preset) -> str:
    """The first format the conference takes that can be written on this computer."""
    for one in rules.file.formats or ():
        if one in FORMATS and (one != "pdf" or libreoffice()):
            return one
    return OURS


def advice_on(rules: Preset, suffix: str) -> str:
    """What to say of a file in a format the conference does not take; or nothing."""
    wanted = rules.file.formats or ()
    if not wanted or suffix in wanted:
        return ""
    said = " or ".join(f".{one}" for one in wanted)
    hint = f"Open it in Word or Google Docs and save it as .{wanted[0]}."
    if "pdf" in wanted and libreoffice():
        hint = "Name a file that ends in .pdf, as in -o paper.pdf, and it is made."
    elif "pdf" in wanted:
        hint += " With LibreOffice installed (libreoffice.org), -o paper.pdf works too."
    return f"{rules.name} wants {said}; this is .{suffix}. {hint}"
