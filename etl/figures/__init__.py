"""Of what a number is: its reading, kind and unit, and what else it tells of a figure."""
