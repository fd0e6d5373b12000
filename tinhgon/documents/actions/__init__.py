"""What changes the registry of documents."""
