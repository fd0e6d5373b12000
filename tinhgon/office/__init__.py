"""Workbooks and printed forms: what is in them, not what it means."""
