"""Mandates of the demonstration: an illustration in our own words, close to those of real bodies."""
