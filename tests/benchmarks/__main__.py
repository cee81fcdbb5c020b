"""`python -m tests.benchmarks NAME`: run one benchmark and print what it measured."""

import sys
from importlib import import_module
from pathlib import Path


def names() -> list[str]:
    """Every benchmark there is, by the name a person types."""
    here = Path(__file__).parent
    return sorted(
        one.stem.replace("_", "-")
        for one in here.glob("*.py")
        if not one.stem.startswith("_") and "def main(" in one.read_text("utf-8")
    )


def run(words: list[str]) -> int:
    """Run the benchmark a person named; gives the exit status."""
    if not words or words[0] not in names():
        sys.stdout.write(f"Name one of: {', '.join(names())}.\n")
        return 2
    module = import_module(f"tests.benchmarks.{words[0].replace('-', '_')}")
    return int(module.main(words[1:]) or 0)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
