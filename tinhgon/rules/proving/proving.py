"""The whole proof of some packs: cases that do not hold, what no case reaches, numbers that none guards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tinhgon.core.rulebook import Book, Calculation, Rule
from tinhgon.core.rulebook.findings import UNKNOWN
from tinhgon.rules.packs import read
from tinhgon.rules.proving.cases import Case, Proof, proofs
from tinhgon.rules.proving.mutating import mutations
from tinhgon.rules.proving.running import Run, run


class Fault(StrEnum):
    """What a proof may lack."""

    NO_CASES = "no_cases"
    DIFFERS = "differs"
    NOT_REACHED = "not_reached"
    UNGUARDED = "unguarded"
    NO_RULE = "no_rule"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a proof lacks: of which rule or figure, where, and how."""

    fault: Fault
    of: str
    place: str = ""
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proven:
    """What was proven: how many cases and numbers, and all that is lacking."""

    rules: int
    cases: int
    numbers: int
    lacks: tuple[Lack, ...]


def prove(book: Book, directories: Iterable[Path]) -> Proven:
    """Run all cases beside some packs, and nudge each number of their figures that a rule uses.

    :raises NoSuchPack, MalformedPack: the packs or their cases cannot be read.
    """
    where = tuple(directories)
    own, told = _named(where), proofs(where)
    runs = {of: _runs(book, told[of]) for of in told if of in _all(book)}
    lacks = [Lack(Fault.NO_RULE, of) for of in told if of not in runs]
    for of in own["rules"]:
        lacks += _lacking(_all(book)[of], runs.get(of, ()))
    numbers, unguarded = _guarded(book, own["figures"], runs)
    cases = sum(len(proof.cases) for proof in told.values())
    return Proven(len(own["rules"]), cases, numbers, (*lacks, *unguarded))


def _named(directories: Iterable[Path]) -> Mapping[str, list[str]]:
    """Name what the packs themselves hold."""
    found: dict[str, list[str]] = {"rules": [], "figures": []}
    for file in read(directories):
        for part, into in (("rules", "rules"), ("calculations", "rules"), ("figures", "figures")):
            found[into] += [raw["id"] for raw in file.holds.get(part, ())]
    return found


def _all(book: Book) -> Mapping[str, Rule | Calculation]:
    return {**book.rules, **book.calculations}


def _runs(book: Book, proof: Proof) -> tuple[Run, ...]:
    return tuple(run(book, proof.of, case) for case in proof.cases)


def _lacking(one: Rule | Calculation, runs: tuple[Run, ...]) -> Iterator[Lack]:
    if not runs:
        yield Lack(Fault.NO_CASES, one.id)
        return
    yield from (Lack(Fault.DIFFERS, one.id, of.case.name, of.differences) for of in runs if not of.holds)
    told = one.says if isinstance(one, Rule) else one.steps
    reached = {said for of in runs for said in of.says} | {UNKNOWN}
    yield from (Lack(Fault.NOT_REACHED, one.id, said) for said in told if said not in reached)


def _guarded(
    book: Book, figures: Iterable[str], runs: Mapping[str, tuple[Run, ...]]
) -> tuple[int, list[Lack]]:
    """Count the numbers of figures, and name those of which no case would notice another."""
    count, lacks = 0, []
    for figure in figures:
        users = [one.id for one in book.users_of(figure)]
        guards = [(of, one.case) for of in users for one in runs.get(of, ()) if one.holds]
        for place, nudged in mutations(book, book.figures[figure]) if users else ():
            count += 1
            if not any(_breaks(one.book, guards) for one in nudged):
                lacks.append(Lack(Fault.UNGUARDED, figure, place))
    return count, lacks


def _breaks(book: Book, guards: list[tuple[str, Case]]) -> bool:
    return any(not run(book, of, case).holds for of, case in guards)
