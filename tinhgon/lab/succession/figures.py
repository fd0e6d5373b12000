"""The figures that a plan of succession keeps to: those of the law of the day, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tinhgon.core.days import years_after
from tinhgon.core.errors import Said
from tinhgon.core.rulebook import Numbers
from tinhgon.lab.parameters import Succeed
from tinhgon.solvers.succeed.values import Share, SuccessionRules, SuccessionWeights

TIERS = {
    "province": "province", "municipality": "province", "rural_district": "district",
    "urban_district": "district", "town": "district",
}  # fmt: skip


class Figures:
    """Reads figures on a day, and notes which are not in force and which are provisional."""

    def __init__(self, numbers: Numbers, on: date) -> None:
        self._numbers, self._on = numbers, on
        self.notes: list[Said] = []

    def amount(self, figure: str) -> Any:
        """Give a figure's amount; None, and a note, where none is in force."""
        found = self._numbers[figure]
        title = found.title
        if not found.in_force(self._on):
            self._note(
                title.vi, "không có hiệu lực ngày này, không xét", title.en, "not in force, not applied"
            )
            return None
        dated = found.on(self._on)
        if dated.provisional:
            self._note(
                title.vi,
                "số liệu tạm, chưa đối chiếu văn bản gốc",
                title.en,
                "provisional, not read at its source",
            )
        return dated.amount

    def must(self, figure: str) -> Any:
        """Give a figure's amount, without which nothing can be planned.

        :raises NotInForce: there is none on that day.
        """
        self._numbers[figure].on(self._on)
        return self.amount(figure)

    def _note(self, title: str, vi: str, title_en: str, en: str) -> None:
        self.notes.append(Said(f"{title}: {vi}.", f"{title_en}: {en}."))


def rules_of(
    asked: Succeed, figures: Figures, on: date, tier: str, training_months: Mapping[str, int]
) -> SuccessionRules:
    """Give what a plan keeps to; where no law speaks and the scenario neither, a rule is left out and noted.

    :raises NotInForce: how many may be planned for a title is neither law on that day nor said.
    """
    limits = _limits(asked, figures)
    age = figures.amount("planning.age") or {"full_terms": 0, "least_terms": 0, "months_a_term": 1}
    spacing = asked.rotation_months
    if spacing is None:
        spacing = (figures.amount("rotation.length") or {"months": 0})["months"]
    groups = figures.amount("planning.age_groups")
    gap = figures.amount("planning.age_gap") if groups else None
    return SuccessionRules(
        on=on, years=asked.years, people_a_title=limits["planned_people"],
        titles_a_person=limits["planned_titles"], rotation_months=spacing,
        rotation_left=(figures.amount("rotation.months_left") or {"months": 0})["months"], reappoint_left=0,
        only_planned=bool(figures.amount("rotation.in_plan")), term_months=age["months_a_term"],
        least_terms=age["least_terms"], full_terms=age["full_terms"],
        most_terms=(figures.amount("appointment.consecutive_terms") or {"terms": None})["terms"],
        age_groups=groups["groups"] if groups and gap else 0, age_gap=gap["years"] if gap else 1,
        shares=_shares(figures, on, tier), candidates=asked.candidates,
        training_months=training_months,
    )  # fmt: skip


def weights_of(asked: Succeed) -> SuccessionWeights:
    """Give the prices: the usual ones, and what the scenario says otherwise."""
    return SuccessionWeights(**{name: round(price) for name, price in asked.weights.items()})


def tier_of(kind: str | None) -> str:
    """Name the level of a plan, as shares go by: everything is central, other roots have theirs or none."""
    return "central" if kind is None else TIERS.get(kind, "")


def _limits(asked: Succeed, figures: Figures) -> dict[str, int]:
    given = {"planned_people": asked.people_a_title, "planned_titles": asked.titles_a_person}
    if None in given.values():
        law = figures.must("planning.limits")
        given = {name: law[name] if own is None else own for name, own in given.items()}
    return {name: int(own or 0) for name, own in given.items()}


def _shares(figures: Figures, on: date, tier: str) -> tuple[Share, ...]:
    """Give the aims; whoever is younger than so many years was born after that day so many years ago."""
    found = figures.amount("planning.shares")
    if not found:
        return ()
    women = Share(name="women", percent=int(found["women_percent"]))
    if tier not in found["young_under"]:
        return (women,)
    born = years_after(on, -int(found["young_under"][tier])) + timedelta(days=1)
    return women, Share(name="young", percent=int(found["young_percent"]), born_from=born)
