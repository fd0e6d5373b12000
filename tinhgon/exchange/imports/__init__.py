"""Workbooks of units, posts, quotas, people and appointments become drafts and dossiers."""
