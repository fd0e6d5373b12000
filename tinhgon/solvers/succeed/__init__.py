"""Succession: which posts fall vacant in the years ahead, who is planned for them, who moves when."""
