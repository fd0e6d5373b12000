"""What the register's own templates say."""
