"""Whole jobs said once: write, check, create. The one core behind both faces."""
