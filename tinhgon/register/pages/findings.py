"""What rules find of a decision, as its page tells it: gathered by rule and sentence, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language

from tinhgon.core.judging import NO_ANSWERS, Answer, Answers, Judged, written
from tinhgon.core.rulebook import Finding
from tinhgon.register.models import Decision
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staff_wording import Hidden
from tinhgon.register.pages.wording import Names
from tinhgon.register.queries import findings
from tinhgon.rules.library import book
from tinhgon.temporal.middleware import AsOfRequest

LISTED = 50  # of one kind; the others are counted
REASON, BASIS, SEEN = "reason-{}", "basis-{}", "seen-{}"


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: about whom, and how it was answered."""

    finding: Finding
    about: Any
    key: str
    answer: Answer | None = None
    answered_by: str = ""
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one rule that weigh the same."""

    rule: str
    severity: str
    lines: tuple[Line, ...]
    total: int

    @property
    def title(self) -> str:
        """What the rule is called; one that packs no longer have, by its name."""
        rule = book().rules.get(self.rule)
        return rule.title.told(get_language() or "vi") if rule else self.rule

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.total - len(self.lines)


def foreseen(
    judged: Sequence[Judged], request: AsOfRequest, answers: Answers = NO_ANSWERS, *, on: date, **names: Any
) -> list[Group]:
    """Tell what rules find of a draft, with the answers that were begun; of people, those within reach."""
    if not judged:
        return []
    called = _names(judged, request, on, **names)
    told = ((one, _about(one, called)) for one in judged)
    lines = (
        Line(one.finding, about, one.key, answers.begun(one), seen=(one.seen,))
        for one, about in told if not isinstance(about, Hidden)
    )  # fmt: skip
    return _grouped(lines, {})


def recorded(decision: Decision, request: AsOfRequest) -> list[Group]:
    """Tell what rules found when a decision was signed, and the answers: of people those within reach."""
    found = findings.of_decision(decision.pk, reach_of(request), each=LISTED)
    if not found.rows:
        return []
    called = _names([row.judged for row in found.rows], request, decision.effective_on)
    lines = (
        Line(row.judged.finding, _about(row.judged, called), row.judged.key, row.answer, row.answered_by)
        for row in found.rows
    )
    return _grouped(lines, found.totals)


def answers_in(posted: QueryDict) -> Answers:
    """Read the answers of a form, each under the key of its finding, to what was shown there."""
    return Answers({key: _answer(key, posted) for key in posted.getlist("finding")})


def asked(groups: Iterable[Group]) -> list[Line]:
    """Give what wants an answer: all that bears one key is answered for at once."""
    found: dict[str, Line] = {}
    for line in (line for group in groups for line in group.lines if line.finding.blocks):
        known = found.setdefault(line.key, line)
        found[line.key] = replace(known, seen=(*dict.fromkeys((*known.seen, *line.seen)),))
    return list(found.values())


def _answer(key: str, posted: QueryDict) -> Answer:
    # Browsers send two letters for each end of a line, and count one.
    reason, basis = (written(posted.get(name.format(key), "")) for name in (REASON, BASIS))
    return Answer(reason[:5000], basis[:2000], frozenset(posted.getlist(SEEN.format(key))))


def _grouped(lines: Iterable[Line], totals: Mapping[tuple[str, str], int]) -> list[Group]:
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.finding.rule, line.finding.severity), []).append(line)
    return [
        Group(rule, severity, tuple(_listed(of)), totals.get((rule, severity), len(of)))
        for (rule, severity), of in found.items()
    ]


def _listed(lines: list[Line]) -> list[Line]:
    """Give the first ones, but all that block: each wants its own answer."""
    return [line for number, line in enumerate(lines) if number < LISTED or line.finding.blocks]


def _names(judged: Sequence[Judged], request: AsOfRequest, on: date, **names: Any) -> Names:
    return Names(
        [one.unit for one in judged if one.unit], on=on, request=request,
        posts=[one.post for one in judged if one.post], people=[one.person for one in judged if one.person],
        **names,
    )  # fmt: skip


def _about(judged: Judged, names: Names) -> Any:
    if judged.unit:
        return names.unit(judged.unit)
    if judged.post:
        return names.post(judged.post)
    return names.person(judged.person) if judged.person else None
