"""YAML with exact decimals and without keys given twice."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml


class _Exact(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads 5.42 as the decimal that is written; refuses a key that stands twice in one mapping."""


def _decimal(loader: Any, node: yaml.ScalarNode) -> Decimal:
    return Decimal(node.value.replace("_", ""))


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    made: dict[Any, Any] = {}
    for key, value in node.value:
        name = loader.construct_object(key, deep=True)
        if name in made:
            raise yaml.constructor.ConstructorError(None, None, f"key given twice: {name}", key.start_mark)
        made[name] = loader.construct_object(value, deep=True)
    return made


_Exact.add_constructor("tag:yaml.org,2002:float", _decimal)
_Exact.add_constructor("tag:yaml.org,2002:map", _mapping)


def load(text: str) -> Any:
    """Read one YAML document.

    :raises yaml.YAMLError: it is none.
    """
    return yaml.load(text, Loader=_Exact)  # noqa: S506  (a subclass of the safe loader)
