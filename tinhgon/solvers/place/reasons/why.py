"""Why somebody has no post, or not this one: who stands in the way, and what forcing it would cost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tinhgon.solvers.place.bound import charged_pair, charges_of
from tinhgon.solvers.place.evaluate import distance, evaluate
from tinhgon.solvers.place.ground import NEVER, SCALE, laid
from tinhgon.solvers.place.pairs import UNKNOWN, Block, costs, refused
from tinhgon.solvers.place.reasons.chains import Chain, chain, refilled
from tinhgon.solvers.place.residual import Residual, residual
from tinhgon.solvers.place.resume import master_of, wanted_of
from tinhgon.solvers.place.values import PAIR_RULES, Pins, Placed, Staffing
from tinhgon.solvers.place.verify import Breach, refusals, verify
from tinhgon.solvers.watch import Clock, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Forced:
    """What putting a person into a post would do to a plan.

    :param refused: rules on pairs that forbid it; then there is no price.
    :param price: what the plan would cost more by the chain of moves; None where none keeps the rules. It is
        exact for who has no post where no rule on groups weighs; elsewhere a better chain may exist.
    :param least: what any plan with it must cost more, as proven; the truth lies between.
    :param chain: who moves, the person first.
    :param breaks: hard rules on groups that the chain would break.
    """

    person: str
    post: str
    refused: tuple[str, ...] = ()
    price: float | None = None
    least: float | None = None
    chain: Chain = ()
    breaks: tuple[Breach, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A post that was open to a person, who has it, and the price of forcing it."""

    post: str
    holders: tuple[str, ...]
    km: float | None
    forced: Forced


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPost:
    """Why a person has no post.

    :param funnel: of all posts, how many the first refusing rule took away, rule by rule as they are tried.
    :param missing: rules that refused because a fact is not known, with how many posts that took away.
    :param open: how many posts no rule refuses.
    """

    person: str
    posts: int
    funnel: dict[str, int]
    missing: dict[str, int]
    open: int
    nearest: tuple[Near, ...]


class Why:
    """Answers about one plan; made once, each answer takes moments.

    :raises FaultyStaffing: never here: the plan was solved from the same task.
    """

    def __init__(self, staffing: Staffing, placed: Placed) -> None:
        self.staffing, self.placed = staffing, placed
        self.ground = laid(staffing)
        self.post_of = wanted_of(self.ground, placed)
        self.master = master_of(self.ground, Clock(Limits()), placed, self.post_of)
        self.charges = charges_of(self.ground, self.master.teams, self.master.duals)
        tolls = np.rint(self.master.teams.matrix.T @ self.master.duals.tolls).astype(np.int64)
        self.price = self.master.arcs.cost + tolls
        self.bound = max(self.master.bound.value, 0.0)

    @cached_property
    def _ways(self) -> Residual:
        return residual(self.ground, self.master.arcs, self.price, self.post_of)

    def no_post(self, person: str, most: int = 3) -> NoPost:
        """Say which rules took away which posts, and what the nearest open posts would cost."""
        i = self.ground.person[person]
        codes = refused(self.ground, i)
        names = [PAIR_RULES[(code & (UNKNOWN - 1)) - 1] for code in codes.tolist() if code]
        lacking = [PAIR_RULES[code - UNKNOWN - 1] for code in codes.tolist() if code >= UNKNOWN]
        funnel, missing = Counter(names), Counter(lacking)
        posts = np.flatnonzero(codes == 0)
        total = costs(self.ground, Block(np.array([i]), posts))[0] + self._ways.seat[posts]
        first = posts[np.lexsort((posts, total))][:most]
        return NoPost(
            person=person,
            posts=len(codes),
            funnel={rule: funnel[rule] for rule in PAIR_RULES if funnel[rule]},
            missing={rule: missing[rule] for rule in PAIR_RULES if missing[rule]},
            open=len(posts),
            nearest=tuple(self._near(person, int(j)) for j in first),
        )

    def why_not(self, person: str, post: str) -> Forced:
        """Say which rules refuse a pair, or else what forcing it would cost and who would move."""
        who, where = self.staffing.people[self.ground.person[person]], self.ground.post[post]
        if found := tuple(refusals(self.staffing, who, self.staffing.posts[where])):
            return Forced(person=person, post=post, refused=found)
        i, ways = self.ground.person[person], self._ways
        if self.post_of[i] >= 0:
            left = self.post_of.copy()
            left[i] = -1
            ways = residual(self.ground, self.master.arcs, self.price, left)
        moves = chain(self.ground, ways, self.post_of, i, where)
        least = self._least(i, where)
        if moves is None:
            return Forced(person=person, post=post, least=least)
        if self.post_of[i] >= 0:
            moves = refilled(self.ground, self.master.arcs, self.price, self.post_of, moves)
        price, breaks = self._tried(moves)
        return Forced(
            person=person, post=post, price=None if breaks else max(price, least), least=least, chain=moves,
            breaks=breaks,
        )  # fmt: skip

    def _near(self, person: str, j: int) -> Near:
        post, one = self.staffing.posts[j], self.staffing.people[self.ground.person[person]]
        holders = tuple(self.staffing.people[k].id for k in np.flatnonzero(self.post_of == j).tolist())
        return Near(
            post=post.id, holders=holders, km=distance(one, post), forced=self.why_not(person, post.id)
        )

    def _least(self, i: int, j: int) -> float:
        """Give what the proof says: the bound of all plans with this pair, less the plan's value."""
        if charged_pair(self.ground, self.charges, i, j) >= NEVER:
            return 0.0
        with_it = self.bound + charged_pair(self.ground, self.charges, i, j) - self.master.bound.each[i]
        return max(with_it / SCALE - self.placed.proof.value, 0.0)

    def _tried(self, moves: Chain) -> tuple[float, tuple[Breach, ...]]:
        """Price the chain in the units it touches, by plain code, and see which hard rules it breaks."""
        task, before, after = self._touched(moves)
        return evaluate(task, after).value - evaluate(task, before).value, verify(task, after)

    def _touched(self, moves: Chain) -> tuple[Staffing, list[str | None], list[str | None]]:
        posts, to = self.staffing.posts, {move.person: move.to for move in moves}
        ends = {name for move in moves for name in (move.to, move.out_of) if name is not None}
        inside = {posts[self.ground.post[name]].unit for name in ends}
        held = np.isin(self.ground.facts.q_unit[self.post_of], [self.ground.unit[unit] for unit in inside])
        moving = [self.ground.person[name] for name in to]
        people = sorted({*np.flatnonzero(held & (self.post_of >= 0)).tolist(), *moving})
        ours = tuple(self.staffing.people[i] for i in people)
        names = {one.id for one in ours}
        rules, pins = self.staffing.rules, self.staffing.pins
        task = replace(
            self.staffing,
            people=ours,
            posts=tuple(post for post in posts if post.unit in inside),
            units=tuple(unit for unit in self.staffing.units if unit.id in inside),
            rules=replace(rules, relatives=tuple(pair for pair in rules.relatives if names.issuperset(pair))),
            pins=replace(pins, at={who: where for who, where in pins.at.items() if who in names}),
        )
        before = [self.placed.post_of[i] for i in people]
        return task, before, [to.get(one.id, now) for one, now in zip(ours, before, strict=True)]


def pinned(staffing: Staffing, person: str, post: str) -> Staffing:
    """Give the task with one more pin, to solve again from a plan."""
    pins = staffing.pins
    at = {**pins.at, person: post}
    return replace(staffing, pins=Pins(at=at, out=pins.out - {person}, empty=pins.empty, closed=pins.closed))
