"""Whether a plan keeps to the rules, checked fact by fact, without the programme that made it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tinhgon.solvers.succeed.eligible import months_to
from tinhgon.solvers.succeed.months import months_after
from tinhgon.solvers.succeed.plan import Move, Succession
from tinhgon.solvers.succeed.values import Official, Seat, SuccessionRules


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a plan breaks, by whom and where."""

    rule: str
    official: str
    seat: str


def broken(
    plan: Succession, officials: Sequence[Official], seats: Sequence[Seat], rules: SuccessionRules
) -> tuple[Broken, ...]:
    """Give every rule that a plan breaks; an empty answer is a plan that keeps to all of them."""
    people, by_id = {one.id: one for one in officials}, {one.id: one for one in seats}
    found = [*_lists(plan, by_id, rules), *_apart(plan, rules), *_planned(plan, rules)]
    for move in plan.moves:
        one, seat = people[move.official], by_id[move.vacancy.seat]
        found += (Broken(rule, one.id, seat.id) for rule in _of(move, one, seat, rules))
    return tuple(found)


def _of(move: Move, one: Official, seat: Seat, rules: SuccessionRules) -> Iterator[str]:
    day, step = move.vacancy.day, seat.level - one.level
    left = months_to(day, one.retires_on)
    least = {
        "promoted": rules.least_terms * rules.term_months, "rotated": rules.rotation_left,
        "reappointed": rules.reappoint_left,
    }[move.how]  # fmt: skip
    if one.retires_on is None or one.retires_on <= day or left < least:
        yield "months_left"
    if seat.not_local and (one.home is None or one.home == seat.place):
        yield "local"
    if one.barred_until is not None and one.barred_until > day:
        yield "barred"
    if move.how == "reappointed":
        if one.seat != seat.id or (rules.most_terms is not None and (one.terms or 0) >= rules.most_terms):
            yield "terms"
        return
    if not 0 <= step <= rules.highest_step or (step == 0) != (move.how == "rotated"):
        yield "level"
    if not seat.qualifications <= one.qualifications:
        yield "qualification"
    if move.how == "rotated" and (one.since is None or months_to(one.since, day) < rules.rotation_months):
        yield "spacing"
    ends = (
        one.term_until
        if one.term_until and one.term_until < months_after(rules.on, 12 * rules.years)
        else day
    )
    if not ends <= day <= months_after(ends, rules.bridge_months + 1):
        yield "term"
    missing = seat.trainings - one.trainings
    if sum(rules.training_months.get(name, 0) for name in missing) > months_to(rules.on, day):
        yield "training"


def _lists(plan: Succession, seats: Mapping[str, Seat], rules: SuccessionRules) -> Iterator[Broken]:
    for seat, number in Counter(one.seat for one in plan.listed).items():
        if number > rules.people_a_title:
            yield Broken("people_a_title", "", seat)
    titles = Counter((one.official, seats[one.seat].level) for one in plan.listed)
    for (official, _), number in titles.items():
        if number > rules.titles_a_person:
            yield Broken("titles_a_person", official, "")
    for vacancy, number in Counter(move.vacancy for move in plan.moves).items():
        if number > 1:
            yield Broken("one_successor", "", vacancy.seat)


def _apart(plan: Succession, rules: SuccessionRules) -> Iterator[Broken]:
    moves: dict[str, list[Move]] = defaultdict(list)
    for move in sorted(plan.moves, key=lambda one: one.vacancy):
        moves[move.official].append(move)
    for official, own in moves.items():
        for first, second in pairwise(own):
            close = months_to(first.vacancy.day, second.vacancy.day) < rules.rotation_months
            if close or first.how != "rotated":
                yield Broken("apart", official, second.vacancy.seat)


def _planned(plan: Succession, rules: SuccessionRules) -> Iterator[Broken]:
    """Promotions only for those planned for that very post; rotations for those planned for any."""
    stands, anywhere = (
        {(one.official, one.seat) for one in plan.listed},
        {one.official for one in plan.listed},
    )
    for move in plan.moves:
        alone = move.how == "promoted" and (move.official, move.vacancy.seat) not in stands
        if alone or (rules.only_planned and move.how == "rotated" and move.official not in anywhere):
            yield Broken("not_planned", move.official, move.vacancy.seat)
