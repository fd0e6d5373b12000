"""What a calculation cannot do without."""

from __future__ import annotations

from typing import Any

from tinhgon.core.errors import Refused


class MissingFact(Refused):
    vi = "Thiếu dữ kiện {fact}: không tính được và không đoán thay. Nhập dữ kiện này rồi tính lại."
    en = "The fact {fact} is missing: nothing is guessed in its place. Give it and calculate again."


def needed(facts: Any, name: str) -> Any:
    """Give a fact.

    :raises MissingFact: it is not known.
    """
    value = getattr(facts, name)
    if value is None:
        raise MissingFact(fact=name)
    return value
