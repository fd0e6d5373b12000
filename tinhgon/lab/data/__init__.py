"""Maps the lab is born with; README.md says where each file comes from and what in it is estimated."""
