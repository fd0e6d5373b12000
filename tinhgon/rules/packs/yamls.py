"""YAML with exact decimals and without keys given twice."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml

_TRUTH = "tag:yaml.org,2002:bool"


class _Exact(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads 5.42 as the decimal that is written; refuses a key that stands twice in one mapping."""

    # Only `true` and `false` are truths: the older YAML would take the key `on` for one.
    yaml_implicit_resolvers = {
        first: [one for one in known if one[0] != _TRUTH or first in "tTfF"]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


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
