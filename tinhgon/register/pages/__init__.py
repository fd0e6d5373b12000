"""What the register's pages show: rows of the queries made ready for the templates, nothing more."""
