"""Gathers and words what the pages of documents show."""
