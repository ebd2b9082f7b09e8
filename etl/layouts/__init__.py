"""Tables and pictures of figures in plain text, told as sentences that link can read."""
