"""Reports in words, for a terminal."""

from __future__ import annotations

from datetime import date
from typing import Any

import typer

from tinhgon.cli import ground
from tinhgon.cli.rules.told import SEVERITY
from tinhgon.cli.terminal import say, spoken
from tinhgon.core.faults import FaultyHistory
from tinhgon.exchange.queries import kind_names
from tinhgon.exchange.words import FIELDS, HEADINGS, number, percent

FACTS = ("name", "short_name", "area_km2", "population", "mandate")


def tree(found: dict[str, Any]) -> None:
    """Print a tree, a unit a line."""
    for node in found["nodes"]:
        typer.echo(f"{'  ' * node['depth']}{_labelled(node)}")
    say(
        f"{found['count']} đơn vị, {_day(found['on'])}",
        f"{found['count']} units, {_day(found['on'])}",
        err=True,
    )


def unit(found: dict[str, Any]) -> None:
    """Print a unit: facts, places, timeline, lineage."""
    if found["facts"]:
        _facts(found)
    else:
        say(f"Không tồn tại vào {_day(found['on'])}.", f"Does not exist on {_day(found['on'])}.")
    say("\nDòng thời gian", "\nTimeline")
    for entry in found["timeline"]:
        decision = entry["decision"]
        typer.echo(f"  {_day(decision['effective_on'])}  {decision['type']} {decision['number']}")
        for sentence in entry["happened"]:
            typer.echo(f"      {spoken(sentence)}")
    for heading, links in ((("Từ", "From"), found["from"]), (("Thành", "Into"), found["to"])):
        if links:
            say(*(f"\n{word}" for word in heading))
        for link in links:
            share = percent(link["share_population"], ground.language())
            typer.echo(f"  {_day(link['on'])}  {link['origin_name']} → {link['result_name']} ({share})")


def _facts(found: dict[str, Any]) -> None:
    language = ground.language()
    place = 0 if language == "vi" else 1
    on = found["on"]
    typer.echo(f"{FIELDS['kind'][place]}: {spoken(kind_names()[found['facts']['kind']])}")
    for name in FACTS:
        if (value := found["facts"][name]) not in (None, ""):
            typer.echo(f"{FIELDS[name][place]}: {number(value, language)}")
    for row in found["codes"]:
        if row["since"] <= on and (row["until"] is None or on < row["until"]):
            typer.echo(f"{FIELDS['code'][place]}: {row['value']}")
    for row in found["places"]:
        if row["parent_name"] and row["since"] <= on and (row["until"] is None or on < row["until"]):
            typer.echo(f"{FIELDS[row['line']][place]}: {row['parent_name']}")


def comparison(found: dict[str, Any]) -> None:
    """Print what differs between two days, kind by kind."""
    kind = ""
    for one in found["differences"]:
        if one["kind"] != kind:
            kind = one["kind"]
            typer.echo(f"\n{spoken(HEADINGS[kind])} ({found['counts'][kind]})")
        typer.echo(f"  {spoken(one)}")
    total = len(found["differences"])
    days = f"{_day(found['a'])} → {_day(found['b'])}"
    say(f"\n{total} điều khác, {days}", f"\n{total} differences, {days}", err=True)


def outcome(found: dict[str, Any]) -> None:
    """Print what a decision changes, unit by unit."""
    decision = found["decision"]
    typer.echo(
        f"{decision['type']} {decision['number']} · {decision['issuer']} · {_day(decision['effective_on'])}"
    )
    typer.echo(decision["title"])
    for one in found["units"]:
        typer.echo(f"  {one['name']}: {'; '.join(spoken(sentence) for sentence in one['happened'])}")
    for one in found["findings"]:
        mark = spoken(SEVERITY[one["severity"]])
        typer.echo(f"  [{mark}] {spoken(one['sentence'])} ({one['rule']})")
    units, rows = len(found["units"]), len(found["changes"])
    say(f"{units} đơn vị, {rows} dữ kiện thay đổi.", f"{units} units, {rows} facts change.")


def faults(faulty: FaultyHistory) -> None:
    """Print every fault of a history on a line of its own."""
    language = ground.language()
    for fault in faulty.faults:
        typer.echo(fault.message(language), err=True)
    count = len(faulty.faults)
    say(f"{count} lỗi; chưa ghi gì.", f"{count} faults; nothing was written.", err=True)


def _labelled(node: dict[str, Any]) -> str:
    return f"{node['name']} ({node['code']})" if node["code"] else str(node["name"])


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
