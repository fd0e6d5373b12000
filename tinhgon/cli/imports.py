"""`tinhgon import KIND FILE`: what a workbook would do to the register; with a head, it becomes drafts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.db import transaction
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.audit.actions import record
from tinhgon.audit.codes import Act, Purpose
from tinhgon.cli import ground
from tinhgon.cli.decision import NoSuchUser
from tinhgon.cli.terminal import Json, Language, print_json, read_file, say
from tinhgon.core.documents import read_document
from tinhgon.core.operations import write
from tinhgon.core.periods import parse_day
from tinhgon.core.reach import SENSITIVE, Allowed, Reach
from tinhgon.exchange.imports.actions import Done, carry_out
from tinhgon.exchange.imports.kinds import Kind, form
from tinhgon.exchange.imports.preparing import Prepared, prepare
from tinhgon.office.sheets.mending import error_workbook
from tinhgon.register.actions.documents import head_of
from tinhgon.register.actions.drafting import Head

app = typer.Typer()
EVERYWHERE = Reach((Allowed("signer", SENSITIVE, None),))  # whoever may run commands may all


@app.command("import")
def import_workbook(
    kind: Annotated[Kind, typer.Argument(help="What the rows are about.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx")],
    decision: Annotated[
        Path | None,
        typer.Option(metavar="HEAD.json", help="Head of the decision (tinhgon/decision@1); else a trial."),
    ] = None,
    errors: Annotated[
        Path | None, typer.Option(metavar="OUT.xlsx", help="Where the error workbook goes.")
    ] = None,
    on: Annotated[str, typer.Option(help="Day of rows that name none; default today, or the head's.")] = "",
    username: Annotated[str, typer.Option("--as", metavar="USER", help="Whose reach it has.")] = "",
    json: Json = False,
    language: Language = None,
) -> None:  # fmt: skip
    """Tell what a workbook would do, or write it as drafts and dossiers; exit code 1 where it has faults."""
    content, head = read_file(file), _head(decision)
    ground.open_database()
    by = _user(username)
    day = parse_day(on) if on else head.effective_on if head else timezone.localdate()
    with transaction.atomic():
        reach = reach_of(by.pk, on=timezone.localdate()) if by else EVERYWHERE
        found = prepare(content, kind=kind, on=day, reach=reach)
        if found.faults:
            transaction.set_rollback(True)
        done = _write(found, head, by, reach) if head and not found.faults else None
    if found.faults and errors:
        errors.write_bytes(error_workbook(found.reading, language=ground.language()))
    print_json(_told(found, done)) if json else _tell(found, done)
    raise typer.Exit(1 if found.faults else 0)


def _head(place: Path | None) -> Head | None:
    return head_of(read_document(read_file(place)).head) if place else None


def _user(username: str) -> User | None:
    if not username:
        return None
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise NoSuchUser(username=username)
    return user


def _write(found: Prepared, head: Head, by: User | None, reach: Reach) -> Done:
    done = carry_out(found, head=head, by=by, reach=reach)
    record(
        act=Act.IMPORT, actor=by.pk if by else None, actor_name=by.get_full_name() if by else "",
        what=[found.kind, "confirm"], classes=form(found.kind).field_class, purpose=Purpose.UPKEEP,
        route="cli:import", count=found.count,
    )  # fmt: skip
    return done


def _tell(found: Prepared, done: Done | None) -> None:
    for fault in found.faults:
        said = fault.message(ground.language())
        typer.echo(f"{said} {'; '.join(fault.suggestions)}".rstrip(), err=True)
    if found.faults:
        count = len(found.faults)
        say(f"{count} lỗi; chưa ghi gì.", f"{count} faults; nothing was written.", err=True)
        return
    plan, counts = found.plan, ", ".join(f"{op} {count}" for op, count in found.plan.counts())
    say(
        f"{found.count} dòng: {counts or '0 thao tác'}; lập {len(plan.opened)} hồ sơ, "
        f"sửa {len(plan.mended)}, {len(plan.unchanged)} dòng không đổi.",
        f"{found.count} rows: {counts or '0 operations'}; {len(plan.opened)} dossiers to open, "
        f"{len(plan.mended)} to mend, {len(plan.unchanged)} rows unchanged.",
    )
    for draft in done.decisions if done else ():
        say(f"Dự thảo: {draft.pk} {draft}", f"Draft: {draft.pk} {draft}")


def _told(found: Prepared, done: Done | None) -> dict[str, object]:
    plan = found.plan
    return {
        "rows": found.count, "faults": [fault.as_json() for fault in found.faults],
        "operations": write(tuple(step.operation for step in plan.steps)),
        "opened": len(plan.opened), "mended": len(plan.mended), "unchanged": len(plan.unchanged),
        "decisions": [str(draft.pk) for draft in done.decisions] if done else [],
    }  # fmt: skip
