"""A sentence's items and frames, and what its cues, subjects and separators set in them."""
