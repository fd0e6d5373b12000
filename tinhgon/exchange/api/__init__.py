"""The API at /api/: the register for other programs, read from one point of view.

Answers are written as bytes from the rows, so the schemas say what comes, and tests hold them to it.
"""

from tinhgon.exchange.api.application import api

__all__ = ["api"]
