"""What a document says of itself, at its head and at its end."""

from tinhgon.texts.head.assembling import read_head

__all__ = ["read_head"]
