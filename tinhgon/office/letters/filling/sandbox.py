"""Jinja that places words, repeats and tests, and does nothing else."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

FILTERS = ("upper", "lower", "capitalize", "title", "trim", "default", "join", "length", "first", "last")
DEPTH = 4  # loops within loops; a body with a table in an annex needs four
REFUSED = (nodes.Call, nodes.CallBlock, nodes.Macro, nodes.Include, nodes.Import, nodes.FromImport,
           nodes.Extends, nodes.Block, nodes.Assign, nodes.AssignBlock)  # fmt: skip


class Sandbox(SandboxedEnvironment):
    """Calls nothing, counts nothing, reads no file: sums and products could ask for any amount of memory."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is called."""
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Nothing is reckoned."""
        raise SecurityError(f"“{operator}”")


def look_over(tree: nodes.Template) -> None:
    """Refuse, before anything runs, what a template has no need of.

    :raises SecurityError: with the command; also where loops lie deeper than documents do.
    """
    found = next(iter(tree.find_all(REFUSED)), None)
    if found is not None:
        raise SecurityError(f"“{type(found).__name__.lower()}”, {found.lineno}")
    if _depth(tree) > DEPTH:
        raise SecurityError(f"“for”: {_depth(tree)} > {DEPTH}")


def _depth(node: nodes.Node) -> int:
    below = max((_depth(child) for child in node.iter_child_nodes()), default=0)
    return below + isinstance(node, nodes.For)
