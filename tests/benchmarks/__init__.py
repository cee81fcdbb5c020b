"""Benchmarks: what the program is measured by, each run by its name."""
