"""Safe files: written beside the old one and moved over it.

A reader sees the old file or the new one, never half of one. Briefs are
flushed to disk first (`durable`); exports, which can be made again, are not.
"""

import contextlib
import errno
import os
from itertools import count
from pathlib import Path

from app.model.errors import CannotWrite

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_NUMBERS = count()

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
        mode = _mode(path)
        handle, beside = _opened_beside(path, 0o666 if mode is None else 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        raise CannotWrite(path, why(error)) from error


def _mode(path: Path) -> int | None:
    """The permissions the file has; None where there is none."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    return None


def _opened_beside(path: Path, mode: int) -> tuple[int, Path]:
    """A new file in the same folder, which is made where it is missing.

    What takes the place of another is its writer's alone until it is whole.
    """
    try:
        return _opened_new(path.parent, mode)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _opened_new(path.parent, mode)


def _opened_new(folder: Path, mode: int) -> tuple[int, Path]:
    """A file of a name that no other has: a number of this process, or the next."""
    while True:
        place = folder / f".{os.getpid()}-{next(_NUMBERS)}.part"
        with contextlib.suppress(FileExistsError):
            return os.open(place, _NEW, mode), place
