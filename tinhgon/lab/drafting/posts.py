"""The part of a plan that makes the posts of the new bodies."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.rows import DEPUTY, HEAD, UnitId
from tinhgon.lab.drafting.values import Body, Naming, Present, Wanted, main_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How many posts a new body has of those its members had.

    :param deputies: of each title; None is as many as the member with most had.
    :param others_percent: of the seats that are neither heads nor deputies, rounded up.
    """

    deputies: int | None = None
    others_percent: int = 100


def frame_posts(
    bodies: Sequence[Body], present: Iterable[Present], frame: Frame, name: Naming
) -> tuple[Wanted, ...]:
    """Derive the posts of each new body from those of its members: one head of each title, fewer deputies.

    Only who is regularly in post counts: a post kept for somebody absent passes along as it is.
    """
    of_unit: dict[UnitId, list[Present]] = defaultdict(list)
    for post in present:
        of_unit[post.unit].append(post)
    return tuple(
        wanted
        for body in bodies
        for wanted in _of_body(body, [of_unit.get(unit, []) for unit in body.members], frame, name)
    )


def _of_body(
    body: Body, members: Sequence[Sequence[Present]], frame: Frame, name: Naming
) -> Iterator[Wanted]:
    sorts: dict[tuple[str, str, str], list[int]] = {}
    beside: dict[tuple[str, str, str], list[Present]] = defaultdict(list)
    for place, posts in enumerate(members):
        for post in posts:
            key = (post.title, post.staff, post.rank)
            if post.is_beside:
                beside[key].append(post)
            else:
                sorts.setdefault(key, [0] * len(members))[place] += post.seats
    for key, seats in sorts.items():
        yield _wanted(body, key, _seats(key[2], seats, frame), name)
    mains = _mains(members)
    for key, posts in beside.items():
        if key not in sorts and (main := _usual_main(posts, mains)):
            yield _wanted(body, key, 1, name, beside=main)


def _seats(rank: str, seats: Sequence[int], frame: Frame) -> int:
    if rank == HEAD:
        return 1
    if rank == DEPUTY:
        return max(seats) if frame.deputies is None else max(1, min(sum(seats), frame.deputies))
    return max(1, math.ceil(sum(seats) * frame.others_percent / 100))


def _wanted(body: Body, key: tuple[str, str, str], seats: int, name: Naming, beside: str = "") -> Wanted:
    title, staff, rank = key
    return Wanted(
        id=name(str(body.id), title, staff, rank), body=body.id,
        title=title, staff=staff, rank=rank, seats=seats, beside=beside,
    )  # fmt: skip


def _mains(members: Sequence[Sequence[Present]]) -> dict[UUID, str]:
    return {person: post.title for posts in members for post in posts for person in main_of(post)}


def _usual_main(posts: Iterable[Present], mains: dict[UUID, str]) -> str:
    """Give the title of the main post that holders of these posts mostly have."""
    titles = Counter(mains[one.person] for post in posts for one in post.holders if one.person in mains)
    return min(titles, key=lambda title: (-titles[title], title)) if titles else ""


def creating(wanted: Iterable[Wanted]) -> tuple[ops.CreatePost, ...]:
    """Make the posts."""
    return tuple(
        ops.CreatePost(
            post=ops.NewPost(
                id=one.id, unit=one.body, title=one.title, rank=one.rank, seats=one.seats, staff=one.staff,  # type: ignore[arg-type]
            )
        )
        for one in wanted
    )  # fmt: skip
