"""The part of a plan that puts people into the posts of a new body, and the part that clears up after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tinhgon.core import operations as ops
from tinhgon.core.rows import CONCURRENT, REGULAR, PersonId, PostId, UnitId
from tinhgon.lab.drafting.values import Body, Present, Staffed, Wanted


def placing(
    bodies: Iterable[Body], wanted: Iterable[Wanted], staffed: Staffed
) -> dict[UnitId, tuple[ops.Operation, ...]]:
    """Put people into their posts, by new unit, those of the bodies below it included; who takes a post
    beside the main one takes it after that.
    """
    tops = _tops(bodies)
    posts = {one.id: one for one in wanted}
    orders: dict[UnitId, list[ops.Operation]] = defaultdict(list)
    holders: dict[tuple[UnitId, str], list[PersonId]] = defaultdict(list)
    for person, post in staffed.posts.items():
        one = posts[post]
        orders[tops[one.body]].append(ops.TransferPerson(person=person, post=post))
        holders[one.body, one.title].append(person)
    for one in posts.values():
        for person in holders.get((one.body, one.beside), ())[: one.seats]:
            orders[tops[one.body]].append(ops.Appoint(person=person, post=one.id, how="concurrent"))
    return {body: tuple(of_body) for body, of_body in orders.items()}


def _tops(bodies: Iterable[Body]) -> dict[UnitId, UnitId]:
    """Give the new unit at the top of each body; bodies come after those they stand under."""
    found: dict[UnitId, UnitId] = {}
    for body in bodies:
        found[body.id] = found.get(body.parent, body.id) if body.parent else body.id
    return found


def clearing(
    present: Iterable[Present], staffed: Staffed, answering: Mapping[PostId, PostId]
) -> tuple[ops.Operation, ...]:
    """Let those go who leave, and end the posts that are empty then; whoever is left keeps a seat.

    :param answering: posts of other units, and the one among the present that each answers to.
    """
    shown = list(present)
    left = {post.id: len(staying(post, staffed)) for post in shown}
    found: list[ops.Operation] = [ops.Release(person=one) for one in sorted(staffed.leaving)]
    for post in shown:
        found.extend(_released(post, staffed))
        if 0 < left[post.id] < post.seats:
            found.append(ops.ChangePost(post=post.id, seats=left[post.id]))
    found.extend(_without_superior(shown, left))
    found.extend(ops.ReportTo(post=one, reports_to=None) for one, to in answering.items() if not left[to])
    found.extend(ops.AbolishPost(post=post.id) for post in _from_below(shown) if not left[post.id])
    return tuple(found)


def staying(post: Present, staffed: Staffed) -> list[PersonId]:
    """Give those who keep a post: neither placed elsewhere nor leaving, or held in a way no plan touches."""
    return [
        one.person
        for one in post.holders
        if one.person not in staffed.leaving
        and (one.person not in staffed.posts or one.how not in (REGULAR, CONCURRENT))
    ]


def _released(post: Present, staffed: Staffed) -> Iterator[ops.Release]:
    """Who takes a new main post gives up what was held beside the old one."""
    for one in post.holders:
        if one.how == CONCURRENT and one.person in staffed.posts:
            yield ops.Release(person=one.person, post=post.id)


def _without_superior(posts: Sequence[Present], left: Mapping[PostId, int]) -> Iterator[ops.ReportTo]:
    for post in posts:
        if left[post.id] and post.reports_to is not None and left.get(post.reports_to) == 0:
            yield ops.ReportTo(post=post.id, reports_to=None)


def _from_below(posts: Sequence[Present]) -> list[Present]:
    """Order posts so that none ends before those that answer to it."""
    above = {post.id: post.reports_to for post in posts}

    def depth(post: PostId | None) -> int:
        count = 0
        while post is not None and count < len(above):
            post, count = above.get(post), count + 1
        return count

    return sorted(posts, key=lambda post: -depth(post.id))
