"""Reads of dossiers; all of them take a reach."""
