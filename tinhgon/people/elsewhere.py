"""What layers above hold of a person: told with the file, and gone with it. Each registers its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tinhgon.register.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Rows of another app that name a person.

    :param part: under which the rows are told; `label` is their model, whose fields `told` lists.
    :param of: the rows that are told to a person.
    :param forget: lets go of whatever names a person, upon erasure.
    """

    part: str
    label: str
    of: Callable[[Person], Any]
    forget: Callable[[Person], None]


ELSEWHERE: dict[str, Elsewhere] = {}


def register(one: Elsewhere) -> None:
    """Have rows of another app told and forgotten."""
    ELSEWHERE[one.part] = one
