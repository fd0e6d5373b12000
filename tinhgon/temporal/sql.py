"""SQL that both migrations and queries need: the rows of a dated table as known at a moment."""

from __future__ import annotations

from collections.abc import Sequence


def known_view(table: str, columns: Sequence[str]) -> str:
    """Write the view over the current and the past rows, each with the time over which it was known."""
    names = ", ".join(columns)
    return (
        f"CREATE VIEW {table}known AS "  # noqa: S608  (names of our own tables)
        f"SELECT id, {names}, tstzrange(recorded_from, NULL) AS recorded FROM {table} "
        f"UNION ALL SELECT -past_id, {names}, recorded FROM {table}past"
    )


def source(table: str, *, known: bool) -> str:
    """Name what a query reads: the table itself, or its rows known at %(known)s."""
    if not known:
        return table
    return f"(SELECT * FROM {table}known WHERE recorded @> %(known)s::timestamptz)"  # noqa: S608
