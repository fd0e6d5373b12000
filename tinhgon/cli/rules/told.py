"""Rules, findings, calculations and proofs in words, for a terminal."""

from __future__ import annotations

from typing import Any

import typer

from tinhgon.cli import ground
from tinhgon.cli.terminal import say, spoken
from tinhgon.core.errors import Said
from tinhgon.core.rulebook import Calculation
from tinhgon.rules.library import book
from tinhgon.rules.proving.proving import Fault, Lack, Proven
from tinhgon.rules.words import day, shown

PROVISIONAL = Said("tạm thời – chưa đối chiếu văn bản gốc", "provisional – not checked against the text")
SEVERITY = {
    "block": Said("PHẢI DỪNG", "STOP"),
    "warn": Said("CẢNH BÁO", "WARNING"),
    "note": Said("LƯU Ý", "NOTE"),
}
KINDS = {
    "rule": Said("quy tắc", "rule"),
    "calculation": Said("phép tính", "calculation"),
    "figure": Said("số liệu", "figure"),
}
FAULTS = {
    Fault.NO_CASES: Said("chưa có trường hợp kiểm chứng", "has no cases"),
    Fault.DIFFERS: Said("trường hợp ra khác", "a case comes out otherwise"),
    Fault.NOT_REACHED: Said("câu không trường hợp nào dùng đến", "a sentence is reached by no case"),
    Fault.UNGUARDED: Said("số không trường hợp nào giữ", "a number is guarded by no case"),
    Fault.NO_RULE: Said("không có quy tắc tên này", "there is no rule of that name"),
}


def list_told(found: list[dict[str, Any]]) -> None:
    """Print entries, one a line."""
    for one in found:
        marks = "" if one["in_force"] else f" [{spoken(Said('không có hiệu lực', 'not in force'))}]"
        marks += f" [{spoken(PROVISIONAL)}]" if one["in_force"] and one["provisional"] else ""
        typer.echo(f"{one['id']}  {spoken(one['title'])} ({spoken(KINDS[one['kind']])}){marks}")
    say(f"{len(found)} mục", f"{len(found)} entries", err=True)


def shown_told(found: dict[str, Any]) -> None:
    """Print an entry: what it asks, its figures on the day, their history, the facts it wants."""
    typer.echo(f"{found['id']} · {spoken(found['title'])}")
    if found["text"]:
        typer.echo(spoken(found["text"]))
    for figure in found["figures"]:
        _figure(figure, found)
    if found["facts"]:
        facts_told(found)


def facts_told(found: dict[str, Any]) -> None:
    """Print the facts that a rule or a calculation asks for, as options of the command."""
    say("\nDữ kiện", "\nFacts")
    for fact in found["facts"]:
        choices = f" [{' | '.join(fact['choices'])}]" if fact["choices"] else ""
        title = f"  {spoken(fact['title'])}" if fact["title"] else ""
        typer.echo(f"  --{fact['name'].replace('_', '-')} {fact['kind']}{choices}{title}")


def _figure(figure: dict[str, Any], found: dict[str, Any]) -> None:
    typer.echo(f"\n{spoken(figure['title'])} ({figure['id']})")
    if figure["current"] is None:
        say(f"  Không có hiệu lực vào {day(found['on'])}.", f"  Not in force on {day(found['on'])}.")
    for value in figure["history"]:
        mark = "→" if value is figure["current"] else " "
        typer.echo(f"{mark} {day(value['since'])}: {_amount(figure, value)}{_status(value)}")
        typer.echo(f"      {_placed(value['source'])}")


def _amount(figure: dict[str, Any], value: dict[str, Any]) -> str:
    if value["repealed"]:
        return spoken(Said("bãi bỏ", "repealed"))
    text = shown(value["value"], ground.language(), book().names(figure["id"]))
    is_number = isinstance(value["value"], int | float | str)
    return f"{text} {spoken(figure['unit'])}" if figure["unit"] and is_number else text


def findings_told(found: list[dict[str, Any]]) -> None:
    """Print findings by rule."""
    for one in found:
        typer.echo(f"{one['rule']} · {day(one['on'])}")
        for finding in one["findings"]:
            _provisional = f" [{spoken(PROVISIONAL)}]" if finding["provisional"] else ""
            typer.echo(
                f"  {spoken(SEVERITY[finding['severity']])}: {spoken(finding['sentence'])}{_provisional}"
            )
            _sources(finding["cited"])
        if not one["findings"]:
            say("  Không có phát hiện.", "  Nothing found.")


def working_told(found: dict[str, Any], of: Calculation) -> None:
    """Print a calculation, step by step, with the article of each."""
    typer.echo(f"{of.title.told(ground.language())} · {day(found['on'])}")
    for number, step in enumerate(found["steps"], 1):
        typer.echo(f"{number}. {spoken(step['sentence'])}")
        _sources(step["cited"])
    for one in found["told"]:
        typer.echo(f"{spoken(one['title'])}: {spoken(one['value'])}")
    if found["provisional"]:
        typer.echo(f"[{spoken(PROVISIONAL)}]")


def _status(of: dict[str, Any]) -> str:
    return f" [{spoken(PROVISIONAL)}]" if of["provisional"] else ""


def _sources(cited: list[dict[str, Any]]) -> None:
    for one in cited:
        typer.echo(f"      {_placed(one)}")


def _placed(source: dict[str, Any]) -> str:
    article = spoken(source["article"])
    return f"{source['number']}, {article}" if article else str(source["number"])


def proof_told(found: Proven) -> None:
    """Print what a proof lacks, and its count."""
    for one in found.lacks:
        _lack(one)
    say(
        f"{found.rules} quy tắc và phép tính, {found.cases} trường hợp, {found.numbers} số đã thử đổi: "
        f"{len(found.lacks)} chỗ thiếu.",
        f"{found.rules} rules and calculations, {found.cases} cases, {found.numbers} numbers nudged: "
        f"{len(found.lacks)} lacking.",
    )


def _lack(one: Lack) -> None:
    place = f" ({one.place})" if one.place else ""
    typer.echo(f"{one.of}: {spoken(FAULTS[one.fault])}{place}")
    for how in one.how:
        typer.echo(f"    {how}")
