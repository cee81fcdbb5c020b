"""Words: sentences, grammar, names, dates, UN symbols and likeness of texts.

Pure functions over strings. They know no country and no topic by heart.
"""
