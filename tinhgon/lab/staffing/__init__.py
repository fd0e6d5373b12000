"""The staff of a scenario: drawn from the register and dossiers, placed, and kept with reasons."""
