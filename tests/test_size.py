"""Small and plain: hard limits, and a budget for what is usual."""

from __future__ import annotations

from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.tree import ROOT, functions, python_files

FILE_LIMIT, FUNCTION_LIMIT = 400, 60
# What is usual is measured on the program itself: tests and scripts read as one piece.
PROGRAM = [
    path for path in python_files() if path.is_relative_to(ROOT / "tinhgon") and "tests" not in path.parts
]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_and_no_function_is_too_long(path: Path) -> None:
    assert lines(path) <= FILE_LIMIT
    assert {name: size for name, size in functions(path) if size > FUNCTION_LIMIT} == {}


def test_files_are_usually_short() -> None:
    assert median(size for path in PROGRAM if (size := lines(path)) > 1) < 80


def test_functions_are_usually_short() -> None:
    sizes = [size for path in PROGRAM for _, size in functions(path)]
    assert median(sizes) <= 10
    assert quantiles(sizes, n=10)[-1] <= 30
