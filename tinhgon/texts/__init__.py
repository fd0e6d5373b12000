"""Reads Vietnamese official documents: who wrote, what is cited, who must do what by when. Pure."""
