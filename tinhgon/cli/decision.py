"""`tinhgon decision …`: try a decision file on the register, or sign it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.cli import ground, telling
from tinhgon.cli.terminal import Json, Language, print_json, read_file, say
from tinhgon.core.documents import read_document
from tinhgon.core.errors import NotPermitted, Refused
from tinhgon.core.judging import Answer, Answers
from tinhgon.exchange import reports
from tinhgon.register.actions.documents import sign_document, try_document

app = typer.Typer(no_args_is_help=True, help="Try a decision file on the register, or sign it.")
SIGNING = "register.sign_decision"
File = Annotated[Path, typer.Argument(metavar="FILE.json", help="Format tinhgon/decision@1.")]


class NoSuchUser(Refused):
    vi = "Không có người dùng “{username}”, hoặc tài khoản đã khóa."
    en = "There is no user “{username}”, or the account is closed."


class MayNot(NotPermitted):
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
    because: Annotated[str, typer.Option(help="Why it is signed although a rule blocks it.")] = "",
    basis: Annotated[str, typer.Option(help="The basis in law for that.")] = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """Draft, check and sign a decision file: all of it or nothing.

    What blocks it is answered by --because and --basis together, and both stay with the decision.
    """
    document = read_document(read_file(file))
    ground.open_database()
    actor = _signer(signer)
    answers = Answers(to_all=Answer(because, basis))
    signed = sign_document(document=document, actor=actor, at=timezone.now(), answers=answers)
    found = reports.outcome(signed.decision, signed.changes, signed.judged)
    if json:
        print_json(found)
        return
    telling.outcome(found)
    say(f"Đã ký: {signed.decision.pk}", f"Signed: {signed.decision.pk}")


def _signer(username: str) -> User:
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise NoSuchUser(username=username)
    if not user.has_perm(SIGNING):
        raise MayNot(username=username, permission=SIGNING)
    return user
