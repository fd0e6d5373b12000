"""Views of the rule library."""
