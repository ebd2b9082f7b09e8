"""Places: what is known of them, where a text names them, and who led which province."""
