"""Finds in the register what cells of a workbook name: units, posts, people."""
