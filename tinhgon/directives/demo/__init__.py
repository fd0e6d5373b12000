"""Papers of the demonstration and what became of their tasks: an illustration, none of it is real."""
