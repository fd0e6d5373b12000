"""Reads messy workbooks and writes clean ones."""
