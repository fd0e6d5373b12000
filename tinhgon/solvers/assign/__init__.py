"""Generalised assignment: jobs or people with loads, spread over units with limited room, at least cost."""
