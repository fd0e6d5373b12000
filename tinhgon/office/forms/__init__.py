"""Prints forms: one neutral shape, as a Word document or as a PDF."""
