"""`tinhgon documents write|issue|kinds`: official documents written from data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from django.db import transaction
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.cli import ground
from tinhgon.cli.decision import NoSuchUser
from tinhgon.cli.fields import schema, tell
from tinhgon.cli.terminal import Json, Language, On, point_of_view, print_json, read_file, say, spoken
from tinhgon.core.documents import UnreadableFile
from tinhgon.core.errors import Said
from tinhgon.core.reach import EVERYTHING
from tinhgon.documents.actions.drafting import kind_of, letter_of, write_draft
from tinhgon.documents.actions.issuing import issue
from tinhgon.documents.writing_refusals import NoSuchTemplate
from tinhgon.office.letters import Letter, docx, pdf
from tinhgon.office.letters.kinds import KINDS
from tinhgon.register.queries.units import by_code

app = typer.Typer()
Layout = Annotated[
    Literal["state", "party"] | None, typer.Option(help="Left out, that of the data, or the kind's first.")
]
Kind = Annotated[str, typer.Argument(metavar="KIND", help="A code that `documents kinds` lists.")]
Data = Annotated[
    Path, typer.Argument(metavar="DATA.json", help="What the kind's fields hold, by their codes.")
]
Out = Annotated[Path, typer.Option(metavar="FILE", help="Where it goes: .docx or .pdf.")]


@app.command()
def write(kind: Kind, data: Data, out: Out, layout: Layout = None, language: Language = None) -> None:
    """Write a document as Word or PDF; needs no database, and takes no number."""
    chosen = kind_of(kind)
    if layout and layout not in chosen.layouts:
        raise NoSuchTemplate
    out.write_bytes(_paper(chosen.build(_data(data, layout)), out))
    say(f"Đã viết: {out}", f"Written: {out}")


@app.command("issue")
def issue_document(
    kind: Kind,
    data: Data,
    unit: Annotated[str, typer.Option(metavar="CODE", help="The unit that issues it.")],
    on: On = "",
    layout: Layout = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write it: .docx or .pdf.")] = None,
    username: Annotated[str, typer.Option("--as", metavar="USER", help="Whose reach it has.")] = "",
    as_json: Json = False,
    language: Language = None,
) -> None:
    """Draft a document and issue it: the next number of the unit's book, a day, the registry."""
    filled = _data(data, layout)
    ground.open_database()
    day, by = point_of_view(on, "").valid, user_named(username)
    reach = reach_of(by.pk, on=timezone.localdate()) if by else EVERYTHING
    keeper = by_code(unit, point_of_view("", ""))
    with transaction.atomic():
        drafted = write_draft(kind=kind, data=filled, keeper=keeper, by=by, reach=reach)
        made = issue(drafted.pk, on=day, by=by, reach=reach)
    if out:
        out.write_bytes(_paper(letter_of(made, number=made.letter["number"], day=day), out))
    if as_json:
        print_json({"id": made.pk, "number": made.number, "issued_on": made.issued_on})
    else:
        say(
            f"Đã ban hành: {made.number}  /documents/{made.pk}/",
            f"Issued: {made.number}  /documents/{made.pk}/",
        )


@app.command()
def kinds(
    kind: Annotated[str, typer.Argument(help="One kind, with its fields.")] = "",
    as_json: Json = False,
    language: Language = None,
) -> None:
    """List the kinds of documents, or the fields of one; with --json as JSON Schema."""
    if kind and as_json:
        print_json(schema(kind_of(kind)))
    elif kind:
        for field in kind_of(kind).fields:
            tell(field)
    elif as_json:
        names = ("code", "vi", "en", "layouts", "symbol")
        print_json([{name: getattr(one, name) for name in names} for one in KINDS.values()])
    else:
        for one in KINDS.values():
            typer.echo(f"{one.code:<18} {spoken(Said(one.vi, one.en)):<34} {', '.join(one.layouts)}")


def user_named(username: str) -> User | None:
    """Give the user of a name; none where no name is given.

    :raises NoSuchUser: there is no such user at work.
    """
    if not username:
        return None
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise NoSuchUser(username=username)
    return user


def _data(path: Path, layout: str | None) -> dict[str, Any]:
    """Read what is to be filled in.

    :raises UnreadableFile: the file holds no object of JSON.
    """
    try:
        read = json.loads(read_file(path))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(reason_vi=f"{path}: không phải JSON", reason_en=f"{path}: {error}") from None
    if not isinstance(read, dict):
        raise UnreadableFile(reason_vi=f"{path}: không phải đối tượng JSON", reason_en=f"{path}: no object")
    return {**read, "layout": layout} if layout else read


def _paper(letter: Letter, out: Path) -> bytes:
    """Make the file that a name asks for.

    :raises typer.BadParameter: it asks for neither form.
    """
    match out.suffix.lower():
        case ".docx":
            return docx(letter)
        case ".pdf":
            return pdf(letter)
    raise typer.BadParameter(f"{out}: .docx, .pdf")
