"""When a figure is of: the period named for it, or the one that rules where none is."""
