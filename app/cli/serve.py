"""The command that shows the screens in a browser on this computer."""

from typing import Annotated

from cyclopts import Parameter

from app.cli import say
from app.model.errors import DONE, Trouble, WrongUse

INSTALL = 'pip install "communique[serve]"'
"""How the browser's part is installed."""


def serve(
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_: Annotated[bool, Parameter(name="--open")] = False,
) -> int:
    """Show the screens in a browser on this computer.

    Nobody else can reach them. Papers you write are downloaded by the browser
    and kept in your folder as well. Ctrl+C ends it; every tab is saved first.

    Example: communique serve --open

    Parameters
    ----------
    host
        An address of this computer: 127.0.0.1, ::1 or localhost.
    port
        The port to listen at; 0 takes a free one.
    open_
        Open the page in your browser at once.
    """
    import asyncio

    try:
        from app.tui.browser import Browser, is_loopback
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"textual_serve", "aiohttp"}:
            raise
        what = "The screens in a browser need a part that is not installed."
        raise Trouble(what, hint=f"Install it with: {INSTALL}") from error
    if not is_loopback(host):
        raise WrongUse(
            f"{host} would let others in the network drive your program; "
            "communique serve is for this computer only.",
            hint="Leave out --host, or say --host 127.0.0.1.",
        )
    if not 0 <= port <= 65_535:
        raise WrongUse(f"{port} is no port.", hint="Say one from 1024 to 65535.")

    def said(address: str) -> None:
        say.data(address, at_once=True)
        say.talk("Open this address in your browser. Ctrl+C ends it.")
        if open_:
            from app.tui.opening import open_address

            say.talk(open_address(address))

    asyncio.run(Browser(host, port).run(said))
    say.talk("Ended. Everything is saved.")
    return DONE
