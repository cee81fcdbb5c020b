"""The commands: words in, data on standard output, talk on standard error."""
