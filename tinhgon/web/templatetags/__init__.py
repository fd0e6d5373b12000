"""Tags and filters of the shell's templates."""
