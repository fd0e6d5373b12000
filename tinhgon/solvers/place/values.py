"""Who is to be placed in which posts, by which rules and for what; and the plan that comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.proof import Proof

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Position: TypeAlias = tuple[float, float]  # latitude and longitude in degrees

SPECIALIST, MEMBER, DEPUTY, HEAD = range(4)
RANKS = ("specialist", "member", "deputy", "head")  # by level; those of leaders are from DEPUTY up

# Hard rules, as reasons and findings name them.
LEAD, RISE, FALL, FIELD, NEEDS, BARRED, REACH = (
    "lead_months", "rise", "fall", "field", "needs", "barred", "reach",
)  # fmt: skip
DEPUTIES, RELATIVES, ONE_ORIGIN, NOBODY_OUT = "deputies", "relatives", "one_origin", "nobody_out"
EMPTY, CLOSED, AT, OUT, SEATS = "pin_empty", "pin_closed", "pin_at", "pin_out", "seats"
PAIR_RULES = (EMPTY, CLOSED, FIELD, RISE, FALL, NEEDS, BARRED, LEAD, REACH)  # in the order they are tried
GROUP_RULES = (DEPUTIES, RELATIVES, ONE_ORIGIN)

# Terms of the objective.
DISPLACED, SENIORITY, SEVERANCE, KEPT = "displaced", "seniority", "severance", "kept"
LEVEL_LOST, LEVEL_GAINED, KM, OTHER_FIELD, WISH = "level_lost", "level_gained", "km", "other_field", "wish"
WOMEN, YOUNG, BALANCE = "women", "young", "balance"
OUT_TERMS = (DISPLACED, SENIORITY, SEVERANCE)
PAIR_TERMS = (KEPT, LEVEL_LOST, LEVEL_GAINED, KM, OTHER_FIELD, WISH)
TEAM_TERMS = (WOMEN, YOUNG, BALANCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One who is to be placed; what is not known is None and never guessed.

    :param origin: the old unit.
    :param field: of today's work; "" where unknown.
    :param level: of today's post, as in `RANKS`.
    :param months_left: until retirement.
    :param wishes: posts, the most wished first.
    :param leaves: asks to leave.
    :param severance: what is due by the dated rule, if the person gets no post.
    :param barred: names of ranks that a discipline decision in force bars.
    """

    id: str
    origin: str
    field: str = ""
    level: int = SPECIALIST
    qualifications: frozenset[str] = frozenset()
    months_left: int | None = None
    woman: bool | None = None
    age: int | None = None
    seniority_months: int | None = None
    wishes: tuple[str, ...] = ()
    leaves: bool = False
    severance: float | None = None
    barred: frozenset[str] = frozenset()
    position: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of the new structure.

    :param unit: the new unit it belongs to.
    :param field: "" is open to every field.
    :param needs: qualifications that its holder must all have.
    """

    id: str
    unit: str
    field: str = ""
    level: int = SPECIALIST
    seats: int = 1
    needs: frozenset[str] = frozenset()
    position: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """A unit of the new structure.

    :param origins: the old units merged into it.
    :param deputies: how many deputies it may have; None is as many as its posts.
    """

    id: str
    origins: tuple[str, ...] = ()
    deputies: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What every plan keeps to. The figures are given, none is the law's own; None or False is off.

    :param lead_months: months left until retirement that a post of a leader asks of those who rise to it from
        a lower level; who keeps the level or goes below it is appointed to nothing higher and not asked.
    :param rise: the greatest number of levels above today's.
    :param fall: the greatest number of levels below today's.
    :param field: "same" or, with `adjacent`, a neighbouring one.
    :param adjacent: pairs of neighbouring fields, either way round.
    :param needs: whether a post's qualifications are asked for.
    :param barred: whether bars by discipline are kept to.
    :param reach_km: only posts of units the person's own merged into, or within so many kilometres.
    :param deputies: whether units' quotas of deputies are kept to.
    :param relatives: pairs of people who never serve in one unit.
    :param one_origin: how many leaders of a unit may come from one old unit, where it merged several.
    :param nobody_out: everyone who does not ask to leave must get a post.
    """

    lead_months: int | None = None
    rise: int | None = None
    fall: int | None = None
    field: Literal["same", "adjacent"] | None = "same"
    adjacent: frozenset[tuple[str, str]] = frozenset()
    needs: bool = True
    barred: bool = True
    reach_km: float | None = None
    deputies: bool = True
    relatives: tuple[tuple[str, str], ...] = ()
    one_origin: int | None = None
    nobody_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The price of each term; the objective is their sum.

    A leadership team is a unit's seats of level `DEPUTY` and up, deputies counted up to the quota.

    :param displaced: of one without a post who did not ask to leave.
    :param seniority: of each month of seniority of such a one.
    :param severance: of each unit of money due to people without a post.
    :param kept: of one who asks to leave and gets a post all the same.
    :param level_lost: of each level below today's.
    :param level_gained: of each level above today's.
    :param km: of a kilometre from today's place to the post's; nothing where a place is unknown.
    :param other_field: of a post of another field than today's.
    :param wish: of each step down the person's wishes; a post not among them is one step past the last.
    :param women: of each woman missing from a leadership team.
    :param women_share: of a team's seats, rounded up.
    :param young: of each person under `young_age` missing from a leadership team.
    :param balance: of each leader above an old unit's even part of the team (rounded up).
    """

    displaced: float = 1500.0
    seniority: float = 4.0
    severance: float = 0.0
    kept: float = 3000.0
    level_lost: float = 120.0
    level_gained: float = 60.0
    km: float = 1.0
    other_field: float = 80.0
    wish: float = 20.0
    women: float = 400.0
    women_share: float = 0.0
    young: float = 400.0
    young_share: float = 0.0
    young_age: int = 42
    balance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """What somebody has fixed; a pin does not lift a rule.

    :param at: the post of each of these people.
    :param out: people who get no post.
    :param empty: posts nobody gets.
    :param closed: (person, post) pairs that are not to be.
    """

    at: Mapping[str, str] = field(default_factory=dict)
    out: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    closed: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """The whole task. Ties are broken by the order of people and posts."""

    people: tuple[Person, ...]
    posts: tuple[Post, ...]
    units: tuple[NewUnit, ...]
    rules: Rules = Rules()
    weights: Weights = Weights()
    pins: Pins = Pins()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """The best plan found, and how good it is known to be.

    :param post_of: the post of each person, in the order of `Staffing.people`; None is no post.
    :param terms: of the objective, by name, each in its price.
    :param prices: of a seat of each post in the plan's proof, in the order of `Staffing.posts`.
    :param unknown: how often a fact that a soft term needs was missing (and the term left at nothing).
    :param tolls: multipliers of the rules on groups, from which a later run goes on.
    :param whole: False where the run was cut short: the same run may give another plan.
    """

    post_of: tuple[str | None, ...]
    proof: Proof
    terms: Mapping[str, float] = field(default_factory=dict)
    prices: tuple[float, ...] = ()
    tolls: Mapping[str, float] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)
    whole: bool = True
    seconds: float = 0.0
    peak_memory_mb: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
