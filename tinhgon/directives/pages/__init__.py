"""Gathers and words what views show."""
