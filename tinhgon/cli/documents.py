"""`tinhgon documents …`: the registry listed and shown; a file taken in; documents written (papers.py)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from django.utils import timezone

from tinhgon.access.queries import reach_of
from tinhgon.cli import ground
from tinhgon.cli.papers import app as papers
from tinhgon.cli.papers import user_named
from tinhgon.cli.terminal import Json, Language, point_of_view, print_json, read_file, say, spoken
from tinhgon.core.reach import EVERYTHING
from tinhgon.documents import shapes
from tinhgon.documents.actions.intake import take_in
from tinhgon.documents.models import Document
from tinhgon.documents.queries.listing import Filters, listed
from tinhgon.documents.queries.registry import document_within
from tinhgon.documents.refusals import NoSuchDocument
from tinhgon.register.queries.units import by_code

app = typer.Typer(
    no_args_is_help=True, help="The registry of documents: list, show, take a file in; write, issue."
)
app.add_typer(papers)


@app.command("list")
def list_documents(
    query: Annotated[str, typer.Option("--q", help="Words of the full text, without marks.")] = "",
    outgoing: Annotated[bool, typer.Option("--out", help="What was written here, not what arrived.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 50,
    json: Json = False,
    language: Language = None,
) -> None:
    """List documents, the newest first, or the fittest where words are asked for."""
    ground.open_database()
    direction = Document.Direction.OUTGOING if outgoing else Document.Direction.INCOMING
    found = listed(EVERYTHING, direction, Filters(q=query))[:limit]
    if json:
        print_json([shapes.document(one) for one in found])
        return
    for one in found:
        day = f"{one.issued_on:%d/%m/%Y}" if one.issued_on else "?"
        typer.echo(f"{one.pk}  {day}  {one.number or '-'}  {one.issuer}  {one.abstract[:80]}")


@app.command()
def show(document: str, json: Json = False, language: Language = None) -> None:
    """Show a document with what it cites, by its id."""
    ground.open_database()
    try:
        found = document_within(UUID(document), EVERYTHING)
    except ValueError:
        raise NoSuchDocument from None
    if json:
        print_json(shapes.whole(found))
        return
    typer.echo(f"{found.number or '-'} · {found.issued_on or '?'} · {found.issuer}\n{found.abstract}")
    for one in found.references.order_by("start"):
        known = one.cited_id or one.decision_id or "-"
        typer.echo(f"  {one.role:<10} {one.number or one.title}  {one.day or '-'}  {known}")


@app.command("take-in")
def take_file_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".txt, .docx, or PDF with text.")],
    unit: Annotated[str, typer.Option(metavar="CODE", help="The unit whose registry it is for.")],
    username: Annotated[str, typer.Option("--as", metavar="USER", help="Whose reach it has.")] = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """Put a file into a unit's tray, where a person confirms what was read in it."""
    content = read_file(file)
    ground.open_database()
    by = user_named(username)
    reach = reach_of(by.pk, on=timezone.localdate()) if by else EVERYTHING
    made = take_in(file.name, content, keeper=by_code(unit, point_of_view("", "")), by=by, reach=reach)
    if json:
        print_json({"id": made.pk, "state": made.state, "fault": made.fault})
    elif made.fault:
        say(f"Đã giữ tệp, chưa đọc được: {spoken(made.fault)}", f"Kept, not read: {spoken(made.fault)}")
    else:
        say(f"Đã vào khay: /documents/intake/{made.pk}/", f"In the tray: /documents/intake/{made.pk}/")
