"""Organisations and the decisions that change them: the ground of everything."""
