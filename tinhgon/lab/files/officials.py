"""Tables of officials and seats for succession, and the table of who stands in the plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

from tinhgon.lab.files import cells as of
from tinhgon.lab.files.tables import Table, read_table
from tinhgon.solvers.succeed.plan import Succession
from tinhgon.solvers.succeed.values import Official, Seat

ID = "id"
COLUMNS = ("seat", "vacant_on", "because", "official", "place", "takes", "from_seat", "months_left")
Retiring = Callable[[date, bool], date | None]  # of the birth, and whether a woman


def read_officials(raw: bytes, file: str, retiring: Retiring) -> tuple[Official, ...]:
    """Read officials; a day of retirement that is not written is that of the law, where birth and sex are.

    :raises FaultyFile: with every fault, by row and column.
    """
    table, seen = read_table(raw, file, (ID, "unit", "level")), dict[str, int]()
    found = []
    for row, cells in table.numbered():
        one = _official(table, row, cells, retiring)
        of.once(table, row, one.id, ID, seen)
        found.append(one)
    table.settle()
    return tuple(found)


def read_seats(raw: bytes, file: str) -> tuple[Seat, ...]:
    """Read seats, each for one person.

    :raises FaultyFile: with every fault, by row and column.
    """
    table, seen = read_table(raw, file, (ID, "unit", "title", "level")), dict[str, int]()
    found = []
    for row, cells in table.numbered():
        name = table.text(row, cells, ID)
        of.once(table, row, name, ID, seen)
        found.append(Seat(
            id=name, unit=table.text(row, cells, "unit"), title=table.text(row, cells, "title"),
            field=of.word(cells, "field"), level=_level(table, row, cells), place=of.word(cells, "place"),
            qualifications=frozenset(of.several(cells, "qualifications")),
            trainings=frozenset(of.several(cells, "trainings")),
            not_local=bool(of.flag(table, row, cells, "not_local")),
        ))  # fmt: skip
    table.settle()
    return tuple(found)


def write_succession(plan: Succession) -> str:
    """Write a row for each who stands in the plan for a vacancy or takes it, and one where nobody does."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    moves, shown = {one.vacancy: one for one in plan.moves}, set[str]()
    for vacancy in sorted((*plan.forecast.vacancies, *plan.opened)):
        move = moves.get(vacancy)
        taker = move.official if move else ""
        named = [one.official for one in plan.listed if one.seat == vacancy.seat]
        listed = [] if vacancy.seat in shown else sorted(named, key=lambda one: (one != taker, one))
        shown.add(vacancy.seat)
        rows = [(one, place) for place, one in enumerate(listed, start=1)]
        rows += [] if taker in listed else [(taker, 0)]
        for official, place in rows:
            takes = move if move and official == taker else None
            writer.writerow((
                vacancy.seat, vacancy.day, vacancy.why, official, place or "",
                takes.how if takes else "", takes.from_seat or "" if takes else "",
                takes.months_left if takes else "",
            ))  # fmt: skip
    return text.getvalue()


def _official(table: Table, row: int, cells: dict[str, str], retiring: Retiring) -> Official:
    born, woman = of.day(table, row, cells, "born"), of.flag(table, row, cells, "woman")
    retires = of.day(table, row, cells, "retires_on")
    if retires is None and born is not None and woman is not None:
        retires = retiring(born, woman)
    return Official(
        id=table.text(row, cells, ID), unit=table.text(row, cells, "unit"), field=of.word(cells, "field"),
        level=_level(table, row, cells), seat=of.word(cells, "seat") or None, born=born, woman=woman,
        retires_on=retires, term_until=of.day(table, row, cells, "term_until"),
        terms=of.whole(table, row, cells, "terms"), since=of.day(table, row, cells, "since"),
        home=of.word(cells, "home") or None, qualifications=frozenset(of.several(cells, "qualifications")),
        trainings=frozenset(of.several(cells, "trainings")),
        barred_until=of.day(table, row, cells, "barred_until"),
    )  # fmt: skip


def _level(table: Table, row: int, cells: dict[str, str]) -> int:
    table.text(row, cells, "level")
    return of.whole(table, row, cells, "level", most=1000) or 0
