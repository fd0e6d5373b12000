"""Who read and did what: an insert-only record, sealed by checkpoints kept outside of the database."""
