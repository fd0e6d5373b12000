"""Reads of documents: those within reach, what they cite, whom they may mean."""
