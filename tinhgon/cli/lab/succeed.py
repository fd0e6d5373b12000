"""`tinhgon lab succeed`: which posts fall vacant in the years ahead and who follows, out of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from tinhgon.cli.lab import options as ask
from tinhgon.cli.lab.watching import TerminalWatch
from tinhgon.cli.terminal import Language, read_file, say, spoken
from tinhgon.core.errors import Refused, Said
from tinhgon.core.partial import PartialDay
from tinhgon.core.periods import parse_day
from tinhgon.core.rulebook import Numbers
from tinhgon.core.rules.retirement.schedule import retirement
from tinhgon.exchange.shapes import to_bytes
from tinhgon.lab.files.officials import Retiring, read_officials, read_seats, write_succession
from tinhgon.lab.parameters import Succeed
from tinhgon.lab.succession.figures import Figures, rules_of, weights_of
from tinhgon.lab.succession.solving import Succeeding
from tinhgon.lab.succession.solving import succeed as solved
from tinhgon.rules.library import book
from tinhgon.solvers.succeed.plan import Succession
from tinhgon.solvers.succeed.values import SuccessionRules
from tinhgon.solvers.watch import Limits


class BadLength(Refused):
    vi = "“{text}”: viết tên nội dung bồi dưỡng và số tháng, như political_theory=6."
    en = "“{text}”: write a training and its months, such as political_theory=6."


def succeed(
    officials: Annotated[Path, typer.Option("--officials", metavar="O.csv", help="id,unit,level,seat …")],
    seats: Annotated[Path, typer.Option("--seats", metavar="S.csv", help="id,unit,title,level …")],
    out: Annotated[Path, typer.Option("--out", metavar="PLAN.csv", help="A row for each who follows.")],
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="First day planned; whose law counts.")],
    report: Annotated[Path | None, typer.Option("--report", metavar="REPORT.json", help="All else.")] = None,
    years: Annotated[int, typer.Option(min=1, max=20, help="How far ahead.")] = 5,
    people_a_title: Annotated[int | None, typer.Option(min=1, help="Else the law of the day.")] = None,
    titles_a_person: Annotated[int | None, typer.Option(min=1, help="Else the law of the day.")] = None,
    rotation_months: Annotated[int | None, typer.Option(min=0, help="Else the law of the day.")] = None,
    tier: Annotated[Literal["central", "province", "district", ""], typer.Option(help="For shares.")] = "",
    training: Annotated[
        list[str] | None, typer.Option("--training", metavar="NAME=MONTHS", help="Its length; repeatable.")
    ] = None,
    candidates: Annotated[int, typer.Option(min=1, max=1000, help="Weighed for each seat.")] = 15,
    time_limit: ask.TimeLimit = None,
    memory: ask.Memory = None,
    seed: ask.Seed = 0,
    effort: ask.Effort = 1.0,
    language: Language = None,
) -> None:
    """Plan who follows whom, by the figures of the law of the day, with proof."""
    day, numbers = parse_day(on), book().figures
    asked = Succeed(
        years=years, people_a_title=people_a_title, titles_a_person=titles_a_person,
        rotation_months=rotation_months, candidates=candidates,
    )  # fmt: skip
    figures = Figures(numbers, day)
    rules = rules_of(asked, figures, day, tier, _lengths(training))
    task = Succeeding(
        officials=read_officials(read_file(officials), officials.name, _retiring(numbers, day)),
        seats=read_seats(read_file(seats), seats.name), rules=rules, weights=weights_of(asked),
    )  # fmt: skip
    limits = Limits(seconds=time_limit, memory_mb=memory, effort=effort, seed=seed)
    with TerminalWatch().watching() as watch:
        plan = solved(task, limits=limits, watch=watch, resume=None)
    out.write_text(write_succession(plan), encoding="utf-8")
    if report:
        report.write_bytes(to_bytes({"seed": seed, **_report(plan, rules, figures.notes)}, indent=True))
    _told(plan, figures.notes)


def _lengths(texts: Sequence[str] | None) -> dict[str, int]:
    """Read how long trainings take.

    :raises BadLength: one is not to be read.
    """
    found = {}
    for text in texts or ():
        name, _, months = text.partition("=")
        if not name.strip() or not months.strip().isdecimal():
            raise BadLength(text=text[:60])
        found[name.strip()] = int(months)
    return found


def _retiring(numbers: Numbers, on: date) -> Retiring:
    """Give what tells the first day of somebody's pension by the schedule of a day; None where none holds."""

    def found(born: date, woman: bool) -> date | None:
        try:
            schedule = numbers["retirement.age"].on(on)
            return retirement(PartialDay.of(born), "female" if woman else "male", schedule).pension
        except Refused:
            return None

    return found


def _report(plan: Succession, rules: SuccessionRules, notes: Sequence[Said]) -> dict[str, Any]:
    told = asdict(plan)
    return {
        **{name: told[name] for name in ("forecast", "opened", "listed", "moves", "trainings", "without",
                                         "idle", "unknown", "whole", "versions")},
        "standings": [{**asdict(one), "missing": one.missing} for one in plan.standings],
        "rounds": [
            {"objective": one.value, "bound": one.bound, "gap_percent": one.gap_percent, "proven": one.proven}
            for one in plan.proofs
        ],
        "rules": asdict(rules), "notes": [{"vi": one.vi, "en": one.en} for one in notes],
        "seconds": round(plan.seconds, 3), "peak_memory_mb": round(plan.peak_memory_mb),
    }  # fmt: skip


def _told(plan: Succession, notes: Sequence[Said]) -> None:
    vacancies = (*plan.forecast.vacancies, *plan.opened)
    for year, count in sorted(Counter(one.day.year for one in vacancies).items()):
        without = sum(one.vacancy.day.year == year for one in plan.without)
        say(
            f"{year}: {count} vị trí trống, {without} chưa có người kế cận",
            f"{year}: {count} vacancies, {without} without a successor",
        )
    for number, one in enumerate(plan.proofs):
        gap = one.gap_percent
        if one.proven:
            say(f"Đợt {number + 1}: đã chứng minh tối ưu.", f"Round {number + 1}: proven optimal.")
        elif gap is not None:
            say(
                f"Đợt {number + 1}: cách tối ưu ≤ {gap:.3f} %.",
                f"Round {number + 1}: at most {gap:.3f} % off.",
            )
    if not plan.whole:
        say("Lượt giải bị dừng giữa chừng; chạy lại có thể ra khác.", "Cut short: another run may differ.")
    for note in notes:
        typer.echo(f"  {spoken(note)}")
