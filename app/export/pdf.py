"""A paper as PDF, through LibreOffice where it is installed.

LibreOffice is started once for many files, in a profile of its own, so that
it neither disturbs nor waits for a window a person has open.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from app.model.errors import Trouble

PATIENCE = 300
"""Seconds a conversion may take before it is given up."""

_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)


class NoPdf(Trouble):
    """LibreOffice, which makes the PDF, is missing or failed."""


def libreoffice() -> Path | None:
    """The LibreOffice program, or None where none is installed."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(p) for p in _USUAL_PLACES if Path(p).is_file()), None)


def to_pdf(word_file: bytes) -> bytes:
    """One Word file as PDF.

    Raises:
        NoPdf: LibreOffice is missing or did not manage.
    """
    return to_pdfs({"paper": word_file})["paper"]


def to_pdfs(word_files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Many Word files as PDF, by the names they were given, in one start.

    Raises:
        NoPdf: LibreOffice is missing or did not manage.
    """
    if not word_files:
        return {}
    program = libreoffice()
    if program is None:
        raise NoPdf(
            "A PDF needs LibreOffice, which is not installed here.",
            hint="Write a .docx and save it as PDF in Word or Google Docs, or "
            "install LibreOffice (libreoffice.org).",
        )
    with tempfile.TemporaryDirectory() as folder:
        return _convert(program, dict(word_files), Path(folder))


def _convert(program: Path, files: dict[str, bytes], room: Path) -> dict[str, bytes]:
    numbered = {name: room / f"{number}.docx" for number, name in enumerate(files)}
    for name, path in numbered.items():
        path.write_bytes(files[name])
    profile = (room / "profile").as_uri()
    command = [
        str(program),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(room),
        *map(str, numbered.values()),
    ]
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoPdf(
            "LibreOffice did not make the PDF.", hint="Write a .docx instead."
        ) from error
    made = {name: path.with_suffix(".pdf") for name, path in numbered.items()}
    missing = [name for name, path in made.items() if not path.is_file()]
    if missing:
        said = done.stderr.strip().splitlines()
        raise NoPdf(
            f"LibreOffice did not make {len(missing)} of {len(made)} PDF files.",
            hint=said[-1] if said else "Write a .docx instead.",
        )
    return {name: path.read_bytes() for name, path in made.items()}
