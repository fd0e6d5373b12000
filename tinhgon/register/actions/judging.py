"""The rules of the day on which a decision takes effect: what they find of it, and who answers for that.

Which rules there are, and how their facts are gathered, is no matter of the register: the settings name the
judges (`DECISION_JUDGES`), each a function from a matter to findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.module_loading import import_string

from tinhgon.core import operations as ops
from tinhgon.core.apply import Changes, apply
from tinhgon.core.judging import NO_ANSWERS, Answers, Judge, Judged, Matter, written
from tinhgon.core.rulebook import Dated, Severity
from tinhgon.core.snapshot import Snapshot
from tinhgon.register import refusals
from tinhgon.register.models import Decision, DecisionFinding
from tinhgon.register.queries import snapshots

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

__all__ = ["NO_ANSWERS", "Answers", "judge", "matter_of", "record", "weigh"]
WEIGHT = (Severity.BLOCK, Severity.WARN, Severity.NOTE)


def judge(matter: Matter) -> tuple[Judged, ...]:
    """Ask every judge; the gravest findings first."""
    found = [judged for one in _judges() for judged in one(matter)]
    return tuple(sorted(found, key=lambda judged: WEIGHT.index(judged.finding.severity)))


def weigh(
    operations: Sequence[ops.Operation], *, on: date, decision: Decision
) -> tuple[Changes, tuple[Judged, ...]]:
    """Tell what operations would change and what the rules find of it; write nothing.

    :raises OperationRefused: an operation is impossible.
    """
    before = snapshots.gather(operations).snapshot
    changes = apply(before, operations, on=on, decision=decision.pk)
    return changes, judge(matter_of(operations, before, changes, on=on))


def matter_of(operations: Sequence[ops.Operation], before: Snapshot, changes: Changes, *, on: date) -> Matter:
    """Make the matter of a decision that was applied."""
    return Matter(on=on, operations=operations, before=before, after=before.after(changes), changes=changes)


def record(
    decision: Decision, found: Sequence[Judged], answers: Answers, actor: AbstractBaseUser | None
) -> None:
    """Write what was found with the decision that is being signed.

    :raises AgainstTheRules: something blocks and nobody answered for it.
    """
    open_ones = [one for one in found if one.finding.blocks and answers.to(one) is None]
    if open_ones:
        raise refusals.AgainstTheRules(
            count=len(open_ones), rules=sorted({one.finding.rule for one in open_ones})
        )
    rows = (_row(decision, place, one, answers, actor) for place, one in enumerate(found))
    DecisionFinding.objects.bulk_create(rows, batch_size=1000)


def _row(
    decision: Decision, place: int, judged: Judged, answers: Answers, actor: AbstractBaseUser | None
) -> DecisionFinding:
    finding = judged.finding
    answer = answers.to(judged) if finding.blocks else None
    return DecisionFinding(
        decision=decision, place=place, rule=finding.rule, severity=finding.severity, says=finding.says,
        unit_id=judged.unit, post_id=judged.post, person_id=judged.person,
        told=_plain({"found": finding.found, "allowed": finding.allowed, "facts": dict(finding.facts)}),
        cited=[_cited(value) for value in finding.cited],
        reason=written(answer.reason) if answer else "", basis=written(answer.basis) if answer else "",
        answered_by=actor if answer else None,
    )  # type: ignore[misc]  # fmt: skip


def _plain(value: Any) -> Any:
    """Give what JSON keeps: a decimal that is a whole number becomes one, others are text."""
    match value:
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case Decimal():
            return int(value) if value == value.to_integral_value() else str(value)
    return value


def _cited(value: Dated) -> dict[str, Any]:
    return {
        "figure": value.figure, "since": value.since, "document": value.source.document,
        "article": value.source.article, "status": value.status, "expected": value.expected,
    }  # fmt: skip


@cache
def _loaded(names: tuple[str, ...]) -> tuple[Judge, ...]:
    return tuple(import_string(name) for name in names)


def _judges() -> Iterator[Judge]:
    yield from _loaded(tuple(settings.DECISION_JUDGES))
