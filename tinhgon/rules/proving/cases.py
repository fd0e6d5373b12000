"""The cases of rules and calculations, as their files tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tinhgon.core.errors import Said
from tinhgon.rules.packs.reading import against, opened
from tinhgon.rules.refusals import MalformedPack


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case: facts and a day, and what must come of them.

    :param finds: of each finding in order, the parts that must be so; None where no finding is asked about.
    :param gives: of a calculation, the results that must be so.
    :param refused: the name of the refusal that must come.
    """

    name: str
    on: date
    facts: Mapping[str, Any]
    finds: tuple[Mapping[str, Any], ...] | None = None
    gives: Mapping[str, Any] | None = None
    steps: tuple[str, ...] | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """All cases of one rule or calculation, and the file that tells them."""

    of: str
    path: Path
    cases: tuple[Case, ...]


def proofs(directories: Iterable[Path]) -> dict[str, Proof]:
    """Read the cases beside some packs, by rule or calculation.

    :raises MalformedPack: a file is not as it should be, or its name is not its rule's.
    """
    found, faults = {}, []
    for path in (path for one in directories for path in sorted((one / "cases").glob("*.yaml"))):
        try:
            proof = _proof(path)
        except MalformedPack as refused:
            faults += refused.facts["faults"]
        else:
            found[proof.of] = proof
    if faults:
        raise MalformedPack(faults=faults)
    return found


def _proof(path: Path) -> Proof:
    file = opened(path)
    if faults := list(against("cases", file)):
        raise MalformedPack(faults=faults)
    of = file.holds.get("rule") or file.holds["calculation"]
    if path.stem != of:
        raise MalformedPack(faults=[file.fault([], *_misnamed(of))])
    return Proof(of, path, tuple(_case(raw) for raw in file.holds["cases"]))


def _misnamed(of: str) -> tuple[str, str]:
    said = Said(f"tệp phải tên là {of}.yaml", f"the file must be named {of}.yaml")
    return said.vi, said.en


def _case(raw: Mapping[str, Any]) -> Case:
    finds, steps = raw.get("finds"), raw.get("steps")
    return Case(
        name=raw["name"],
        on=raw["on"],
        facts=raw["facts"],
        finds=None if finds is None else tuple(finds),
        gives=raw.get("gives"),
        steps=None if steps is None else tuple(steps),
        refused="NotInForce" if raw.get("not_in_force") else raw.get("refused", ""),
    )
