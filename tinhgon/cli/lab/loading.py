"""`tinhgon lab load`: neighbours and locations into the register's database, for scenarios to plan on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.db import transaction

from tinhgon.cli import ground
from tinhgon.cli.lab import options as ask
from tinhgon.cli.terminal import Language, read_file, say
from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.lab.actions.grounding import load_locations, load_neighbours


class NothingToLoad(Refused):
    vi = "Hãy cho --units, --neighbours, hoặc cả hai."
    en = "Give --units, --neighbours, or both."


def load(
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="Codes are those that units bear that day.")],
    source: Annotated[str, typer.Option(help="Where the tables come from; shown beside what rests on them.")],
    units: Annotated[Path | None, typer.Option("--units", metavar="U.csv", help="code,lat,lon.")] = None,
    neighbours: Annotated[Path | None, typer.Option("--neighbours", metavar="A.csv")] = None,
    touching: ask.Touching = False,
    language: Language = None,
) -> None:
    """Have the locations and neighbours of two tables, all of them or none; what is there is written anew."""
    if units is None and neighbours is None:
        raise NothingToLoad
    day, located, pairs = parse_day(on), 0, 0
    ground.open_database()
    with transaction.atomic():
        if units:
            located = load_locations(read_file(units), file=units.name, on=day, source=source)
        if neighbours:
            raw = read_file(neighbours)
            pairs = load_neighbours(raw, file=neighbours.name, on=day, source=source, touching=touching)
    say(f"{located} tọa độ, {pairs} cặp liền kề.", f"{located} locations, {pairs} pairs of neighbours.")
