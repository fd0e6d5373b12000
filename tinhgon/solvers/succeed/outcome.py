"""What follows from the moves and lists: trainings, aims, who stays without a post, what stays unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tinhgon.solvers.succeed.aims import counts, groups
from tinhgon.solvers.succeed.crowd import Crowd
from tinhgon.solvers.succeed.model import Listed
from tinhgon.solvers.succeed.months import months_after
from tinhgon.solvers.succeed.plan import Listed as Planned
from tinhgon.solvers.succeed.plan import Move, Standing, Training, Unknown, Vacancy
from tinhgon.solvers.succeed.values import Official, Seat, SuccessionRules

AGE_GROUPS = "age_groups"


def listed(lists: Listed, days: Mapping[str, date], crowd: Crowd) -> tuple[Planned, ...]:
    """Give who is planned for which seat, and from when it is theirs to take."""
    found = ((seat, crowd.officials[one].id) for seat in lists for one in lists[seat])
    return tuple(Planned(seat=seat, official=who, from_day=days[seat]) for seat, who in sorted(found))


def trainings(
    lists: Listed, moves: Sequence[Move], days: Mapping[str, date], seats: Mapping[str, Seat], crowd: Crowd,
    rules: SuccessionRules,
) -> tuple[Training, ...]:  # fmt: skip
    """Give what each who is planned or moves must complete, and by when; the earliest first."""
    wanted: dict[tuple[str, str], tuple[date, str]] = {}
    asked = [(crowd.officials[one], seat, days[seat]) for seat in lists for one in lists[seat]]
    asked += [
        (crowd.officials[crowd.index[one.official]], one.vacancy.seat, one.vacancy.day) for one in moves
    ]
    for who, seat, day in asked:
        for training in seats[seat].trainings - who.trainings:
            key = who.id, training
            wanted[key] = min(wanted.get(key, (date.max, "")), (day, seat))
    found = (_training(who, name, seat, day, rules) for (who, name), (day, seat) in wanted.items())
    return tuple(sorted(found, key=lambda one: (one.before, one.official, one.training)))


def _training(who: str, name: str, seat: str, day: date, rules: SuccessionRules) -> Training:
    months = rules.training_months.get(name)
    start = None if months is None else months_after(day, -months)
    return Training(official=who, training=name, seat=seat, before=day, start_by=start)


def standings(
    lists: Listed, seats: Mapping[str, Seat], crowd: Crowd, rules: SuccessionRules
) -> tuple[Standing, ...]:
    """Hold those planned for each unit against the aims; somebody planned for two posts counts twice."""
    of: dict[str, list[Official]] = defaultdict(list)
    for seat, people in lists.items():
        of[seats[seat].unit] += [crowd.officials[one] for one in sorted(people)]
    return tuple(one for unit, people in sorted(of.items()) for one in _standings(unit, people, rules))


def _standings(unit: str, people: list[Official], rules: SuccessionRules) -> Iterator[Standing]:
    births = [one.born.year for one in people if one.born is not None]
    if rules.age_groups and people:
        found = groups(births, rules.age_gap)
        yield Standing(unit=unit, name=AGE_GROUPS, found=found, wanted=rules.age_groups)
    for share in rules.shares:
        found = sum(counts(share, one) for one in people)
        wanted = -(-share.percent * len(people) // 100)
        yield Standing(unit=unit, name=share.name, found=found, wanted=wanted)


def idle(vacancies: Sequence[Vacancy], moves: Sequence[Move]) -> tuple[str, ...]:
    """Give those whose term ends and who are found no post."""
    placed = {move.official for move in moves}
    ending = {one.holder for one in vacancies if one.why == "term" and one.holder is not None}
    return tuple(sorted(ending - placed))


def unknowns(lists: Listed, crowd: Crowd, rules: SuccessionRules) -> Iterator[Unknown]:
    """Name the facts of those planned without which an aim cannot count them."""
    planned = sorted(set().union(*lists.values()))
    by_birth = bool(rules.age_groups) or any(share.born_from is not None for share in rules.shares)
    by_sex = any(share.born_from is None for share in rules.shares)
    for one in (crowd.officials[place] for place in planned):
        if by_birth and one.born is None:
            yield Unknown(official=one.id, fact="born")
        if by_sex and one.woman is None:
            yield Unknown(official=one.id, fact="woman")
