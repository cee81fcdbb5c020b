"""What the server holds for one open tab: its process, started and ended tidily."""

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import Process
from pathlib import Path

from textual_serve.app_service import AppService

import app

PATIENCE = 5.0
"""Seconds a tab has to save and leave before it is ended."""

_HOME = str(Path(app.__file__).resolve().parent.parent)

_BEGIN = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from app.tui.browser_tab import main; sys.exit(main())"
)


class Session(AppService):
    """One tab and its process."""

    _ending: asyncio.Lock | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the screens: one process, no shell, in a group of its own."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-c", _BEGIN, _HOME),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._build_environment(width=width, height=height),
            start_new_session=sys.platform != "win32",
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def stop(self) -> None:
        """Let the tab save and leave; end it where it does not."""
        self._ending = self._ending or asyncio.Lock()
        async with self._ending:
            if self._process is None or self._task is None:
                return
            await self._download_manager.cancel_app_downloads(self.app_service_id)
            await self._leave(self._process)
            await self._task
            self._task = None

    async def _leave(self, process: Process) -> None:
        for end in (self._ask, self._terminate, self._kill):
            await end(process)
            try:
                await asyncio.wait_for(process.wait(), PATIENCE)
            except TimeoutError:
                continue
            break
        self._kill_group(process.pid, signal.SIGTERM)

    async def _ask(self, process: Process) -> None:
        """Ask it to leave; the end of its input says the same."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.send_meta({"type": "quit"}), 1)
        if process.stdin is not None:
            process.stdin.close()

    async def _terminate(self, process: Process) -> None:
        if process.returncode is None:
            process.terminate()

    async def _kill(self, process: Process) -> None:
        if process.returncode is None:
            process.kill()

    def _kill_group(self, leader: int, number: int) -> None:
        """End what the tab itself has started and left behind."""
        if sys.platform == "win32":
            return
        try:
            os.killpg(leader, number)
        except (ProcessLookupError, PermissionError):
            return
