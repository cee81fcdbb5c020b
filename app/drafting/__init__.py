"""A brief becomes a paper: outline, patterns, prose, frames and citations."""
