"""What goes out to other programs: the API, exports; nothing here writes the register."""
