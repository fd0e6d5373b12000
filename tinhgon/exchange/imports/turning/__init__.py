"""Turns rows of a workbook into what they order: one module for each kind of workbook."""
