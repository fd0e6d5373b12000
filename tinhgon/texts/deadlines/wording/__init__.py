"""The words of deadlines, as patterns; each file serves the one of its name beside this folder."""
