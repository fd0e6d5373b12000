"""`tinhgon decision …`: try a decision file on the register, or sign it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.cli import ground, telling
from tinhgon.cli.terminal import Json, Language, print_json, read_file, say
from tinhgon.core.documents import Document, read_document
from tinhgon.core.errors import Refused
from tinhgon.exchange import reports
from tinhgon.register.actions.documents import sign_document, try_document

app = typer.Typer(no_args_is_help=True, help="Try a decision file on the register, or sign it.")
File = Annotated[Path, typer.Argument(metavar="FILE.json", help="Format tinhgon/decision@1.")]


class NoSuchUser(Refused):
    vi = "Không có người dùng “{username}”, hoặc tài khoản đã khóa."
    en = "There is no user “{username}”, or the account is closed."


class MayNot(Refused):
    vi = "Người dùng “{username}” không có quyền {permission}."
    en = "The user “{username}” lacks the permission {permission}."


@app.command()
def check(file: File, json: Json = False, language: Language = None) -> None:
    """Tell what a decision would change; writes nothing."""
    document = read_document(read_file(file))
    ground.open_database()
    found = reports.outcome(*try_document(document=document, actor=None))
    print_json(found) if json else telling.outcome(found)


@app.command()
def sign(
    file: File,
    signer: Annotated[str, typer.Option("--as", metavar="USER", help="Who signs.")],
    json: Json = False,
    language: Language = None,
) -> None:
    """Draft, check and sign a decision file: all of it or nothing."""
    document = read_document(read_file(file))
    ground.open_database()
    actor = _signer(signer, document)
    signed = sign_document(document=document, actor=actor, at=timezone.now())
    found = reports.outcome(signed.decision, signed.changes)
    if json:
        print_json(found)
        return
    telling.outcome(found)
    say(f"Đã ký: {signed.decision.pk}", f"Signed: {signed.decision.pk}")


def _signer(username: str, document: Document) -> User:
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise NoSuchUser(username=username)
    needed = ["register.sign_decision"]
    if any(isinstance(one, dict) and one.get("op") == "correct" for one in document.operations):
        needed.append("register.correct_register")
    for permission in needed:
        if not user.has_perm(permission):
            raise MayNot(username=username, permission=permission)
    return user
