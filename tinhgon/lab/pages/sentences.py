"""What differs between two plans of one territory, in sentences with figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from tinhgon.lab.drawing import Drawn
from tinhgon.lab.ground.values import Unit
from tinhgon.lab.pages.numbers import number
from tinhgon.lab.pages.totals import people_of
from tinhgon.register.pages.words import figure
from tinhgon.solvers.consolidate.values import MISSED, TRAVEL, UNITS

NAMED = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, whether it speaks for the second plan, and units that it is about."""

    text: str
    tone: str
    units: tuple[str, ...] = ()
    more: int = 0


def beside(first: Drawn, second: Drawn) -> list[Told]:
    """Say where the second plan is leaner, closer, or misses what the first does not."""
    return [*_leaner(first, second), *_closer(first, second), *_misses(first, second), *_alike(first, second)]


def _leaner(first: Drawn, second: Drawn) -> Iterator[Told]:
    apart = int(second.terms[UNITS] - first.terms[UNITS])
    facts = {
        "apart": figure(abs(apart)),
        "new": figure(int(second.terms[UNITS])),
        "old": figure(int(first.terms[UNITS])),
    }
    if apart < 0:
        yield Told(gettext("Gọn hơn: ít hơn %(apart)s đơn vị (%(new)s so với %(old)s).") % facts, "ok")
    elif apart > 0:
        yield Told(
            gettext("Không gọn bằng: nhiều hơn %(apart)s đơn vị (%(new)s so với %(old)s).") % facts, "bad"
        )
    else:
        yield Told(gettext("Số đơn vị bằng nhau: %(new)s.") % facts, "")


def _closer(first: Drawn, second: Drawn) -> Iterator[Told]:
    apart = second.terms[TRAVEL] - first.terms[TRAVEL]
    people = people_of(second)
    if not people or not first.terms[TRAVEL]:
        return
    facts = {
        "percent": number(100 * abs(apart) / first.terms[TRAVEL], 1),
        "new": number(1000 * second.terms[TRAVEL] / people, 2),
        "old": number(1000 * first.terms[TRAVEL] / people, 2),
    }  # fmt: skip
    if apart < 0:
        yield Told(
            gettext("Gần dân hơn %(percent)s %%: bình quân %(new)s km tới trụ sở mới, so với %(old)s km.")
            % facts,
            "ok",
        )
    elif apart > 0:
        yield Told(
            gettext("Xa dân hơn %(percent)s %%: bình quân %(new)s km tới trụ sở mới, so với %(old)s km.")
            % facts,
            "bad",
        )


def _misses(first: Drawn, second: Drawn) -> Iterator[Told]:
    facts = {"new": figure(int(second.terms[MISSED])), "old": figure(int(first.terms[MISSED]))}
    apart = second.terms[MISSED] - first.terms[MISSED]
    if apart or second.terms[MISSED]:
        text = gettext("Tiêu chuẩn không đạt: %(new)s, so với %(old)s.") % facts
        yield Told(text, "ok" if apart < 0 else "bad" if apart > 0 else "")
    only = _missing(second) - _missing(first)
    if only:
        named, more = _named(second, only)
        text = gettext("Không đạt tiêu chuẩn ở những nơi mà phương án kia đạt:")
        yield Told(text, "bad", named, more)
    cured = _missing(first) - _missing(second)
    if cured:
        named, more = _named(first, cured)
        yield Told(gettext("Đạt tiêu chuẩn ở những nơi mà phương án kia không đạt:"), "ok", named, more)


def _alike(first: Drawn, second: Drawn) -> Iterator[Told]:
    same = {_keys(first, one.members) for one in first.units} & {
        _keys(second, one.members) for one in second.units
    }
    facts = {"same": figure(len(same)), "all": figure(len(second.units))}
    yield Told(
        gettext("Trùng hẳn: %(same)s trên %(all)s đơn vị mới gồm đúng những đơn vị như phương án kia.")
        % facts,
        "",
    )


def _missing(drawn: Drawn) -> set[str]:
    """Give the codes of the units of today that lie in a new unit which misses a standard."""
    units = drawn.ground.units
    return {
        units[place].code
        for one in drawn.units if any(below.missed for below in one.below) for place in one.members
    }  # fmt: skip


def _named(drawn: Drawn, codes: set[str]) -> tuple[tuple[str, ...], int]:
    found: list[Unit] = [one for one in drawn.ground.units if one.code in codes]
    return tuple(one.name for one in found[:NAMED]), max(len(found) - NAMED, 0)


def _keys(drawn: Drawn, members: tuple[int, ...]) -> frozenset[str]:
    return frozenset(drawn.ground.units[place].code for place in members)
