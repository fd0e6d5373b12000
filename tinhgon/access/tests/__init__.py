"""Tests of who may see what, and of logging in."""
