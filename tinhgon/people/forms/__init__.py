"""Forms of people and dossiers."""
