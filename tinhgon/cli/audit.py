"""`tinhgon audit …`: seal the record of reads and acts, verify it, ask who read about a person."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from django.conf import settings
from django.db import connection
from django.utils import timezone

from tinhgon.audit import actions, places
from tinhgon.audit.codes import Act, Guarding, Purpose
from tinhgon.audit.keys import public_file, public_key
from tinhgon.audit.queries import Reading, read_by
from tinhgon.audit.queries.sealed import newest_seal
from tinhgon.audit.queries.verifying import Verdict
from tinhgon.audit.queries.verifying import verify as verify_events
from tinhgon.audit.refusals import PlaceUnusable
from tinhgon.cli import ground
from tinhgon.cli.terminal import Json, Language, print_json, say
from tinhgon.core.periods import parse_day
from tinhgon.temporal.naming import ConnectionLost, TooBusy, TookTooLong, naming

app = typer.Typer(no_args_is_help=True, help="Seal and verify the record of reads and acts; who read what.")

OUTAGES = (PlaceUnusable, ConnectionLost, TookTooLong, TooBusy)  # they pass; the next round tries again


@app.command()
def seal(language: Language = None) -> None:
    """Seal what has settled, and keep a signed checkpoint outside of the database."""
    ground.open_database()
    done = actions.seal()
    say(f"Đã niêm phong {done.size} sự kiện (+{done.added}).", f"{done.size} events sealed (+{done.added}).")


@app.command()
def watch(
    every: Annotated[int, typer.Option(min=1, help="Seconds from one sealing to the next.")] = 60,
    verify_every: Annotated[int, typer.Option(min=0, help="Seconds between verifications; 0: none.")] = 300,
    language: Language = None,
) -> None:
    """Seal and verify again and again, until stopped or until something is wrong (exit code 1)."""
    ground.open_database()
    verified = float("-inf")
    while True:
        try:
            with naming({}):
                actions.seal()
                if verify_every and time.monotonic() - verified >= verify_every:
                    verified = time.monotonic()
                    _alarm(_verdict())
        except OUTAGES as outage:
            typer.echo(outage.message(ground.language()), err=True)
        connection.close()  # others may need it while this one sleeps
        time.sleep(every)


@app.command()
def verify(
    checkpoints: Annotated[
        list[Path] | None,
        typer.Option("--checkpoints", metavar="FILE", exists=True, help="More of them: your copy."),
    ] = None,
    public: Annotated[
        Path | None, typer.Option("--public", metavar="FILE", help="Your copy of the public key.")
    ] = None,
    json: Json = False,
    language: Language = None,
) -> None:
    """Recompute the record and hold it against every kept checkpoint; exit code 1 if anything is wrong."""
    ground.open_database()
    verdict = _verdict(checkpoints or [], public)
    if json:
        print_json(
            {
                "events": verdict.events,
                "checkpoints": verdict.checkpoints,
                "findings": [finding.as_json() for finding in verdict.findings],
            }
        )
    elif verdict.is_sound:
        say(
            f"Đúng: {verdict.events} sự kiện, {verdict.checkpoints} điểm kiểm.",
            f"Sound: {verdict.events} events, {verdict.checkpoints} checkpoints.",
        )
    _alarm(verdict)


@app.command()
def who(
    subject: Annotated[UUID, typer.Argument(help="Id of the person.")],
    since: Annotated[str, typer.Option("--from", metavar="DAY", help="First day; default 90 days ago.")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DAY", help="Last day; default today.")] = "",
    language: Language = None,
) -> None:
    """Tell who read what is held about a person, the latest first."""
    ground.open_database()
    today = timezone.localdate()
    first = parse_day(since) if since else today - timedelta(days=90)
    last = parse_day(until) if until else today
    readings = read_by(
        subject, _midnight(first), _midnight(last + timedelta(days=1)), zone=settings.TIME_ZONE
    )
    for reading in readings:
        typer.echo(_line(reading))
    if not readings:
        say("Không có ai xem trong thời gian này.", "Nobody read anything in this time.")


def _verdict(checkpoints: Sequence[Path] = (), public: Path | None = None) -> Verdict:
    key = public or public_file()
    kept = [*places.files(), *checkpoints]
    if not key.exists() and not newest_seal() and not any(file.exists() for file in kept):
        return Verdict(0, 0, ())  # never sealed: there is nothing to hold it against
    return verify_events(places.files(), public_key(key), others=checkpoints)


def _alarm(verdict: Verdict) -> None:
    """Tell what is wrong, and end.

    :raises Exit: with code 1.
    """
    for finding in verdict.findings:
        typer.echo(finding.message(ground.language()), err=True)
    if not verdict.is_sound:
        raise typer.Exit(1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock.min))


def _line(reading: Reading) -> str:
    name = reading.actor_name or str(reading.actor or "–")
    acts = ", ".join(str(Act(act).label) for act in reading.acts)
    purpose = str(Purpose(reading.purpose).label) if reading.purpose else "–"
    said = (
        acts,
        f"× {reading.times}",
        purpose,
        str(Guarding(reading.classes).label),
        ", ".join(reading.what),
    )
    return "  ".join([f"{reading.day:%d/%m/%Y} {timezone.localtime(reading.last):%H:%M}", name, *said])
