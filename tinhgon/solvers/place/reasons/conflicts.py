"""Which hard rules and pins contradict each other: the smallest set found, in words."""

from __future__ import annotations

from dataclasses import dataclass

from tinhgon.core.errors import Refused, Said
from tinhgon.solvers.place import values as v
from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import Ground
from tinhgon.solvers.place.reasons import cores, crowds
from tinhgon.solvers.place.reasons.words import RULES
from tinhgon.solvers.place.values import Staffing
from tinhgon.solvers.place.verify import Breach, verify


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Conditions that cannot all hold; without any one of them the others can, as far as was looked.

    :param conditions: each a rule with the people and the unit or post it is about.
    :param seats: where people compete, how many seats there are for them; None elsewhere.
    """

    conditions: tuple[Breach, ...]
    seats: int | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """Give everyone it is about."""
        return tuple(dict.fromkeys(who for one in self.conditions for who in one.people))


class Impossible(Refused):
    """No plan keeps these conditions; `conflict` holds them."""

    vi = "Các điều kiện mâu thuẫn, không có phương án nào: {conditions}."
    en = "These conditions contradict each other, no plan keeps them: {conditions}."
    between = "; "

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        said = [_say(one) for one in conflict.conditions]
        if conflict.seats is not None:
            many = len(conflict.people)
            said.append(
                Said(
                    f"{many} người này chỉ có {conflict.seats} chỗ có thể nhận",
                    f"these {many} people compete for {conflict.seats} seats",
                )
            )
        super().__init__(conditions=tuple(said))


class NoPlanFound(Refused):
    vi = "Chưa tìm được phương án giữ mọi điều kiện bắt buộc; cũng chưa chứng minh được là không có."
    en = "No plan that keeps every hard rule was found; that there is none is not proven."


def _say(condition: Breach) -> Said:
    about = [*condition.people[:10], *(["…"] if len(condition.people) > 10 else [])]
    about += [one for one in (condition.unit, condition.post) if one]
    rule, tail = RULES[condition.rule], f" ({', '.join(about)})" if about else ""
    return Said(rule.vi + tail, rule.en + tail)


def conflict(ground: Ground, arcs: Arcs) -> Conflict | None:
    """Look for a contradiction: among the pins, then by counting seats, then by logic."""
    staffing = ground.staffing
    if found := _of_pins(staffing):
        return found
    if crowd := crowds.crowd(ground, arcs):
        people, seats = crowd
        rule = v.NOBODY_OUT if staffing.rules.nobody_out else v.AT
        return Conflict(conditions=(Breach(rule=rule, people=people),), seats=seats)
    core = cores.core(ground, arcs)
    return Conflict(conditions=core) if core else None


def _of_pins(staffing: Staffing) -> Conflict | None:
    """Look at the pins as a plan of their own: what it breaks, they contradict."""
    pins = staffing.pins
    plan = [pins.at.get(person.id) for person in staffing.people]
    for one in verify(staffing, plan):
        if one.rule in (v.NOBODY_OUT, v.AT):
            continue
        if one.rule in (v.SEATS, v.DEPUTIES):
            return Conflict(conditions=(one, *_pinned(staffing, one)))
        held = tuple(Breach(rule=v.AT, people=(who,), post=pins.at[who]) for who in one.people)
        return Conflict(conditions=(one, *held))
    return None


def _pinned(staffing: Staffing, breach: Breach) -> tuple[Breach, ...]:
    """Give as many of the pins as break a limit of seats or deputies."""
    posts = {post.id: post for post in staffing.posts}
    found = [
        Breach(rule=v.AT, people=(who,), post=where)
        for who, where in staffing.pins.at.items()
        if where == breach.post
        or (breach.post is None and posts[where].unit == breach.unit and posts[where].level == v.DEPUTY)
    ]
    if breach.post is not None:
        return tuple(found[: posts[breach.post].seats + 1])
    quota = next(unit.deputies for unit in staffing.units if unit.id == breach.unit)
    return tuple(found[: (quota or 0) + 1])
