"""Dossiers of officials: guarded, confirmed item by item, and never asked for twice."""
