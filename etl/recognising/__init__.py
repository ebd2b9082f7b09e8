"""Recognition's parts: known phrases, numbers with their units, and periods."""
