"""A real browser for a test: Chromium, driven by its own protocol."""

import asyncio
import base64
import json
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from aiohttp import ClientSession, ClientWebSocketResponse

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60.0
"""Seconds a slow computer may take for one step."""

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07]*\x07|P[^\x1b]*\x1b\\|.)"
)


def find() -> str:
    """Chromium's command; the test is skipped without one, and fails in CI."""
    found = next((path for one in NAMES if (path := shutil.which(one))), None)
    if found is None:
        reason = "no Chromium is installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


class Page:
    """One tab of the browser."""

    def __init__(self, socket: "ClientWebSocketResponse") -> None:
        self._socket = socket
        self._asked: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Condition()
        self._numbers = count(1)
        self.drawn = ""
        """What the server sent to be drawn since the last `look_afresh`."""
        self.told: list[tuple[str, dict[str, Any]]] = []
        """What the browser told of itself."""

    async def listen(self) -> None:
        """Take in what the browser says until it is gone."""
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._asked.pop(said["id"]).set_result(said)
                continue
            async with self._news:
                self._take_in(said["method"], said["params"])
                self._news.notify_all()

    def _take_in(self, method: str, params: dict[str, Any]) -> None:
        self.told.append((method, params))
        if method == "Network.webSocketFrameReceived":
            frame = params["response"]
            text = frame["payloadData"]
            if frame["opcode"] == 2:
                text = base64.b64decode(text).decode("utf-8", "replace")
            self.drawn += text

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the browser to do something, and give its answer."""
        number = next(self._numbers)
        answer = asyncio.get_running_loop().create_future()
        self._asked[number] = answer
        await self._socket.send_json({"id": number, "method": method, "params": params})
        async with asyncio.timeout(PATIENCE):
            said = await answer
        assert "error" not in said, said
        found: dict[str, Any] = said["result"]
        return found

    async def until(self, is_so: Callable[[], object], what: str) -> None:
        """Wait until something is so."""
        try:
            async with asyncio.timeout(PATIENCE), self._news:
                await self._news.wait_for(is_so)
        except TimeoutError:
            pytest.fail(f"{what} never came; last was {self.plain[-800:]!r}")

    @property
    def plain(self) -> str:
        return _ESCAPES.sub("", self.drawn)

    def look_afresh(self) -> None:
        """Forget what was drawn before."""
        self.drawn = ""

    async def shows(self, words: str) -> None:
        """Wait until these words are drawn."""
        await self.until(lambda: words in self.plain, words)

    async def press(self, key: str, code: int, wanted: str) -> None:
        """Press a key and wait for what it shows."""
        self.look_afresh()
        named = {"key": key, "windowsVirtualKeyCode": code}
        text = {"text": "\r"} if key == "Enter" else {}
        text = {"text": key} if len(key) == 1 else text
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **named, **text)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **named)
        await self.shows(wanted)

    async def type_text(self, text: str, wanted: str) -> None:
        """Type words and wait until they are drawn."""
        self.look_afresh()
        await self.ask("Input.insertText", text=text)
        await self.shows(wanted)

    async def run(self, script: str) -> Any:
        """Run a script in the page and give what it comes to."""
        found = await self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return found["result"].get("value")


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[tuple[Page, Page]]:
    """An empty tab, and the browser around it; both are ended in any case."""
    import aiohttp

    process = _start(folder)
    try:
        whole = await asyncio.to_thread(_address_of, process)
        host = whole.split("/")[2]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://{host}/json/list") as answer:
                tabs = [one for one in await answer.json() if one["type"] == "page"]
            tab = tabs[0]["webSocketDebuggerUrl"]
            async with (
                _listened(session, tab) as page,
                _listened(session, whole) as browser,
            ):
                yield page, browser
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait, PATIENCE)
        assert process.stderr is not None
        process.stderr.close()


@asynccontextmanager
async def _listened(session: "ClientSession", address: str) -> AsyncIterator[Page]:
    async with session.ws_connect(address, max_msg_size=0) as socket:
        page = Page(socket)
        listening = asyncio.create_task(page.listen())
        yield page
        listening.cancel()


def _start(folder: Path) -> "subprocess.Popen[str]":
    flags = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run")
    more = ("--disable-dev-shm-usage", "--disable-popup-blocking")
    places = ("--remote-debugging-port=0", f"--user-data-dir={folder / 'profile'}")
    return subprocess.Popen(
        [find(), *flags, *more, *places, "--window-size=1200,800", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )


def _address_of(process: "subprocess.Popen[str]") -> str:
    """Where the browser listens, as it says itself."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"DevTools listening on (ws://\S+)", line):
            return found[1]
    pytest.fail("Chromium ended before it listened.")
