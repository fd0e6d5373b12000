"""The bridge to dated tables: periods, two times, constraints that Django does not name yet."""
