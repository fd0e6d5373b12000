"""The judges that the settings name: each from the matter of a decision to findings."""
