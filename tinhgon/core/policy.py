"""What a page asks of whoever opens it, declared on its view; a test demands it of every address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from tinhgon.core.reach import ACTIONS, CLASSES, PUBLIC

# Besides the actions of roles: what strangers may open, and what everybody may do with his own account.
ANYONE, SELF = "anyone", "self"

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Policy:
    """An action, on fields up to a class."""

    action: str
    field_class: int = PUBLIC

    def __post_init__(self) -> None:
        if self.action not in (ANYONE, SELF, *ACTIONS) or self.field_class not in CLASSES:
            raise ValueError(f"There is no such policy: {self}")


def policy(action: str, field_class: int = PUBLIC) -> Callable[[View], View]:
    """Declare what a view asks for; stands above the decorator that enforces it."""
    declared = Policy(action, field_class)

    def declare(view: View) -> View:
        view.policy = declared  # type: ignore[attr-defined]
        return view

    return declare
