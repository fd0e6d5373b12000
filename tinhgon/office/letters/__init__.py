"""Writes official documents, in the layout of the state or of the Party, as Word documents and as PDF."""
