"""Reads the tables that a command of the lab is given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tinhgon.cli.lab.asked import OneKindOfStandards, assert_law, bundle_of, codes_of, day_of, pairs_of
from tinhgon.cli.terminal import read_file
from tinhgon.lab.files import read_neighbours, read_units
from tinhgon.lab.files.grounds import Reading, Tabled, tabled
from tinhgon.lab.parameters import StandardsAsked
from tinhgon.solvers.consolidate.faults import assert_sound
from tinhgon.solvers.consolidate.values import Conditions


def ground_of(units: Path, neighbours: Path, conditions: Conditions, options: dict[str, Any]) -> Tabled:
    """
    Read units and neighbours, with the standards and pins that the options ask for.

    :raises UnreadableFile, FaultyFile: a file cannot be read, or has faults: each is named.
    :raises Refused: the options contradict each other or the tables.
    """
    reading = _reading(options)
    measures = (reading.people, reading.area)
    rows = read_units(read_file(units), units.name, measures=measures)
    touching = bool(options["touching"])
    pairs = read_neighbours(read_file(neighbours), neighbours.name, touching=touching)
    ground = tabled(rows, pairs, reading, conditions)
    assert_sound(ground.territory, ground.standards, ground.conditions)
    return ground


def _reading(options: dict[str, Any]) -> Reading:
    on = day_of(options["on"], options["standards"])
    return Reading(
        people=options["people"],
        area=options["area"],
        group=options["group_by"],
        district=options["districts"],
        missing_as_zero=options["missing_as_zero"],
        standards=_standards(options, on),
        on=on,
        together=[bundle_of(text) for text in options["together"] or ()],
        apart=pairs_of(options["apart"]),
        alone=codes_of(options["alone"]),
    )


def _standards(options: dict[str, Any], on: date) -> StandardsAsked:
    given = {"population": options["min_population"], "area_km2": options["min_area"]}
    given = {name: least for name, least in given.items() if least is not None}
    assumed = {name: options[name] for name in ("terrain", "in_municipality", "region")}
    if options["standards"]:
        if given:
            raise OneKindOfStandards
        assert_law(options["standards"], on)
        return StandardsAsked(by="rules", on=on, **assumed)
    return StandardsAsked(by="given" if given else "none", given=given, waived_from=options["waived_from"])


def names_of(paths: Sequence[Path]) -> list[str]:
    """Call plans by their files' names, or by their paths where two are called the same."""
    names = [path.stem for path in paths]
    return names if len(set(names)) == len(names) else [str(path) for path in paths]
