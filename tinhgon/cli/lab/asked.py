"""What the options of the lab's commands ask for, as the lab takes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import isfinite

from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.lab.ground.standards import law_of
from tinhgon.rules.library import book
from tinhgon.solvers.consolidate.values import TERMS, Weights

EITHER = "units"  # whichever rules hold on the day
SHORT = {"unit": "units", "standards": "missed", "km": "travel", "district": "districts"}


class StandardsNeedADay(Refused):
    vi = "--standards cần --on NGÀY: tiêu chuẩn là của ngày phương án có hiệu lực."
    en = "--standards needs --on DAY: the standards are those of the day on which the plan takes effect."


class OneKindOfStandards(Refused):
    vi = "Chọn --standards, hoặc --min-population và --min-area, không dùng cả hai."
    en = "Use either --standards or --min-population and --min-area, not both."


class NotTheLawOfTheDay(Refused):
    vi = "Ngày {day} không xét đơn vị theo “{rule}”, mà theo: {rules}."
    en = "On {day} units are not judged by “{rule}” but by: {rules}."


class BadWeight(Refused):
    vi = "“{text}” không phải trọng số; viết như unit=100. Các mục tiêu: {terms}."
    en = "“{text}” is no weight; write unit=100. The terms: {terms}."


class BadPair(Refused):
    vi = "“{text}”: cần hai mã, cách nhau bằng dấu phẩy."
    en = "“{text}”: two codes are needed, parted by a comma."


class NoThreshold(Refused):
    vi = "--mode max-p cần --threshold hoặc --min-population."
    en = "--mode max-p needs --threshold or --min-population."


def assert_law(rule: str, on: date) -> None:
    """
    Let pass a rule by which units are judged on a day.

    :raises NotTheLawOfTheDay: others are.
    """
    law = law_of([], on=on, book=book())
    known = sorted({*law.merged, *law.alone})
    if rule not in (EITHER, *known):
        raise NotTheLawOfTheDay(day=on, rule=rule, rules=known)


def day_of(on: str, rule: str) -> date:
    """
    Give the day whose law counts.

    :raises StandardsNeedADay: standards of the law are asked for, but of no day.
    :raises NoSuchDay: it is none.
    """
    if rule and not on:
        raise StandardsNeedADay
    return parse_day(on) if on else date.max


def weights_of(texts: Iterable[str] | None) -> Weights:
    """
    Read prices such as unit=100,travel=2.

    :raises BadWeight: one is not to be read.
    """
    prices: dict[str, float] = {}
    for text in codes_of(texts):
        name, _, written = text.partition("=")
        term = SHORT.get(name.strip(), name.strip())
        try:
            price = float(written)
        except ValueError:
            price = -1.0
        if term not in TERMS or not isfinite(price) or price < 0:
            raise BadWeight(text=text[:60], terms=TERMS)
        prices[term] = price
    return Weights(**prices)


def codes_of(texts: Iterable[str] | None) -> tuple[str, ...]:
    """Read what is parted by commas, over all times that an option was given."""
    return tuple(code for text in texts or () for code in bundle_of(text))


def bundle_of(text: str) -> tuple[str, ...]:
    """Read the codes of one option."""
    return tuple(code.strip() for code in text.split(",") if code.strip())


def pairs_of(texts: Iterable[str] | None) -> Sequence[tuple[str, str]]:
    """
    Read pairs of codes.

    :raises BadPair: it is no pair.
    """
    found = []
    for text in texts or ():
        bundle = bundle_of(text)
        if len(bundle) != 2:
            raise BadPair(text=text[:60])
        found.append((bundle[0], bundle[1]))
    return found
