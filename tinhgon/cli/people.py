"""`tinhgon people …`: what offices owe the people whose files they keep; by whoever runs the program."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import typer

from tinhgon.cli import ground
from tinhgon.cli.terminal import Json, Language, On, point_of_view, print_json, say
from tinhgon.core.reach import SENSITIVE, Allowed, Reach
from tinhgon.people.actions import erasing
from tinhgon.people.actions.retaining import retain
from tinhgon.people.actions.synchronising import mark_synchronised, take_packet
from tinhgon.people.queries.retention import Due, rules
from tinhgon.people.queries.synchronising import waiting

app = typer.Typer(no_args_is_help=True, help="Files of people: synchronisation, retention, erasure.")
SYSTEM = Reach((Allowed("signer", SENSITIVE, None),))  # whoever runs commands runs the whole program


@app.command("replay-erasures")
def replay_erasures(language: Language = None) -> None:
    """Erase again whom a restored copy has brought back; start-up does so, too."""
    ground.open_database()
    done = len(erasing.replay_erasures())
    say(f"Đã xóa lại {done} hồ sơ.", f"{done} files erased again.")


@app.command()
def retention(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be wiped.")] = False,
    on: On = "",
    as_json: Json = False,
    language: Language = None,
) -> None:
    """Wipe entries that have stayed longer than the table of retention says."""
    ground.open_database()
    day = point_of_view(on, "").valid
    found = retain(on=day, dry_run=dry_run)
    if as_json:
        print_json([_due(one) for one in found])
        return
    unset = [str(rule.section) for rule in rules() if rule.keep_years is None]
    if unset:
        say(
            f"Chưa đặt thời hạn (theo quy định lưu trữ của cơ quan): {', '.join(unset)}",
            f"No period set (the office's archive rules say): {', '.join(unset)}",
        )
    for one in found:
        typer.echo(f"{one.person}  {one.rule.section.code}  {one.rule.then}  {len(one.entries)}")
    _count(found, dry_run=dry_run)


@app.command()
def waits(on: On = "", as_json: Json = False, language: Language = None) -> None:
    """Count changes not told to the national database, unit by unit; exit code 3 if any is late."""
    ground.open_database()
    found = waiting(SYSTEM, on=point_of_view(on, "").valid)
    if as_json:
        print_json([{"unit": one.unit, "name": one.name, "changes": one.changes, "overdue": one.overdue,
                     "due_on": one.due_on} for one in found])  # fmt: skip
    else:
        for one in found:
            typer.echo(f"{one.unit}  {one.name or '–'}", nl=False)
            say(
                f": {one.changes} thay đổi, {one.overdue} quá hạn, hạn {one.due_on:%d/%m/%Y}",
                f": {one.changes} changes, {one.overdue} late, due {one.due_on:%d/%m/%Y}",
            )
    raise typer.Exit(3 if any(one.overdue for one in found) else 0)


@app.command()
def packet(unit: Annotated[UUID, typer.Argument(help="Id of the unit that keeps the files.")]) -> None:
    """Print the changed sections of a unit's files as JSON; that they were taken is recorded."""
    ground.open_database()
    print_json(take_packet(unit, by=None, reach=SYSTEM))


@app.command()
def synchronised(
    unit: Annotated[UUID, typer.Argument(help="Id of the unit.")],
    up_to: Annotated[int, typer.Argument(help="`up_to` of the packet that was carried.")],
    language: Language = None,
) -> None:
    """Mark a unit's changes as told to the national database, which this program does not call itself."""
    ground.open_database()
    done = mark_synchronised(unit, up_to=up_to, by=None, reach=SYSTEM)
    say(f"Đã đánh dấu {done} thay đổi.", f"{done} changes marked.")


def _due(one: Due) -> dict[str, Any]:
    return {"person": one.person, "section": one.rule.section.code, "then": one.rule.then,
            "left_on": one.left_on, "entries": list(one.entries)}  # fmt: skip


def _count(found: list[Due], *, dry_run: bool) -> None:
    entries = sum(len(one.entries) for one in found)
    if dry_run:
        say(f"Sẽ xóa {entries} mục; chưa xóa gì.", f"{entries} entries would be wiped; nothing was.")
    else:
        say(f"Đã xóa {entries} mục.", f"{entries} entries wiped.")
