"""What is worth knowing of an input is noted unit by unit, and is no fault."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.consolidate.faults import faults_of
from tinhgon.solvers.consolidate.noted import Note, notes_of
from tinhgon.solvers.consolidate.tests.ground import chain, standards, territory
from tinhgon.solvers.consolidate.values import Conditions, Standards, Territory


def noted(given: Territory, asked: Standards, conditions: Conditions) -> list[Note]:
    assert faults_of(given, asked, conditions) == ()
    return list(notes_of(given, asked, conditions))


def test_an_island_and_a_place_unknown_are_noted() -> None:
    place = np.array([(10.0, 105.0), (np.nan, np.nan), (10.0, 105.2)])
    given = territory([1, 1, 1], [(0, 1)], position=place)

    found = noted(given, standards(3), Conditions())

    assert [(note.kind, note.unit) for note in found] == [("island", 2), ("place_unknown", 1)]


def test_a_standard_out_of_reach_is_noted_with_the_best_there_is() -> None:
    found = noted(chain(1, 2, 9, 2, 1), standards(5, 12), Conditions(max_members=2))

    assert [(note.unit, note.best) for note in found] == [(0, 3), (1, 11), (2, 11), (3, 11), (4, 3)]
    assert "12" in found[0].said.vi


def test_nothing_is_out_of_reach_where_a_larger_merger_waives_the_standard() -> None:
    asked = standards(5, 12, waived_from=3)

    assert noted(chain(1, 2, 9, 2, 1), asked, Conditions(max_members=3)) == []
    assert len(noted(chain(1, 2, 9, 2, 1), asked, Conditions(max_members=2))) == 5


def test_whoever_is_spared_is_asked_nothing() -> None:
    asked = standards(2, 12, spared=np.array([True, False]))

    assert [note.unit for note in noted(chain(1, 2), asked, Conditions())] == [1]
