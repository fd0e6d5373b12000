"""Reorganisation planned: scenarios, runs, comparison; a chosen plan becomes draft decisions."""
