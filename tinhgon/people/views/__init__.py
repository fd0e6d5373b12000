"""Views of people and dossiers: each translates and makes one call."""
