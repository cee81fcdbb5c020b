"""Opens the screens once in a pseudo-terminal, reads the shelf and quits."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

WANTED = b"Start a paper"
PATIENCE = 60.0


def main(command: str) -> int:
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(command, [command])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown, until, asked = b"", time.monotonic() + PATIENCE, False
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.5)
        if ready:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                # The other end is gone: the program has closed its terminal.
                return closed(child, asked, shown)
        if WANTED in shown and not asked:
            asked = True
            os.write(terminal, b"\x11")
    print("Nothing happened for a minute:", shown[-2000:], sep="\n")
    return 1


def closed(child: int, asked: bool, shown: bytes) -> int:
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if asked and code == 0:
        print("The shelf was shown, and Ctrl+Q closed it.")
        return 0
    print(f"The screens ended early or badly ({code}):", shown[-2000:], sep="\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
