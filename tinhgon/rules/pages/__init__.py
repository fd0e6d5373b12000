"""What the pages of the library show, gathered from the book and worded."""
