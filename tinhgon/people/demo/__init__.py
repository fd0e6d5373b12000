"""The demonstration's people: a pure, repeatable story of an apparatus that never was. Nobody in it is real."""
