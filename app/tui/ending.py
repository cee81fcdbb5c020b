"""How the program ends where a system ends it: saved first, and never left hanging.

Where a window is closed, the terminal is gone and takes no more words. The library
waits for it without end, and would keep the brief from every other window.
"""

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Callable

from app.model.errors import DONE

LONGEST = 5.0
"""Seconds after which a program whose window was closed ends by itself."""


def watch_signals(leave: Callable[[], None]) -> None:
    """Leave where the window is closed or the system stops."""
    loop = asyncio.get_running_loop()

    def hung_up() -> None:
        end_soon()
        leave()

    for name, act in (("SIGHUP", hung_up), ("SIGTERM", leave)):
        number = getattr(signal, name, None)
        if number is None:
            continue
        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
            loop.add_signal_handler(number, act)


def end_soon() -> None:
    """End the program in a while, whatever it waits for; all is saved by then."""
    last = threading.Timer(LONGEST, os._exit, [DONE])
    last.daemon = True
    last.start()
