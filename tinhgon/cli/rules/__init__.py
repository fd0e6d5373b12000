"""`tinhgon rules …`: the law on a day – read it, judge facts, calculate, prove packs. Needs no database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tinhgon.cli.rules.asked import asked, calculation, held, options
from tinhgon.cli.rules.told import facts_told, findings_told, list_told, proof_told, shown_told, working_told
from tinhgon.cli.terminal import Json, Language, On, point_of_view, print_json
from tinhgon.core.errors import Refused
from tinhgon.rules import shapes
from tinhgon.rules.deciding import checked, computed
from tinhgon.rules.library import book, directories
from tinhgon.rules.packs import build
from tinhgon.rules.packs import read as packs
from tinhgon.rules.pages.entries import entries, entry
from tinhgon.rules.proving.proving import prove

app = typer.Typer(no_args_is_help=True, help="The law on a day: read, judge, calculate, prove.")
OPTIONS = {"allow_extra_args": True, "ignore_unknown_options": True}


class NoSuchTopic(Refused):
    vi = "Không có chủ đề “{topic}”. Các chủ đề: {topics}."
    en = "There is no topic “{topic}”. The topics: {topics}."


@app.command("list")
def list_(
    topic: Annotated[str, typer.Option(help="Only this topic, such as severance.")] = "",
    on: On = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """List rules, calculations and figures."""
    if topic and topic not in book().topics:
        raise NoSuchTopic(topic=topic, topics=sorted(book().topics))
    day = point_of_view(on, "").valid
    found = shapes.listed((one for one in entries(book()) if topic in ("", one.topic)), day)
    print_json(found) if json else list_told(found)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Such as units.commune_size.")],
    on: On = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """Show a rule, a calculation or a figure: its values on a day, their sources, all they were."""
    found = shapes.described(entry(book(), name), point_of_view(on, "").valid, book())
    print_json(found) if json else shown_told(found)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FACTS.json", help='{"rule", "facts"}, or a list of such.')],
    rule: Annotated[str, typer.Option(metavar="ID", help="The rule, where the file holds facts only.")] = "",
    on: On = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """Judge facts by rules as they are on a day."""
    day = point_of_view(on, "").valid
    found = [
        {
            "rule": of,
            "on": day,
            "findings": [shapes.finding(one, book()) for one in checked(book(), of, facts, on=day)],
        }
        for of, facts in asked(file, rule)
    ]
    print_json(found) if json else findings_told(found)


@app.command(context_settings=OPTIONS)
def calc(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="CALCULATION", help="Such as severance.resignation; or retirement.")
    ],
    json_facts: Annotated[
        Path | None, typer.Option(metavar="FACTS.json", help="The facts in a file; options count more.")
    ] = None,
    on: On = "",
    json: Json = False,
    language: Language = None,
) -> None:
    """Calculate, and tell each step: facts are given as options, such as --born 1966-01-15 --sex male."""
    of, day = calculation(name), point_of_view(on, "").valid
    in_file = held(json_facts) if json_facts else {}
    if not in_file and not context.args:
        facts_told(shapes.described(entry(book(), of), day, book()))
        return
    made = computed(book(), of, {**in_file, **options(of, context.args)}, on=day)
    found = shapes.working(made, day, book())
    print_json(found) if json else working_told(found, book().calculations[of])


@app.command("prove")
def prove_(
    where: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]…", help="Packs of one's own; none is all in use.")
    ] = None,
    language: Language = None,
) -> None:
    """Run the cases of packs, and nudge each number: a case must notice. Exit code 1 if not all holds."""
    own = [one.resolve() for one in where or ()] or list(directories())
    before = [one for one in directories() if one.resolve() not in own]
    found = prove(build(packs([*before, *own])) if before or where else book(), own)
    proof_told(found)
    if found.lacks:
        raise typer.Exit(1)
