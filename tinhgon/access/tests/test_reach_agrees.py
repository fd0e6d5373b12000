"""The database and the core reach the same units, on a thousand random trees that change over time."""

from __future__ import annotations

import random
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from psycopg.types.range import DateRange

from tinhgon.access.tests.ground import stand
from tinhgon.core.reach import Standing, units_under
from tinhgon.core.rows import LINES

TREES = 1000
FIRST = date(2020, 1, 1).toordinal()
SPAN = 60  # days: short, so that periods often touch, meet and miss each other

UNDER = """
SELECT ARRAY(SELECT access_units_under(top, subtree, line, days))
FROM unnest(%s::uuid[], %s::boolean[], %s::text[], %s::daterange[]) WITH ORDINALITY
    AS asked(top, subtree, line, days, place) ORDER BY place
"""


def _tree(chance: random.Random) -> list[Standing]:
    """Let units stand anywhere, also under each other in a ring: reach must end all the same."""
    units = [UUID(int=chance.getrandbits(128)) for _ in range(chance.randint(1, 12))]
    return [_standing(chance, units) for _ in range(chance.randint(0, 40))] or [
        Standing(units[0], None, LINES[0], FIRST, FIRST + SPAN)
    ]


def _standing(chance: random.Random, units: list[UUID]) -> Standing:
    since = FIRST + chance.randint(0, SPAN)
    parent = chance.choice([None, *units])
    return Standing(
        chance.choice(units), parent, chance.choice(LINES), since, since + chance.randint(1, 2 * SPAN)
    )


@pytest.mark.django_db
def test_the_same_units_on_a_thousand_trees() -> None:
    chance = random.Random(20250701)  # noqa: S311
    trees = [_tree(chance) for _ in range(TREES)]
    stand(one for tree in trees for one in tree)
    asked = []
    for tree in trees:
        since = FIRST + chance.randint(-5, SPAN)
        until = since + chance.randint(1, 2 * SPAN)
        asked.append(
            (chance.choice(tree).unit, chance.random() < 0.9, chance.choice(["", "", *LINES]), since, until)
        )
    days = [DateRange(date.fromordinal(one[3]), date.fromordinal(one[4])) for one in asked]
    with connection.cursor() as cursor:
        cursor.execute(UNDER, [*([one[place] for one in asked] for place in range(3)), days])
        database = [frozenset(found) for (found,) in cursor]

    core = [
        units_under(top, subtree=subtree, line=line, since=since, until=until, standings=tree)
        for tree, (top, subtree, line, since, until) in zip(trees, asked, strict=True)
    ]

    assert database == core
    assert sum(len(found) > 2 for found in core) > TREES / 4  # the trees are no trivial ones
