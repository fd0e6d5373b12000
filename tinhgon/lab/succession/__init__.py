"""The years ahead of a scenario: drawn from the register and dossiers, planned, and kept by person."""
