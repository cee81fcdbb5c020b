"""Window sizes at which the screens change their shape."""

SMALLEST_WIDE = 110
"""From this many columns on, panes stand side by side."""

SMALLEST_LIVE = 120
"""From this many columns on, the paper stands beside every other stage."""

ACROSS = [(0, "-tiny"), (58, "-narrow"), (SMALLEST_WIDE, "-wide")]
"""Columns and the class a screen takes from there on."""

DOWN = [(0, "-low"), (15, "-short"), (23, "-tall")]
"""Lines and the class a screen takes from there on."""
