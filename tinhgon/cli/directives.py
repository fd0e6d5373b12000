"""`tinhgon directives …`: what is open and late, reminders, lineage, the table of the year-end review."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import typer
from django.utils import timezone, translation

from tinhgon.cli import ground
from tinhgon.cli.terminal import Json, Language, On, point_of_view, print_json, say
from tinhgon.core.reach import EVERYTHING
from tinhgon.directives import reports
from tinhgon.directives.actions import digests, succession
from tinhgon.directives.queries.asked import Asked
from tinhgon.directives.queries.lateness import records
from tinhgon.directives.queries.review import FirstTable, Reviewed, first_table
from tinhgon.directives.statuses import Status
from tinhgon.register.queries.units import names
from tinhgon.temporal.asof import AsOf

app = typer.Typer(no_args_is_help=True, help="Directives: open and late tasks, reminders, the yearly table.")
Figure: TypeAlias = Literal["overdue", "soon", "waiting"]
FIGURES: dict[Figure, Status] = {
    "overdue": Status.OVERDUE,
    "soon": Status.DUE_SOON,
    "waiting": Status.WAITING,
}


@app.command("list")
def list_open(
    only: Annotated[Figure | None, typer.Option(help="Left out, all of them.")] = None,
    on: On = "",
    as_json: Json = False,
    language: Language = None,
) -> None:
    """List what is late, near, or waits to be confirmed; exit code 3 if anything is late."""
    ground.open_database()
    day = point_of_view(on, "").valid
    wanted = [FIGURES[only]] if only else list(FIGURES.values())
    asked = Asked(since=date.min, until=date.max, on=day)
    given: Any = records(asked, "unit", "given", EVERYTHING)
    found = list(given.filter(status__in=wanted))
    called = names({one.unit_id for one in found}, on=day, as_of=AsOf(day))
    if as_json:
        print_json([{"id": one.pk, "directive": one.directive.number, "unit": one.unit_id,
                     "name": called.get(one.unit_id, ""), "matter": one.matter, "due_on": one.due_on,
                     "status": one.status, "late_by": one.late_by} for one in found])  # fmt: skip
    else:
        for one in found:
            due = f"{one.due_on:%d/%m/%Y}" if one.due_on else "–"
            typer.echo(
                f"{due}  {Status(one.status).label}  {called.get(one.unit_id, '')}: {one.matter[:100]}"
            )
    raise typer.Exit(3 if any(one.status == Status.OVERDUE for one in found) else 0)


@app.command()
def remind(on: On = "", language: Language = None) -> None:
    """Make the day's reminders and mail them, where a mail server is named; chores do so, too."""
    ground.open_database()
    day = point_of_view(on, "").valid
    made, sent = digests.remind(on=day), digests.mail(on=day, at=timezone.now())
    say(f"Đã lập {made} bản nhắc việc, gửi {sent} thư.", f"{made} reminders made, {sent} mailed.")


@app.command()
def follow(on: On = "", language: Language = None) -> None:
    """Pass on what is open of units that were merged, split or dissolved; chores do so, too."""
    ground.open_database()
    passed = succession.follow(on=point_of_view(on, "").valid)
    say(f"Đã chuyển {passed} nhiệm vụ.", f"{passed} obligations passed on.")


@app.command()
def review(
    year: Annotated[int, typer.Option(min=1990, max=2200, help="The year.")],
    on: On = "",
    to: Annotated[Path | None, typer.Option(help="A file to write: .csv or .xlsx.")] = None,
    as_json: Json = False,
    language: Language = None,
) -> None:
    """Draw up the first table of the year-end review: documents and tasks of each unit, in time and late."""
    ground.open_database()
    day = point_of_view(on, "").valid
    table = first_table(year, EVERYTHING, today=day)
    called = names({one.unit for one in table.rows if one.unit}, on=table.of_all.on, as_of=AsOf(day))
    if as_json:
        print_json([_told(one, called) for one in [*table.rows, table.total]])
    elif to:
        to.write_bytes(_written(table, called, to))
    else:
        for one in [*table.rows, table.total]:
            name = called.get(one.unit, "") if one.unit else "Σ"
            typer.echo(f"{name:<44} {one.all.given:>6} {one.all.on_time:>6} {one.all.late:>6} "
                       f"{one.all.overdue:>6}  {one.days if one.days is not None else '–'}")  # fmt: skip


def _written(table: FirstTable, called: Any, to: Path) -> bytes:
    with translation.override(ground.language()):
        sheet = reports.review_sheet(table, called)
        if to.suffix.lower() == ".csv":
            return reports.as_csv(sheet)
        return reports.as_xlsx(f"{table.of_all.since.year}", sheet, table.of_all, at=timezone.localtime())


def _told(one: Reviewed, called: Any) -> dict[str, Any]:
    return {"unit": one.unit, "name": called.get(one.unit), "documents": one.documents, "days": one.days,
            "all": one.all}  # fmt: skip
