"""How a plan treats groups of people: by old unit, sex and age."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tinhgon.solvers.place.evaluate import distance
from tinhgon.solvers.place.values import Person, Post, Staffing

UNKNOWN = "?"
AGES = ((30, "<30"), (42, "30–41"), (50, "42–49"), (200, "50+"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """What became of a group.

    :param displaced: without a post though they did not ask to leave.
    :param left: without a post as they asked.
    :param same_level, raised, lowered: of those placed.
    :param km: mean distance to the new post, of those for whom it is known; None where it is of nobody.
    """

    people: int
    placed: int
    displaced: int
    left: int
    same_level: int
    raised: int
    lowered: int
    km: float | None


def fairness(staffing: Staffing, post_of: Sequence[str | None]) -> Mapping[str, Mapping[str, Treated]]:
    """Give the figures by origin, sex and age group; who is of unknown sex or age stands under "?"."""
    keys: dict[str, Callable[[Person], str]] = {"origin": lambda one: one.origin, "sex": _sex, "age": _age}
    return {name: _by(staffing, post_of, key) for name, key in keys.items()}


def _sex(person: Person) -> str:
    return {True: "woman", False: "man", None: UNKNOWN}[person.woman]


def _age(person: Person) -> str:
    age = person.age
    return UNKNOWN if age is None else next(name for below, name in AGES if age < below)


def _by(
    staffing: Staffing, post_of: Sequence[str | None], key: Callable[[Person], str]
) -> dict[str, Treated]:
    groups: dict[str, list[tuple[Person, str | None]]] = {}
    for person, name in zip(staffing.people, post_of, strict=True):
        groups.setdefault(key(person), []).append((person, name))
    posts = {post.id: post for post in staffing.posts}
    return {group: _treated(posts, groups[group]) for group in sorted(groups)}


def _treated(posts: Mapping[str, Post], group: Sequence[tuple[Person, str | None]]) -> Treated:
    placed = [(person, posts[name]) for person, name in group if name is not None]
    away = [person for person, name in group if name is None]
    steps = [post.level - person.level for person, post in placed]
    known = [km for person, post in placed if (km := distance(person, post)) is not None]
    return Treated(
        people=len(group),
        placed=len(placed),
        displaced=sum(not person.leaves for person in away),
        left=sum(person.leaves for person in away),
        same_level=steps.count(0),
        raised=sum(step > 0 for step in steps),
        lowered=sum(step < 0 for step in steps),
        km=sum(known) / len(known) if known else None,
    )
