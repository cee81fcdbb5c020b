"""The nouns of the house: what a delegate, a chair and a teacher talk about.

Everything here could be printed on paper. No file, no clock, no screen and no
template ever enters this room; unknown is a value, and order is kept.
"""
