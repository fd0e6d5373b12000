"""Somebody who takes tasks and only notes them, and somebody who takes none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.documents.models import Document
from tinhgon.documents.values import AcceptedTask

TAKEN: list[AcceptedTask] = []


def take(document: Document, tasks: Sequence[AcceptedTask], **_: Any) -> None:
    """Note the tasks."""
    TAKEN.extend(tasks)


def refuse(document: Document, tasks: Sequence[AcceptedTask], **_: Any) -> None:
    """Take none.

    :raises Refused: always.
    """
    raise Refused
