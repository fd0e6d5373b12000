"""The whole rulebook: figures, rules, calculations, documents, and the names of facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook.documents import Registry
from tinhgon.core.rulebook.figures import Figure, NotInForce, Numbers
from tinhgon.core.rulebook.findings import Finding, not_judged
from tinhgon.core.rulebook.rules import Calculation, Rule, Worded
from tinhgon.core.rulebook.workings import Working


class UnknownRule(Refused):
    vi = "Không có quy tắc “{rule}”. Xem danh mục ở trang /rules/."
    en = "There is no rule “{rule}”. See the library at /rules/."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Book:
    """Everything that the packs hold; values, no behaviour beyond look-up and the two calls."""

    topics: Mapping[str, Worded]
    figures: Numbers
    rules: Mapping[str, Rule]
    calculations: Mapping[str, Calculation]
    documents: Registry
    facts: Mapping[str, Mapping[str, Worded]]  # by topic: names of facts, and of rows of tables

    def check(self, rule: str, facts: Any, *, on: date) -> tuple[Finding, ...]:
        """Judge facts by one rule, as it is on a day.

        :raises UnknownRule: there is none of that name.
        :raises NotInForce: a figure that it needs is not in force then.
        """
        return tuple(self._rule(rule).check(facts, on=on, numbers=self.figures))

    def judge(self, rules: Iterable[str], facts: Any, *, on: date) -> tuple[Finding, ...]:
        """Judge facts by several rules; one that is not in force on that day finds nothing.

        A rule that fails is told as not judged: neither a signature nor a page may hang on it.

        :raises UnknownRule: there is none of that name.
        """
        return tuple(finding for rule in rules for finding in self._judged(self._rule(rule), facts, on))

    def _judged(self, rule: Rule, facts: Any, on: date) -> Iterator[Finding]:
        try:
            yield from rule.check(facts, on=on, numbers=self.figures)
        except Exception as fault:  # whatever a rule stumbles over is told
            if not (type(fault) is NotInForce and self._sleeps(rule, on)):
                yield not_judged(rule.id, fault)

    def _sleeps(self, rule: Rule, on: date) -> bool:
        """Tell whether the figure that a rule is about, its first, is not in force; others it leans on."""
        return any(not self.figures[figure].in_force(on) for figure in rule.figures[:1])

    def compute(self, calculation: str, facts: Any, *, on: date) -> Working:
        """Calculate, and tell each step.

        :raises UnknownRule: there is none of that name.
        :raises NotInForce: a figure that it needs is not in force then.
        """
        if calculation not in self.calculations:
            raise UnknownRule(rule=calculation)
        return self.calculations[calculation].compute(facts, on=on, numbers=self.figures)

    def names(self, of: str) -> Mapping[str, Worded]:
        """Give the names of facts for a rule, calculation or figure: its topic's, then the common ones."""
        return {**self.facts.get("", {}), **self.facts.get(of.partition(".")[0], {})}

    def about(self, *kinds: str) -> tuple[str, ...]:
        """Name the rules about some kinds of things."""
        return tuple(rule.id for rule in self.rules.values() if rule.about in kinds)

    def users_of(self, figure: str) -> tuple[Rule | Calculation, ...]:
        """Give the rules and calculations that use a figure."""
        both: tuple[Rule | Calculation, ...] = (*self.rules.values(), *self.calculations.values())
        return tuple(one for one in both if figure in one.figures)

    def _rule(self, rule: str) -> Rule:
        try:
            return self.rules[rule]
        except KeyError:
            raise UnknownRule(rule=rule) from None


__all__ = ["Book", "Figure", "UnknownRule"]
