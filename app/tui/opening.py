"""Opening a file with the program the computer has for it, without waiting for it."""

import os
import subprocess
import sys
from pathlib import Path


def open_file(path: Path) -> str:
    """Open a file in its own program and say so, or say where the file is."""
    if not path.exists():
        return f"{path} is not there any more: e writes it again."
    try:
        _start(path)
    except OSError:
        return f"Nothing here opens it by itself. The file is {path}"
    return f"Opening {path.name}. If nothing appears, it is at {path}"


def open_address(address: str) -> str:
    """Open a web address in the browser and say so, or say the address."""
    if not address.startswith(("https://", "http://")):
        return f"This is no web address: {address}"
    try:
        _start(address)
    except OSError:
        return f"Nothing here opens it by itself. The address is {address}"
    return f"Opening {address}"


def _start(path: Path | str) -> None:
    """Hand a file or an address to the system.

    Raises:
        OSError: the system has no such program.
    """
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 the file was written by this program
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    subprocess.Popen(  # noqa: S603 no shell, one file of our own
        [opener, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
