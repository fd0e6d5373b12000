"""Documents: what arrives is read and confirmed, what leaves is written and numbered."""
