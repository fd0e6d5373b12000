"""`tinhgon register …`: read the register of any day, compare days, import a history, export."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import typer
from django.utils import timezone

from tinhgon.cli import ground, telling
from tinhgon.cli.terminal import (
    Json,
    Known,
    Language,
    On,
    end_progress,
    point_of_view,
    print_json,
    progress,
    read_file,
    say,
)
from tinhgon.core.errors import Refused
from tinhgon.core.faults import FaultyHistory
from tinhgon.core.reach import EVERYTHING
from tinhgon.exchange import linked, reports, tables
from tinhgon.register.actions import come_into_effect
from tinhgon.register.actions.importing import import_history, read_acts
from tinhgon.register.queries.units import by_code
from tinhgon.temporal.asof import AsOf

app = typer.Typer(no_args_is_help=True, help="Read the register of any day, compare days, import, export.")

Line = Annotated[Literal["territorial", "government", "party"], typer.Option(help="Which hierarchy.")]
Root = Annotated[str, typer.Option("--root", metavar="CODE", help="Only this unit and all below it.")]


class UnwritableFile(Refused):
    vi = "Không ghi được tệp {place}: {reason}. Chọn nơi khác."
    en = "The file {place} cannot be written: {reason}. Choose another place."


@app.command()
def tree(
    on: On = "",
    known_at: Known = "",
    root: Root = "",
    line: Line = "territorial",
    depth: Annotated[int | None, typer.Option(min=0, help="Levels below the root.")] = None,
    json: Json = False,
    language: Language = None,
) -> None:
    """Show the tree of a day."""
    ground.open_database()
    found = reports.tree(point_of_view(on, known_at), root=root, line=line, depth=depth)
    print_json(found) if json else telling.tree(found)


@app.command()
def unit(
    code: Annotated[str, typer.Argument(help="National code on the day, or id.")],
    on: On = "",
    known_at: Known = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """Show a unit: its facts on a day, its timeline, its lineage both ways."""
    ground.open_database()
    as_of = point_of_view(on, known_at)
    found = reports.whole_unit(by_code(code, as_of), as_of)
    print_json(found) if json else telling.unit(found)


@app.command()
def diff(
    first: Annotated[str, typer.Argument(metavar="DAY")],
    second: Annotated[str, typer.Argument(metavar="DAY")],
    known_at: Known = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """Tell what is otherwise on the second day."""
    ground.open_database()
    found = reports.comparison(point_of_view(first, known_at), point_of_view(second, known_at))
    print_json(found) if json else telling.comparison(found)


@app.command("import-history")
def import_(
    file: Annotated[
        Path, typer.Argument(help="CSV or CSV.gz: level,code,name,type,parent_code,valid_from,valid_to")
    ],
    acts: Annotated[Path | None, typer.Option(help="CSV: date,acts – the documents of each day.")] = None,
    language: Language = None,
) -> None:
    """Record a history as signed decisions, one for each day of change: all of it or nothing."""
    content = read_file(file)
    documents = read_acts(acts) if acts and read_file(acts) else {}
    ground.open_database()
    show = progress("Quyết định đã áp dụng", "Decisions applied")
    try:
        count = import_history(content=content, acts=documents, at=timezone.now(), progress=show)
    except FaultyHistory as faulty:
        telling.faults(faulty)
        raise typer.Exit(2) from None
    finally:
        end_progress()
    say(f"Đã ghi {count} quyết định.", f"{count} decisions recorded.")


@app.command()
def export(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")],
    form: Annotated[Literal["csv", "xlsx", "jsonld"], typer.Option("--format")] = "csv",
    on: On = "",
    known_at: Known = "",
    root: Root = "",
    language: Language = None,
) -> None:
    """Write the register of a day to a file: CSV, XLSX, or JSON-LD of the W3C Organization Ontology."""
    ground.open_database()
    content = _exported(form, point_of_view(on, known_at), root)
    _write(output, content)
    say(f"Đã ghi {output} ({len(content)} byte).", f"{output} written ({len(content)} bytes).", err=True)


@app.command()
def sweep(language: Language = None) -> None:
    """Publish the decisions that have come into effect by today; safe at any time, as from cron."""
    ground.open_database()
    count = come_into_effect(on=timezone.localdate(), at=timezone.now())
    say(f"{count} quyết định có hiệu lực.", f"{count} decisions came into effect.")


def _exported(form: str, as_of: AsOf, root: str) -> bytes:
    if form == "jsonld":
        return b"".join(linked.write_jsonld(as_of, EVERYTHING, None, root=root))
    found = tables.table(as_of, root=root)
    return (
        tables.write_xlsx(found, at=timezone.now()) if form == "xlsx" else b"".join(tables.write_csv(found))
    )


def _write(output: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    :raises UnwritableFile: the place is not there, or closed to us.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=output.parent, delete=False) as draft:
            draft.write(content)
        Path(draft.name).chmod(0o666 & ~_umask())
        Path(draft.name).replace(output)
    except OSError as error:
        raise UnwritableFile(place=output, reason=error.strerror) from None


def _umask() -> int:
    """Tell which permissions this process takes off new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
