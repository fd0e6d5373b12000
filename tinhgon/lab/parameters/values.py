"""What the parameters of a scenario take: prices, amounts, shares, months."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

Price: TypeAlias = Annotated[float, Field(ge=0, lt=1e12, allow_inf_nan=False)]
Amount: TypeAlias = Annotated[float, Field(ge=0, lt=1e12, allow_inf_nan=False)]
Percent: TypeAlias = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Months: TypeAlias = Annotated[int, Field(ge=0, le=1200)]
Few: TypeAlias = Annotated[int, Field(ge=0, le=1000)]
Members: TypeAlias = Annotated[int, Field(ge=1, le=100)]
Term: TypeAlias = Literal["missed", "shortfall", "units", "travel", "border", "districts"]
Group: TypeAlias = Literal["province", "district", "kind", "none"]


def prices(of: type) -> Any:
    """Take prices by the names that a solver knows, and no others."""
    known = {one.name for one in fields(of)}

    def checked(found: dict[str, float]) -> dict[str, float]:
        if strange := sorted(found.keys() - known):
            raise PydanticCustomError("extra_forbidden", "no such weight: {name}", {"name": strange[0]})
        return found

    return Annotated[dict[str, Price], AfterValidator(checked)]
