"""`tinhgon demo …`: the demonstration's register and its users."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from django.conf import settings
from django.utils import timezone

from tinhgon.access.actions import Credentials, make_demo_users
from tinhgon.cli import ground
from tinhgon.cli.ground import DEMO_USERS
from tinhgon.cli.terminal import Language, end_progress, progress, say
from tinhgon.core.errors import Refused
from tinhgon.directives.demo.load import load_directives_demo
from tinhgon.lab.actions.demo import load_lab_demo
from tinhgon.mandates.demo.load import load_mandates_demo
from tinhgon.people.actions.demo import load_demo_with_people, load_eve_with_people

app = typer.Typer(no_args_is_help=True, help="The demonstration: Cần Thơ from 2004 to today, and its users.")


Eve: TypeAlias = Annotated[
    bool, typer.Option("--eve", help="Let it end with 30/06/2025, before the communes were merged.")
]


class NoDemoUsers(Refused):
    vi = "Chưa có tệp {place}. Hãy chạy: tinhgon demo load"
    en = "There is no file {place} yet. Run: tinhgon demo load"


@app.command()
def load(eve: Eve = False, language: Language = None) -> None:
    """Record the demonstration in an empty register and make its users; done twice, it changes nothing."""
    count = fill(eve=eve)
    say(f"{count} quyết định được ghi.", f"{count} decisions recorded.")
    if _place().exists():
        users()


@app.command()
def users(language: Language = None) -> None:
    """Print who may log in to the demonstration."""
    if not _place().exists():
        raise NoDemoUsers(place=_place())
    typer.echo(_place().read_text(encoding="utf-8"), nl=False)


def fill(*, eve: bool = False) -> int:
    """Have the demonstration's register, lab and users; give the number of decisions recorded."""
    ground.open_database()
    told = progress("Quyết định đã ghi", "Decisions recorded")
    count = load_eve_with_people(progress=told) if eve else load_demo_with_people(progress=told)
    end_progress()
    load_lab_demo(eve=eve)
    if not eve:
        load_mandates_demo(on=timezone.localdate())
        load_directives_demo(today=timezone.localdate())
    made = make_demo_users()
    if made:
        _keep(made)
    return count


def _keep(made: Iterable[Credentials]) -> None:
    """Write the passwords where only this account reads them; those of others made before stay."""
    place = _place()
    before = place.read_text(encoding="utf-8").splitlines() if place.exists() else []
    lines = {line.split()[0]: line for line in before if line.strip()}
    lines |= {
        one.username: f"{one.username:<8}{one.password:<22}{one.name} ({one.role or '–'})" for one in made
    }
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text("".join(f"{line}\n" for line in lines.values()), encoding="utf-8")
    draft.replace(place)


def _place() -> Path:
    found: Path = settings.VAR / DEMO_USERS
    return found
