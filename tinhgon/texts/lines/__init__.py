"""Lines as they were pasted, and what tells that one of them ends a paragraph."""
