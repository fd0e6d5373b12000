"""A report in words, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import typer

from tinhgon.cli import ground
from tinhgon.cli.terminal import say, spoken
from tinhgon.core.errors import Said

NAMES = {
    "missed": Said("tiêu chuẩn không đạt", "missed standards"),
    "shortfall": Said("mức thiếu (tỷ lệ cộng lại)", "shortfall (sum of shares)"),
    "units": Said("số đơn vị", "units"),
    "travel": Said("nghìn người-km đến trụ sở", "thousand person-km to the seat"),
    "border": Said("km ranh giới còn lại", "km of border left"),
    "districts": Said("lần vượt ranh giới huyện cũ", "districts reached into"),
}


def told(report: Mapping[str, Any]) -> None:
    """Print what a plan is worth and how sure that is."""
    before, after = report["units_before"], report["units_after"]
    say(f"{before} đơn vị → {after}", f"{before} units → {after}")
    for name, term in report["terms"].items():
        price = f"{term['amount']:>14,.1f} × {term['weight']:<10g}{term['cost']:>14,.1f}"
        typer.echo(f"  {spoken(NAMES[name]):<34}{price}")
    gap = report["gap_percent"]
    if report["proven"]:
        say("Đã chứng minh: không có phương án nào tốt hơn.", "Proven: no plan is better.")
    elif gap is None:
        say("Chưa chứng minh được gì về khoảng cách.", "Nothing is proven about the gap.")
    else:
        say(
            f"Chưa chứng minh tối ưu; cách tối ưu nhiều nhất {gap:.3f} %.",
            f"Not proven; at most {gap:.3f} % off.",
        )
    for term, proof in report["first"].items():
        sure = Said("đã chứng minh", "proven") if proof["proven"] else Said("chưa chứng minh", "not proven")
        typer.echo(f"  {spoken(NAMES[term])}: {proof['value']:g} ({spoken(sure)})")
    if not report["whole"]:
        say("Lượt giải bị dừng giữa chừng; chạy lại có thể ra khác.", "Cut short: another run may differ.")
    for note in report["notes"]:
        typer.echo(f"  {note if isinstance(note, str) else spoken(note)}")
    seconds, memory = report["seconds"], report["peak_memory_mb"]
    typer.echo(f"{seconds:.1f} s, {memory:.0f} MB, {report['plan_sha256'][:12]}", err=True)


def table(names: Sequence[str], rows: Sequence[tuple[Said, Sequence[float | None]]]) -> None:
    """Print figures side by side, a plan a column."""
    wide = max(14, *(len(name) + 2 for name in names))
    typer.echo(f"{'':<38}{''.join(f'{name:>{wide}}' for name in names)}")
    for words, values in rows:
        typer.echo(f"{spoken(words):<38}{''.join(f'{_number(value):>{wide}}' for value in values)}")


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    return text if ground.language() == "en" else text.translate(str.maketrans(",.", ".,"))
