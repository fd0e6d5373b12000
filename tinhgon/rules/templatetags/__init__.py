"""What templates say of rules."""
