"""Pages of the register, by noun: each guards, asks, renders."""
