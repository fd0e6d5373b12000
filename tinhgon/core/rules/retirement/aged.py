"""Whose age a rule asks about: the birth, known at least to the month, and the sex."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from tinhgon.core.operations import STRICT
from tinhgon.core.partial import DayRefused, PartialDay


def _partial(raw: Any) -> Any:
    """Read a birth as people, YAML or machines write it: 1966, 01/1966, 15/01/1966, 1966-01-15."""
    if isinstance(raw, date):
        return PartialDay.of(raw)
    if not isinstance(raw, str | int):
        return raw
    try:
        return PartialDay.parse(str(raw))
    except DayRefused as refused:
        raise PydanticCustomError("no_such_day", "no such day: {told}", {"told": str(refused)}) from None


Born: TypeAlias = Annotated[PartialDay, BeforeValidator(_partial)]
Sex: TypeAlias = Literal["male", "female"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """A person with an age; None is unknown. Facts that need an age are of this kind."""

    __pydantic_config__: ClassVar = STRICT
    born: Born | None = None
    sex: Sex | None = None

    @property
    def missing(self) -> str | None:
        """Name the fact without which nobody can tell the month of retirement; a year alone is too little."""
        if self.born is None or self.born.month is None:
            return "born"
        return "sex" if self.sex is None else None
