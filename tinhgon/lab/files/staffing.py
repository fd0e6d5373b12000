"""Tables of people, posts, new units and relatives for placing, and the table of who gets which post."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from tinhgon.lab.files import cells as of
from tinhgon.lab.files.tables import Table, read_table
from tinhgon.solvers.place.values import RANKS, NewUnit, Person, Position, Post

PERSON, POST, UNIT, ID = "person", "post", "unit", "id"


def read_people(raw: bytes, file: str) -> tuple[tuple[Person, ...], dict[str, str]]:
    """Read people, and whom the table pins to which post.

    :raises FaultyFile: with every fault, by row and column.
    """
    table, seen = read_table(raw, file, (ID, "origin")), dict[str, int]()
    people, pins = [], {}
    for row, cells in table.numbered():
        one = _person(table, row, cells)
        of.once(table, row, one.id, ID, seen)
        people.append(one)
        if pinned := of.word(cells, "pin"):
            pins[one.id] = pinned
    table.settle()
    return tuple(people), pins


def read_posts(raw: bytes, file: str) -> tuple[Post, ...]:
    """Read posts of the new units.

    :raises FaultyFile: with every fault, by row and column.
    """
    table, seen = read_table(raw, file, (ID, UNIT)), dict[str, int]()
    posts = []
    for row, cells in table.numbered():
        seats = of.whole(table, row, cells, "seats")
        name = table.text(row, cells, ID)
        of.once(table, row, name, ID, seen)
        posts.append(Post(
            id=name, unit=table.text(row, cells, UNIT), field=of.word(cells, "field"),
            level=_level(table, row, cells), seats=1 if seats is None else seats,
            needs=frozenset(of.several(cells, "needs")), position=_position(table, row, cells),
        ))  # fmt: skip
    table.settle()
    return tuple(posts)


def read_new_units(raw: bytes, file: str) -> tuple[NewUnit, ...]:
    """Read new units with the old ones that they are made of.

    :raises FaultyFile: with every fault, by row and column.
    """
    table, seen = read_table(raw, file, (ID,)), dict[str, int]()
    units = []
    for row, cells in table.numbered():
        name = table.text(row, cells, ID)
        of.once(table, row, name, ID, seen)
        origins, deputies = of.several(cells, "origins"), of.whole(table, row, cells, "deputies")
        units.append(NewUnit(id=name, origins=origins, deputies=deputies))
    table.settle()
    return tuple(units)


def read_relatives(raw: bytes, file: str) -> tuple[tuple[str, str], ...]:
    """Read pairs of people who never serve in one unit.

    :raises FaultyFile: with every fault, by row and column.
    """
    table = read_table(raw, file, ("person_a", "person_b"))
    pairs = tuple(
        (table.text(row, cells, "person_a"), table.text(row, cells, "person_b"))
        for row, cells in table.numbered()
    )
    table.settle()
    return pairs


def write_placing(people: Sequence[Person], posts: Iterable[str | None]) -> str:
    """Write who gets which post; nothing behind a person is no post."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((PERSON, POST))
    writer.writerows((one.id, post or "") for one, post in zip(people, posts, strict=True))
    return text.getvalue()


def _person(table: Table, row: int, cells: dict[str, str]) -> Person:
    return Person(
        id=table.text(row, cells, ID), origin=table.text(row, cells, "origin"),
        field=of.word(cells, "field"), level=_level(table, row, cells),
        qualifications=frozenset(of.several(cells, "qualifications")),
        months_left=of.whole(table, row, cells, "months_left"), woman=of.flag(table, row, cells, "woman"),
        age=of.whole(table, row, cells, "age"),
        seniority_months=of.whole(table, row, cells, "seniority_months"),
        wishes=of.several(cells, "wishes"), leaves=bool(of.flag(table, row, cells, "leaves")),
        severance=table.number(row, cells, "severance"), barred=frozenset(of.several(cells, "barred")),
        position=_position(table, row, cells),
    )  # fmt: skip


def _level(table: Table, row: int, cells: dict[str, str]) -> int:
    return RANKS.index(of.choice(table, row, cells, "rank", RANKS))


def _position(table: Table, row: int, cells: dict[str, str]) -> Position | None:
    lat = table.number(row, cells, "lat", least=-90, most=90)
    lon = table.number(row, cells, "lon", least=-180, most=180)
    return None if lat is None or lon is None else (lat, lon)
