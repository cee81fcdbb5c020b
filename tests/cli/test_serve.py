"""The screens in a browser: ours may come in, others not, nobody stays behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.__main__ import main
from app.model.errors import FINDINGS, WRONG_USE

if TYPE_CHECKING:
    from aiohttp import ClientWebSocketResponse

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 30.0
"""Seconds a slow computer may take."""


class Served:
    """A server of its own, in a process of its own."""

    def __init__(self, shelf: Path) -> None:
        self.shelf = shelf
        code = "import sys; from app.__main__ import main; sys.exit(main())"
        flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "serve", "--port", "0"],
            cwd=ROOT,
            env=os.environ | {"COMMUNIQUE_HOME": str(shelf), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            text=True,
            creationflags=flags,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    @property
    def host(self) -> str:
        return self.address.removeprefix("http://").rstrip("/")

    def end(self, number: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def tabs(self) -> list[int]:
        """The processes of open tabs: those whose command names a tab and our shelf."""
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                words = (entry / "cmdline").read_bytes()
                around = (entry / "environ").read_bytes()
            except OSError:
                continue
            if b"browser_tab" in words and os.fsencode(self.shelf) in around:
                found.append(int(entry.name))
        return found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    pytest.importorskip("textual_serve", reason="the extra serve is not installed")
    one = Served(tmp_path / "shelf")
    try:
        yield one
    finally:
        one.end()


async def fetch(
    served: Served, path: str = "", **headers: str
) -> tuple[int, str, dict[str, str]]:
    import aiohttp

    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with (
        aiohttp.ClientSession() as session,
        session.get(served.address + path, headers=named) as answer,
    ):
        return answer.status, await answer.text(), dict(answer.headers)


async def test_the_page_opens_and_asks_nobody_else(served: Served) -> None:
    code, text, headers = await fetch(served)
    assert code == 200
    assert f'data-session-websocket-url="ws://{served.host}/ws"' in text
    assert "googleapis" not in text
    assert text.count("://") == 1
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    for path in ("page.js", "static/js/textual.js", "static/css/xterm.css"):
        assert (await fetch(served, path))[0] == 200
    assert (await fetch(served, "static/"))[0] == 403
    assert (await fetch(served, "download/nothing"))[0] == 404


async def test_a_foreign_host_or_page_is_refused(served: Served) -> None:
    port = served.host.rpartition(":")[2]
    assert (await fetch(served, Host=f"localhost:{port}"))[0] == 200
    assert (
        f"ws://localhost:{port}/ws"
        in (await fetch(served, Host=f"localhost:{port}"))[1]
    )
    foreign = ("evil.example", f"evil.example:{port}", "127.0.0.1", "")
    for host in (*foreign, f"a@127.0.0.1:{port}"):
        assert (await fetch(served, Host=host))[0] in {400, 403}, host
    own = served.address.rstrip("/")
    assert (await fetch(served, Origin=own))[0] == 200
    others = ("http://evil.example", "null", f"https://{served.host}")
    for origin in (*others, f"{own}.evil.example"):
        for path in ("", "page.js", "static/js/textual.js", "download/x"):
            assert (await fetch(served, path, Origin=origin))[0] == 403, origin
    assert (await fetch(served, Sec_Fetch_Site="cross-site"))[0] == 403


async def test_a_socket_is_for_our_own_page_only(served: Served) -> None:
    import aiohttp

    own = served.address.rstrip("/")
    async with aiohttp.ClientSession() as session:
        for headers in (
            {},
            {"Origin": "http://evil.example"},
            {"Origin": "null"},
            {"Origin": own, "Host": "evil.example"},
        ):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(served.address + "ws", headers=headers)
            assert refused.value.status == 403
        assert not proc_or_none(served)
        async with session.ws_connect(
            served.address + "ws?width=90&height=30", headers={"Origin": own}
        ) as socket:
            await shown(socket, "Start a paper")
            assert len(proc_or_none(served) or [0]) == 1
        await gone(served)


async def test_the_word_file_arrives_as_a_download(served: Served) -> None:
    import aiohttp

    own = served.address.rstrip("/")
    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(
            served.address + "ws?width=120&height=40", headers={"Origin": own}
        )
        await shown(socket, "Start a paper")
        await socket.send_json(["stdin", "\r"])
        await shown(socket, "New paper")
        await socket.send_json(["stdin", "\r"])
        await shown(socket, "Speaking")
        await socket.send_json(["stdin", "9"])
        await shown(socket, "e writes the draft")
        await socket.send_json(["stdin", "e"])
        said = await shown(socket, "deliver_file_start")
        key = said.partition('["deliver_file_start", "')[2].partition('"')[0]
        async with session.get(f"{served.address}download/{key}") as answer:
            content = await answer.read()
            kept_as = answer.headers["Content-Disposition"]
        files = list(served.shelf.glob("*/out/*.docx"))
        assert [one.read_bytes() for one in files] == [content]
        assert kept_as.startswith(f'attachment; filename="{files[0].name}"')
        async with session.get(f"{served.address}download/{key}") as again:
            assert again.status == 404
        await socket.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are read in /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_no_tab_is_left_when_the_server_ends(
    served: Served, number: signal.Signals
) -> None:
    import aiohttp

    own = served.address.rstrip("/")
    async with aiohttp.ClientSession() as session:
        sockets = [
            await session.ws_connect(served.address + "ws", headers={"Origin": own})
            for _ in range(2)
        ]
        for one in sockets:
            await shown(one, "Start a paper")
        assert len(served.tabs()) == 2
        assert await asyncio.to_thread(served.end, number) == 0
        assert not served.tabs()
        for one in sockets:
            await one.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are read in /proc")
async def test_a_tab_saves_and_leaves_when_the_server_is_killed(
    served: Served,
) -> None:
    import aiohttp

    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(
            served.address + "ws?width=120&height=40",
            headers={"Origin": served.address.rstrip("/")},
        )
        await to_the_first_passage(socket)
        await socket.send_json(["stdin", "Nobody is for sale."])
        await shown(socket, "for sale.")
        await asyncio.to_thread(served.end, signal.SIGKILL)
        await gone(served)
        assert "Nobody is for sale." in written(served)
        await socket.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are read in /proc")
async def test_what_was_typed_last_is_saved_when_the_page_closes(
    served: Served,
) -> None:
    import aiohttp

    own = served.address.rstrip("/")
    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(
            served.address + "ws?width=120&height=40", headers={"Origin": own}
        )
        await to_the_first_passage(socket)
        await socket.send_json(["stdin", "Nobody is for sale."])
        await socket.close()
    await gone(served)
    assert "Nobody is for sale." in written(served)


async def to_the_first_passage(socket: "ClientWebSocketResponse") -> None:
    await shown(socket, "Start a paper")
    await socket.send_json(["focus"])
    await socket.send_json(["stdin", "\r"])
    await shown(socket, "New paper")
    await socket.send_json(["stdin", "\r"])
    await shown(socket, "Speaking")
    await socket.send_json(["stdin", "8"])
    await shown(socket, "passage by passage")
    await socket.send_json(["stdin", "\r"])
    await shown(socket, "Esc: done")


def written(served: Served) -> str:
    """What the one paper on the shelf says."""
    papers = [one.read_text("utf-8") for one in served.shelf.glob("*/paper.md")]
    assert len(papers) == 1
    return papers[0]


async def shown(socket: "ClientWebSocketResponse", words: str) -> str:
    """Wait until these words are on the screen or in a message, and give what came."""
    seen = ""
    async with asyncio.timeout(PATIENCE):
        while words not in seen:
            content = (await socket.receive()).data
            assert isinstance(content, bytes | str), seen
            text = content if isinstance(content, str) else content.decode()
            seen += text
    return seen


async def gone(served: Served) -> None:
    """Wait until no tab is left."""
    until = time.monotonic() + PATIENCE
    while proc_or_none(served) and time.monotonic() < until:
        await asyncio.to_thread(time.sleep, 0.1)
    assert not proc_or_none(served)


def proc_or_none(served: Served) -> list[int] | None:
    return served.tabs() if Path("/proc").is_dir() else None


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", ""])
def test_only_this_computer(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("textual_serve")
    assert main(["serve", "--host", host]) == WRONG_USE
    assert "this computer only" in capsys.readouterr().err


def test_a_taken_port_is_said(
    capsys: pytest.CaptureFixture[str], served: Served
) -> None:
    port = served.host.rpartition(":")[2]
    assert main(["serve", "--port", port]) == FINDINGS
    assert "--port" in capsys.readouterr().err
    assert main(["serve", "--port", "70000"]) == WRONG_USE


def test_what_is_missing_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [one for one in sys.modules if one.startswith("app.tui.browser")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    monkeypatch.setitem(sys.modules, "textual_serve.app_service", None)
    assert main(["serve"]) == FINDINGS
    assert 'pip install "communique[serve]"' in capsys.readouterr().err
