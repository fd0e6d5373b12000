"""`tinhgon lab …`: plan reorganisations from tables, compare plans: without a database; load maps into it."""

from __future__ import annotations

import typer

from tinhgon.cli.lab import adopt, comparing, consolidating, loading, place, succeed, sweep

app = typer.Typer(no_args_is_help=True, help="The lab: plan reorganisations with proof, compare plans.")
app.command()(consolidating.consolidate)
app.command()(comparing.compare)
app.command()(loading.load)
app.command()(sweep.sweep)
app.command()(place.place)
app.command()(succeed.succeed)
app.command()(adopt.scenarios)
app.command("adopt")(adopt.adopt_command)
