"""Tests of names of bodies."""
