"""Facts given as JSON, YAML or a form, as the frozen values that a rule takes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tinhgon.core.rulebook import Calculation, Rule
from tinhgon.core.wording import faults
from tinhgon.rules.refusals import BadFacts


def facts_for(rule: Rule | Calculation, raw: Mapping[str, Any]) -> Any:
    """Read the facts that a rule or calculation asks for; what is not given is unknown.

    :raises BadFacts: a fact that the rule does not know, or a value of another kind; names them all.
    """
    try:
        return _adapter(rule.facts).validate_python(dict(raw), strict=False)
    except ValidationError as error:
        raise BadFacts(rule=rule.id, faults=faults(error, "facts")) from None


@cache
def _adapter(of: type) -> TypeAdapter[Any]:
    return TypeAdapter(of)
