"""Directives: who must do what by when, and whether it was done in time."""
