"""Communiqué: a Model United Nations position-paper assistant for the terminal."""

__version__ = "0.1.0"
