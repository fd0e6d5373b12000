"""The demonstration's people: a pure, repeatable story of an apparatus. Nobody in it is real."""
