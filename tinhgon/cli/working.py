"""`tinhgon worker`: does in the background what pages ask for; `serve` runs one beside itself."""

from __future__ import annotations

from typing import Annotated

import typer
from django.db import connections

from tinhgon import jobs
from tinhgon.cli import ground
from tinhgon.cli.clock import die_with_parent

app = typer.Typer()


@app.command()
def worker(
    at_once: Annotated[int, typer.Option(min=1, max=64, help="Jobs done at the same time.")] = 1,
) -> None:
    """Do what pages asked for in the background (runs of the lab), until Ctrl-C."""
    die_with_parent()
    ground.open_database()
    connections.close_all()  # each job has a connection of its own
    jobs.work(at_once=at_once)
