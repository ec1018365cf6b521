"""The journey as meant: names are things, and what the text does not say is unknown."""
