"""A file's bytes to clean text: markup, broken lines, sentences, and the years it speaks of."""
