"""A chosen plan as draft decisions: who merges, which posts there are, who takes them, what is left. Pure."""
