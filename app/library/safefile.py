"""Safe files: written beside the old one and moved over it.

A reader sees the old file or the new one, never half of one. Briefs are
flushed to disk first (`durable`); exports, which can be made again, are not.
"""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from app.model.errors import CannotWrite

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your storage quota is used up",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "that disk is read-only",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOTDIR: "part of the path is a file, not a folder",
    errno.EISDIR: "a folder has that name",
}


def why(error: OSError) -> str:
    """What an operating system's error means, in words a person can act on."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error)).lower()


def write_text(path: Path, text: str, *, durable: bool = False) -> None:
    """Write text as UTF-8 with line feeds.

    Raises:
        CannotWrite: the place does not take the file; the old one still stands.
    """
    write_bytes(path, text.encode("utf-8"), durable=durable)


def write_bytes(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Write a whole file, or leave the old one as it was.

    Raises:
        CannotWrite: the place does not take the file; the old one still stands.
    """
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        beside.chmod(_mode(path))
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        raise CannotWrite(path, why(error)) from error


def _mode(path: Path) -> int:
    """The permissions the file had, or what a new file usually gets."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    return 0o644
