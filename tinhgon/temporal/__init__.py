"""The bridge to dated tables: periods, two times, and the constraints PostgreSQL has and Django does not name."""
