"""The screens in a browser on this computer, and nobody else's.

Every page and the socket refuse a foreign `Host` and a foreign `Origin`, so
that no web page that is open beside ours can drive the program. Nothing is
fetched from the network.
"""

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote

from aiohttp import web
from aiohttp.hdrs import ORIGIN
from textual_serve.server import Server, to_int

from app.model.errors import Trouble
from app.tui.browser_session import Session

MOST_TABS = 12
"""Tabs that may be open at once; each is a process of its own."""

_PAGE = Path(__file__).with_name("browser.html")
_SCRIPT = Path(__file__).with_name("browser.js")

_RULES = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self' data:; img-src 'self' data:; connect-src 'self' {socket}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def is_loopback(host: str) -> bool:
    """Whether a host is this computer and no other."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Browser(Server):
    """The server of the screens."""

    def __init__(self, host: str, port: int) -> None:
        """Prepare to serve; `port` 0 takes a free one."""
        super().__init__("communique", host=host, port=port, title="Communiqué")
        self._open: dict[Session, web.WebSocketResponse] = {}

    @property
    def address(self) -> str:
        """Where the page is: `http://127.0.0.1:8000/`."""
        return f"http://{_named(self.host)}:{self.port}/"

    async def run(self, said: Callable[[str], None]) -> None:
        """Serve until the program is asked to end; then end every tab.

        Args:
            said: Called with the address once pages can be opened.

        Raises:
            Trouble: the port is taken.
        """
        runner = web.AppRunner(await self._make_app(), shutdown_timeout=1.0)
        await runner.setup()
        try:
            await self._listen(runner)
            said(self.address)
            await _asked_to_end()
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        site = web.TCPSite(runner, self.host, self.port)
        try:
            await site.start()
        except OSError as error:
            what = f"Port {self.port} of {self.host} is taken or not allowed."
            raise Trouble(what, hint="Try another one: --port 8765.") from error
        self.port = int(runner.addresses[0][1])

    async def _make_app(self) -> web.Application:
        """The pages: the start page, its script, the socket, the downloads."""
        pages = web.Application(middlewares=[self._guard])
        pages.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/page.js", self.handle_script),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path, show_index=False),
            ]
        )
        pages.on_response_prepare.append(_with_rules)
        pages.on_shutdown.append(self.on_shutdown)
        return pages

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: _Handler
    ) -> web.StreamResponse:
        """Refuse whoever does not come from our own page.

        Raises:
            HTTPForbidden: a foreign host, a foreign page, or none for the socket.
        """
        if request.host.lower() not in self._hosts():
            raise web.HTTPForbidden(text="This address is not served here.")
        origin = request.headers.get(ORIGIN)
        own = f"http://{request.host}"
        is_socket = request.path == "/ws"
        if origin != own and (origin is not None or is_socket):
            raise web.HTTPForbidden(text="Another page may not use this program.")
        asked_by = request.headers.get("Sec-Fetch-Site", "none")
        goes_there = request.headers.get("Sec-Fetch-Mode") == "navigate"
        if asked_by not in {"none", "same-origin"} and not goes_there:
            raise web.HTTPForbidden(text="Another page may not use this program.")
        return await handler(request)

    def _hosts(self) -> set[str]:
        """The names under which a browser on this computer knows us."""
        names = {"localhost", "127.0.0.1", "[::1]", _named(self.host)}
        with_port = {f"{one}:{self.port}" for one in names}
        return with_port | names if self.port == 80 else with_port

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, its addresses made from the host that was asked for."""
        size = min(max(to_int(request.query.get("fontsize", ""), 16), 8), 48)
        text = _PAGE.read_text("utf-8").replace("{size}", str(size))
        text = text.replace("{socket}", f"ws://{request.host}/ws")
        return web.Response(text=text, content_type="text/html")

    async def handle_script(self, _request: web.Request) -> web.Response:
        """What the page does by itself."""
        text = _SCRIPT.read_text("utf-8")
        return web.Response(text=text, content_type="text/javascript")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Start the screens for a tab and carry keys and pictures.

        Raises:
            HTTPServiceUnavailable: too many tabs are open.
        """
        if len(self._open) >= MOST_TABS:
            raise web.HTTPServiceUnavailable(text="Too many tabs are open.")
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        session = self._session(socket)
        self._open[session] = socket
        try:
            await session.start(
                _cells(request, "width", 80), _cells(request, "height", 24)
            )
            await self._process_messages(socket, session)
        finally:
            await session.stop()
            del self._open[session]
        return socket

    def _session(self, socket: web.WebSocketResponse) -> Session:
        """A tab that writes to a socket, and to nowhere once that is closed."""

        async def write_bytes(content: bytes) -> None:
            with contextlib.suppress(ConnectionError):
                await socket.send_bytes(content)

        async def write_str(content: str) -> None:
            with contextlib.suppress(ConnectionError):
                await socket.send_str(content)

        async def close() -> None:
            await socket.close()

        return Session(
            self.command,
            write_bytes=write_bytes,
            write_str=write_str,
            close=close,
            download_manager=self.download_manager,
        )

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """Hand over a file once, always to be kept and never shown.

        Raises:
            HTTPNotFound: there is no such file.
        """
        key = request.match_info["key"]
        try:
            found = await self.download_manager.get_download_metadata(key)
        except KeyError as error:
            raise web.HTTPNotFound(text="This file was fetched already.") from error
        response = web.StreamResponse()
        response.content_type = found.mime_type or "application/octet-stream"
        response.headers["Content-Disposition"] = _kept_as(found.file_name)
        await response.prepare(request)
        async for chunk in self.download_manager.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Close every tab: each saves and leaves."""
        sockets = [one.close(code=1001) for one in self._open.values()]
        tabs = [one.stop() for one in self._open]
        await asyncio.gather(*sockets, *tabs, return_exceptions=True)


async def _asked_to_end() -> None:
    """Wait for Ctrl+C, for the window to close, or for the system to stop."""
    loop, asked = asyncio.get_running_loop(), asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                loop.add_signal_handler(number, asked.set)
    await asked.wait()


async def _with_rules(request: web.Request, response: web.StreamResponse) -> None:
    """Say to the browser what our pages may do."""
    for name, rule in _RULES.items():
        response.headers[name] = rule.replace("{socket}", f"ws://{request.host}")


def _kept_as(name: str) -> str:
    """How a download is called: a plain name, and the true one for new browsers."""
    plain = "".join(one if one.isalnum() or one in "-_. " else "_" for one in name)
    plain = plain.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _cells(request: web.Request, name: str, usual: int) -> int:
    return min(max(to_int(request.query.get(name, ""), usual), 10), 1000)


def _named(host: str) -> str:
    """A host as an address names it."""
    return f"[{host}]" if ":" in host else host
