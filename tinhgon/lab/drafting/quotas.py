"""The part of a plan that sets staff quotas of the new bodies, where their members had one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from tinhgon.core import operations as ops
from tinhgon.core.rows import UnitId
from tinhgon.lab.drafting.people import staying
from tinhgon.lab.drafting.values import Body, Present, Staffed, Wanted, main_of

Key: TypeAlias = tuple[UnitId, str]  # a body and a kind of staff
Quotas: TypeAlias = Mapping[Key, int]


def held(bodies: Sequence[Body], quotas: Quotas) -> Counter[Key]:
    """Give each body what its members had together."""
    into = {unit: body.id for body in bodies for unit in body.members}
    return _summed(((into[unit], staff), number) for (unit, staff), number in quotas.items() if unit in into)


def planned(
    bodies: Sequence[Body], quotas: Quotas, present: Iterable[Present], wanted: Iterable[Wanted],
    staffed: Staffed,
) -> dict[Key, int]:  # fmt: skip
    """Change what the members had by as many seats as the plan adds or saves, in the bodies below as well.

    A body's quota covers those of the bodies under it, and always the people who work there.
    """
    into = {unit: body.id for body in bodies for unit in body.members}
    had, shown = held(bodies, quotas), list(present)
    people = _people(shown, list(wanted), into, staffed)
    change = _changes(shown, list(wanted), into, people)
    found: dict[Key, int] = {}
    for body in reversed(bodies):  # those under a body come after it
        below = [one.id for one in bodies if one.parent == body.id]
        for key in (key for key in had if key[0] == body.id):
            under = sum(found.get((one, key[1]), 0) for one in below)
            change[key] += sum(change[one, key[1]] for one in below)
            found[key] = max(had[key] + change[key], people[key] + under)
    return {key: found[key] for key in had}


def above(
    quotas: Quotas, chains: Mapping[UnitId, Sequence[UnitId]], before: Quotas, after: Quotas
) -> dict[Key, int]:
    """Give the new quotas of units above: what came under them is added, what left is taken away.

    :param chains: of each unit or body right below, all that stand above it.
    """
    moved: Counter[Key] = Counter()
    for way, given in ((-1, before), (1, after)):
        for (unit, staff), number in given.items():
            for one in chains.get(unit, ()):
                moved[one, staff] += way * number
    return {key: number + moved[key] for key, number in quotas.items() if moved[key]}


def setting(before: Quotas, after: Quotas) -> tuple[ops.SetQuota, ...]:
    """Set what differs."""
    return tuple(
        ops.SetQuota(unit=unit, staff=staff, number=number)
        for (unit, staff), number in after.items()
        if before.get((unit, staff)) != number
    )


def _changes(
    present: Sequence[Present], wanted: Sequence[Wanted], into: Mapping[UnitId, UnitId], people: Counter[Key]
) -> Counter[Key]:
    """Count by how many seats each body has more than its members had; who stays as surplus has one."""
    before = _summed(((into[one.unit], one.staff), one.seats) for one in present if not one.is_beside)
    seats = _summed(((one.body, one.staff), one.seats) for one in wanted if not one.beside)
    return Counter({
        key: max(people[key], min(seats[key], before[key])) - before[key]
        for key in {*before, *seats, *people}
    })  # fmt: skip


def _people(
    present: Sequence[Present], wanted: Sequence[Wanted], into: Mapping[UnitId, UnitId], staffed: Staffed
) -> Counter[Key]:
    """Count those whose main post is in each body then: placed there, or left with an old post."""
    posts = {one.id: (one.body, one.staff) for one in wanted}
    placed = Counter(posts[post] for post in staffed.posts.values())
    return placed + _summed(_surplus(present, into, staffed))


def _surplus(
    present: Iterable[Present], into: Mapping[UnitId, UnitId], staffed: Staffed
) -> Iterator[tuple[Key, int]]:  # fmt: skip
    for post in present:
        mains = set(main_of(post))
        yield (into[post.unit], post.staff), len(mains.intersection(staying(post, staffed)))


def _summed(pairs: Iterable[tuple[Key, int]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for key, number in pairs:
        found[key] += number
    return found
