"""Whose a figure is: the province's, another's, the nation's, a part's, or nobody's."""
