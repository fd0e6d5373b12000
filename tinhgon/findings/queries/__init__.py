"""Reads of the register for the rules."""
