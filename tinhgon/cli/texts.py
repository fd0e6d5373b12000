"""`tinhgon texts …`: read an official document; needs no database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from tinhgon.cli.terminal import Json, Language, print_json, read_file, say, spoken
from tinhgon.core.names import nfc
from tinhgon.texts.files import open_file
from tinhgon.texts.plain import as_json
from tinhgon.texts.reading import read

app = typer.Typer(no_args_is_help=True, help="Read official documents: who, what, by when, by which papers.")
SHOWN = 110


@app.callback()
def texts() -> None:
    """Keep `read` a command of its own, whatever is added beside it."""


@app.command("read")
def read_text(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".txt, .docx, or PDF with text.")],
    json: Json = False,
    language: Language = None,
) -> None:
    """Tell what a document says: its head, what it cites, who must do what by when (docs/texts.md)."""
    opened = open_file(read_file(file))
    found = as_json(read(opened.text))
    if json:
        print_json({**found, "media_type": opened.media_type, "text": opened.text})
        return
    _head(found["head"])
    _tasks(found["tasks"])
    _citations(found["citations"])
    for notice in found["notices"]:
        typer.echo(f"! {spoken(notice)}", err=True)


def _head(head: dict[str, Any]) -> None:
    kind = head["type_name"] or head["type"] or "?"
    number = head["number"]["written"] if head["number"] else "?"
    typer.echo(f"{kind} {number} · {head['day'] or '?'} · {head['issuer'] or '?'}")
    typer.echo(nfc(head["abstract"]))


def _tasks(tasks: list[dict[str, Any]]) -> None:
    say(f"Nhiệm vụ: {len(tasks)}", f"Tasks: {len(tasks)}")
    for one in tasks:
        who = "; ".join(body["name"] for body in one["who"])
        when = "; ".join(deadline["due"] or deadline["words"] for deadline in one["deadlines"])
        typer.echo(f"  {one['where'] or '-'}  {who or '?'}  {when or '-'}  {nfc(one['words'])[:SHOWN]}")


def _citations(citations: list[dict[str, Any]]) -> None:
    keys = {one["key"]: one for one in reversed(citations)}
    say(f"Văn bản được viện dẫn: {len(keys)}", f"Documents cited: {len(keys)}")
    for one in reversed(keys.values()):
        typer.echo(
            f"  {one['role']:<10} {one['number'] or one['title']}  {one['day'] or '-'}  {one['issuer']}"
        )
