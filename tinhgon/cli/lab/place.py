"""`tinhgon lab place`: who takes which post, out of tables, with proof and a reason for each left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from math import isfinite
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from tinhgon.cli.lab import options as ask
from tinhgon.cli.lab.asked import codes_of
from tinhgon.cli.lab.watching import TerminalWatch
from tinhgon.cli.terminal import Language, read_file, say
from tinhgon.core.errors import Refused
from tinhgon.exchange.shapes import to_bytes
from tinhgon.lab.files.staffing import (
    read_new_units,
    read_people,
    read_posts,
    read_relatives,
    write_placing,
)
from tinhgon.lab.staffing.solving import Explained, Placing
from tinhgon.lab.staffing.solving import place as placed
from tinhgon.solvers.place.reasons.words import MISSING, RULES
from tinhgon.solvers.place.values import NewUnit, Pins, Post, Rules, Staffing, Weights
from tinhgon.solvers.watch import Limits


class NoSuchPrice(Refused):
    vi = "“{text}” không phải giá; viết như km=2. Các mục: {terms}."
    en = "“{text}” is no price; write km=2. The terms: {terms}."


def place(
    people: Annotated[Path, typer.Option("--people", metavar="P.csv", help="id,origin,field,rank …")],
    posts: Annotated[Path, typer.Option("--posts", metavar="Q.csv", help="id,unit,field,rank,seats …")],
    out: Annotated[Path, typer.Option("--out", metavar="PLAN.csv", help="person,post.")],
    report: Annotated[Path | None, typer.Option("--report", metavar="REPORT.json", help="All else.")] = None,
    units: Annotated[
        Path | None, typer.Option("--units", metavar="U.csv", help="id,origins,deputies.")
    ] = None,
    relatives: Annotated[
        Path | None,
        typer.Option("--relatives", metavar="R.csv", help="person_a,person_b: never in one unit."),
    ] = None,
    lead_months: Annotated[
        int | None, typer.Option(min=0, help="Left to retirement, to rise to lead.")
    ] = None,
    rise: Annotated[int | None, typer.Option(min=0, help="Levels above today's at most.")] = None,
    fall: Annotated[int | None, typer.Option(min=0, help="Levels below today's at most.")] = None,
    field: Annotated[Literal["same", "any"], typer.Option("--field", help="Of work.")] = "same",
    reach_km: Annotated[float | None, typer.Option(min=0, help="Else only one's own merger.")] = None,
    one_origin: Annotated[int | None, typer.Option(min=0, help="Leaders from one old unit.")] = None,
    nobody_out: Annotated[
        bool, typer.Option("--nobody-out", help="Everybody who stays gets a post.")
    ] = False,
    weights: ask.Prices = None,
    time_limit: ask.TimeLimit = None,
    memory: ask.Memory = None,
    seed: ask.Seed = 0,
    effort: ask.Effort = 1.0,
    language: Language = None,
) -> None:
    """Place people in the posts of new units: rules kept, prices as low as can be found, and proven so."""
    rows, pins = read_people(read_file(people), people.name)
    wanted = read_posts(read_file(posts), posts.name)
    rules = Rules(
        lead_months=lead_months, rise=rise, fall=fall, field="same" if field == "same" else None,
        reach_km=reach_km, one_origin=one_origin, nobody_out=nobody_out,
        relatives=read_relatives(read_file(relatives), relatives.name) if relatives else (),
    )  # fmt: skip
    task = Staffing(
        people=rows, posts=wanted, units=_units(units, wanted), rules=rules, weights=_weights(weights),
        pins=Pins(at=pins),
    )  # fmt: skip
    limits = Limits(seconds=time_limit, memory_mb=memory, effort=effort, seed=seed)
    with TerminalWatch().watching() as watch:
        done = placed(Placing(staffing=task), limits=limits, watch=watch, resume=None)
    out.write_text(write_placing(rows, done.placed.post_of), encoding="utf-8")
    if report:
        report.write_bytes(to_bytes({"seed": seed, **_report(task, done)}, indent=True))
    _told(task, done)


def _units(path: Path | None, posts: Sequence[Post]) -> tuple[NewUnit, ...]:
    if path:
        return read_new_units(read_file(path), path.name)
    return tuple(NewUnit(id=one) for one in dict.fromkeys(post.unit for post in posts))


def _weights(texts: list[str] | None) -> Weights:
    known, prices = {one.name for one in fields(Weights)} - {"young_age"}, dict[str, float]()
    for text in codes_of(texts):
        name, _, written = text.partition("=")
        try:
            price = float(written)
        except ValueError:
            price = -1.0
        if name.strip() not in known or not isfinite(price) or price < 0:
            raise NoSuchPrice(text=text[:60], terms=sorted(known))
        prices[name.strip()] = price
    return Weights(**prices)  # type: ignore[arg-type]


def _report(task: Staffing, done: Explained) -> dict[str, Any]:
    plan, proof = done.placed, done.placed.proof
    people = zip(task.people, plan.post_of, strict=True)
    return {
        "objective": proof.value, "bound": proof.bound, "gap_percent": proof.gap_percent,
        "proven": proof.proven, "whole": plan.whole, "terms": dict(plan.terms),
        "people": len(task.people), "placed": sum(one is not None for one in plan.post_of),
        "leaving": sum(one.leaves and post is None for one, post in people), "without_post": dict(done.why),
        "rules": {name: {"vi": said.vi, "en": said.en} for name, said in RULES.items()},
        "missing": {name: {"vi": said.vi, "en": said.en} for name, said in MISSING.items()},
        "unknown": dict(plan.unknown), "notes": list(plan.notes), "seconds": round(plan.seconds, 3),
        "peak_memory_mb": round(plan.peak_memory_mb), "versions": dict(plan.versions),
    }  # fmt: skip


def _told(task: Staffing, done: Explained) -> None:
    plan = done.placed
    placed_, gap = sum(one is not None for one in plan.post_of), plan.proof.gap_percent
    left = len(done.why)
    say(
        f"{placed_}/{len(task.people)} người có vị trí; {left} người chưa có, lý do trong báo cáo.",
        f"{placed_} of {len(task.people)} people have a post; {left} have none, reasons in the report.",
    )
    if plan.proof.proven:
        say("Đã chứng minh: không có phương án nào tốt hơn.", "Proven: no plan is better.")
    elif gap is not None:
        say(f"Cách tối ưu nhiều nhất {gap:.4f} %.", f"At most {gap:.4f} % off.")
    if not plan.whole:
        say("Lượt giải bị dừng giữa chừng; chạy lại có thể ra khác.", "Cut short: another run may differ.")
