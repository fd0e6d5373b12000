"""Fills Word templates: parsed once, each in a sandbox that calls nothing."""
