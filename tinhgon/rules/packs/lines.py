"""Where in a YAML file a key stands, for the words of an error; a correct file never needs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml


def line_of(text: str, path: Sequence[Any]) -> int:
    """Give the line, from 1, of the innermost key of a path that is there."""
    node: Any = yaml.compose(text)
    line = 1
    for part in path:
        found = _step(node, part)
        if found is None:
            break
        key, node = found
        line = key.start_mark.line + 1
    return line


def _step(node: Any, part: Any) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
