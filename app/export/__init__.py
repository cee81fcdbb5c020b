"""A paper becomes a file: Word, Markdown and plain text."""
