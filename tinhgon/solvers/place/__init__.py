"""Places the staff of merged units in the posts of the new structure, with proof and reasons."""
