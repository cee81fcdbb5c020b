"""Every test of the screens has a shelf of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty shelf."""
    shelf = tmp_path / "shelf"
    monkeypatch.setenv("COMMUNIQUE_HOME", str(shelf))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return shelf
