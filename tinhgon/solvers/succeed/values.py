"""Who serves where, which posts there are, and what a plan of succession keeps to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Somebody who serves, or is known, and may be planned for a post.

    Facts that are None are unknown, never guessed: what would need them is not planned and says so.

    :param seat: id of the seat held; None for somebody who holds none of them.
    :param level: of the post held; a higher figure is a higher post.
    :param retires_on: the first day out of service by age.
    :param term_until: the first day after the present term; None where no term runs.
    :param terms: terms in a row in this seat, the present one counted.
    :param since: first day in the present post.
    :param home: the place they are a local of.
    """

    id: str
    unit: str
    field: str
    level: int
    seat: str | None = None
    born: date | None = None
    woman: bool | None = None
    retires_on: date | None = None
    term_until: date | None = None
    terms: int | None = None
    since: date | None = None
    home: str | None = None
    qualifications: frozenset[str] = frozenset()
    trainings: frozenset[str] = frozenset()
    barred_until: date | None = None  # by discipline: the first day on which they may be planned again


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A post that one person holds.

    :param qualifications: what whoever holds it must have.
    :param trainings: what they must have completed, at the latest when they take it.
    :param not_local: whether it may not be held by a local of its place.
    """

    id: str
    unit: str
    title: str
    field: str
    level: int
    place: str = ""
    qualifications: frozenset[str] = frozenset()
    trainings: frozenset[str] = frozenset()
    not_local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """An aim for those planned for the posts of one unit.

    :param percent: how many of all who are planned there.
    :param born_from: whom it counts: those born on that day or later; None counts women.
    """

    name: str
    percent: int
    born_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionRules:
    """What a plan keeps to; the caller gives the figures of the law of the day.

    :param on: the first day planned for.
    :param years: how far ahead.
    :param people_a_title: who may be planned for one title.
    :param titles_a_person: titles of one level that one person may be planned for.
    :param rotation_months: between two moves of one person.
    :param rotation_left: months that somebody rotated must have left; `reappoint_left` somebody reappointed.
    :param only_planned: whether only those who stand in the plan may be rotated.
    :param term_months: length of a term.
    :param least_terms: terms of work that somebody planned must have left from the day of the vacancy.
    :param full_terms: terms that they should have left.
    :param most_terms: terms in a row in one seat; None sets no limit.
    :param bridge_months: how long after their term's end somebody may wait for the next post.
    :param highest_step: how many levels a promotion may climb.
    :param age_groups: aimed for among those planned in a unit.
    :param age_gap: years of birth between two age groups.
    :param training_months: how long each training takes; one that is not named has no known length.
    :param least_level: of the seats planned for.
    :param candidates: for each seat, how many of those who may take it are weighed, the best fitting first.
    :param follow_ups: how often posts opened by planned moves are planned in turn.
    """

    on: date
    years: int
    people_a_title: int
    titles_a_person: int
    rotation_months: int
    rotation_left: int
    reappoint_left: int
    only_planned: bool
    term_months: int
    least_terms: int
    full_terms: int
    most_terms: int | None
    age_groups: int
    age_gap: int
    shares: tuple[Share, ...] = ()
    training_months: Mapping[str, int] = field(default_factory=dict)
    bridge_months: int = 6
    highest_step: int = 1
    least_level: int = 1
    candidates: int = 15
    follow_ups: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionWeights:
    """The price of each term in whole numbers; the objective is their sum, and less is better.

    :param vacant: of a post without a successor, and of one more level of it.
    :param idle: of somebody whose term ends, who does not retire yet and gets no post.
    :param opened: of a post opened by a move, which then has to be filled in its turn.
    :param one_term: of a successor with fewer months left than `full_terms`.
    :param training: of a training still to be done.
    :param other_field: of a successor from another field; `other_unit` from another unit.
    :param rotated: of a rotation, against none.
    :param listed_short: of a place in the list of a title that stays empty.
    :param listed_percent: of what a successor costs, for one who is listed and takes nothing.
    :param groups: of a missing age group; `share` of a person missing from a share.
    """

    vacant: int = 10_000
    vacant_level: int = 2_000
    idle: int = 3_000
    opened: int = 400
    one_term: int = 150
    training: int = 60
    other_field: int = 500
    other_unit: int = 100
    rotated: int = 200
    listed_short: int = 300
    listed_percent: int = 25
    groups: int = 400
    share: int = 250


DEFAULT_WEIGHTS = SuccessionWeights()
