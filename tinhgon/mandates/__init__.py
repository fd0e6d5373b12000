"""Mandates compared: which bodies are charged with the same matter."""
