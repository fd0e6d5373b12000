"""Cases run against a book: what came, and how it differs from what must come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Book, Finding, Working
from tinhgon.rules.deciding import facts_for
from tinhgon.rules.proving.cases import Case

PARTS = ("rule", "severity", "says", "found", "allowed", "provisional")


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a case; no differences means that it holds."""

    case: Case
    differences: tuple[str, ...]
    says: tuple[str, ...] = ()  # the sentences that were reached

    @property
    def holds(self) -> bool:
        """Tell whether all came as it must."""
        return not self.differences


def run(book: Book, of: str, case: Case) -> Run:
    """Run one case of a rule or a calculation."""
    try:
        came = _came(book, of, case)
    except Refused as refused:
        told = f"refused: {refused.code}, not {case.refused or 'at all'}: {refused}"
        return Run(case, () if refused.code == case.refused else (told,))
    if case.refused:
        return Run(case, (f"not refused by {case.refused}",))
    if isinstance(came, Working):
        steps = tuple(step.says for step in came.steps)
        return Run(case, tuple(_working(case, came, steps)), steps)
    return Run(case, tuple(_findings(case, came)), tuple(finding.says for finding in came))


def _came(book: Book, of: str, case: Case) -> Working | tuple[Finding, ...]:
    if of in book.calculations:
        return book.compute(of, facts_for(book.calculations[of], case.facts), on=case.on)
    return book.check(of, facts_for(book.rules[of], case.facts), on=case.on)


def _working(case: Case, came: Working, steps: tuple[str, ...]) -> Iterator[str]:
    for name, wanted in (case.gives or {}).items():
        if name not in came.gives or not same(came.gives[name], wanted):
            yield f"{name}: {came.gives.get(name)!r}, not {wanted!r}"
    if case.steps is not None and case.steps != steps:
        yield f"steps: {steps}, not {case.steps}"


def _findings(case: Case, came: tuple[Finding, ...]) -> Iterator[str]:
    wanted = case.finds or ()
    if len(came) != len(wanted):
        yield f"{len(came)} findings ({', '.join(one.says for one in came)}), not {len(wanted)}"
    for finding, parts in zip(came, wanted, strict=False):
        yield from (f"{finding.says}: {fault}" for fault in _parts(finding, parts))


def _parts(finding: Finding, wanted: Mapping[str, Any]) -> Iterator[str]:
    for name, value in wanted.items():
        there = getattr(finding, name) if name in PARTS else finding.facts.get(name)
        if not same(there, value):
            yield f"{name} is {there!r}, not {value!r}"


def same(there: Any, wanted: Any) -> bool:
    """Compare as a reader would: 5, 5.0 and Decimal("5.00") are one number."""
    if isinstance(wanted, Mapping) and isinstance(there, Mapping):
        return there.keys() == wanted.keys() and all(same(there[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list | tuple) and isinstance(there, list | tuple):
        return len(there) == len(wanted) and all(map(same, there, wanted))
    if _is_number(there) and _is_number(wanted):
        return Decimal(str(there)) == Decimal(str(wanted))
    return bool(there == wanted) or (not isinstance(there, bool) and str(there) == str(wanted))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
