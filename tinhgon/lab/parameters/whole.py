"""All that a scenario sets, read strictly: an unknown key is refused, a missing one has its default."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import Field, TypeAdapter, ValidationError

from tinhgon.core.errors import Refused
from tinhgon.core.operations import STRICT
from tinhgon.core.wording import faults
from tinhgon.lab.parameters.consolidate import Consolidate
from tinhgon.lab.parameters.staff import Place, Structure, Succeed


class MalformedParameters(Refused):
    vi = "Tham số của phương án ghi sai: {faults}."
    en = "The scenario's parameters are malformed: {faults}."
    between = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """All that a scenario sets; `effort` multiplies the steps of every search."""

    __pydantic_config__: ClassVar = STRICT
    consolidate: Consolidate = field(default_factory=Consolidate)
    structure: Structure = field(default_factory=Structure)
    place: Place = field(default_factory=Place)
    succeed: Succeed = field(default_factory=Succeed)
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0
    time_limit: Annotated[int, Field(ge=1, le=86_400)] = 300
    effort: Annotated[float, Field(gt=0, le=100)] = 1.0

    @classmethod
    def read(cls, found: Any) -> Parameters:
        """Read them as a scenario keeps them; what is left out has its default.

        :raises MalformedParameters: a key or value that nobody knows.
        """
        try:
            return _ADAPTER.validate_python(found)
        except ValidationError as fault:
            raise MalformedParameters(faults=faults(fault, "parameters")) from None

    def write(self) -> dict[str, Any]:
        """Give them as JSON, each key written out."""
        written: dict[str, Any] = _ADAPTER.dump_python(self, mode="json")
        return written


_ADAPTER: TypeAdapter[Parameters] = TypeAdapter(Parameters)
