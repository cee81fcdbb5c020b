"""The command `communique`: the screens without words, the command line with."""

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code; `--version` loads nothing else."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):
        from app import __version__

        sys.stdout.write(f"communique {__version__}\n")
        return 0
    if not words:
        from app.cli.accessible import is_wanted

        if is_wanted():
            words = ["plain"]
    if not words:
        from app.tui.app import run

        return run()
    from app.cli.commands import main as commands

    code = commands(words)
    if arguments is None:
        gc.freeze()  # the process ends: what it holds is let go without a search
    return code


if __name__ == "__main__":
    sys.exit(main())
