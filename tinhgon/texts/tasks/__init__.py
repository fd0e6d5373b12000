"""Who must do what, by when, with whom, reporting to whom."""

from tinhgon.texts.tasks.reading import read_tasks

__all__ = ["read_tasks"]
