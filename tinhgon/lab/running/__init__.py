"""Carries out runs: a solver in a process of its own, watched, stopped, taken up again."""

# Nothing is imported here: the solver's process loads parts of this folder and must not load Django.
