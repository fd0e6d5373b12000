"""Reads the source tables and writes ours, the same bytes every time."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

Row = dict[str, str]


class Contradiction(Exception):  # noqa: N818  (the sources disagree; the program is well)
    """Two sources say different things: nothing is built until a person has looked."""


def read(path: Path) -> list[Row]:
    """Read a CSV file with a header row, plain or .gz."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline="")))


def write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write the columns of the rows as CSV; .gz carries no date and no name, so equal data is equal bytes."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    raw = text.getvalue().encode("utf-8")
    path.write_bytes(gzip.compress(raw, compresslevel=9, mtime=0) if path.suffix == ".gz" else raw)


def write_decision(path: Path, decision: dict[str, Any], operations: list[dict[str, Any]]) -> None:
    """Write a decision file with one operation a line, so that a diff shows operations."""
    head = json.dumps(decision, ensure_ascii=False, indent=2).replace("\n", "\n ")
    lines = ",\n  ".join(json.dumps(operation, ensure_ascii=False) for operation in operations)
    path.write_text(
        f'{{"format": "tinhgon/decision@1",\n "decision": {head},\n "operations": [\n  {lines}\n ]}}\n',
        encoding="utf-8",
    )


def number(text: str) -> str:
    """Write a decimal without the zeros that say nothing: 40.0 is 40."""
    return f"{Decimal(text).normalize():f}"
