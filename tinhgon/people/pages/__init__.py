"""What the pages of people show, gathered and worded."""
