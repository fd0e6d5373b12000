"""Tasks: those of the text and those that a person added, with what was made of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args

from tinhgon.documents.findings.dues import due_of
from tinhgon.documents.findings.plain import bodies_of, day_of, figure_of, span_of, text_of, texts_of
from tinhgon.documents.findings.values import OPEN, STATES, Head, Wanted
from tinhgon.texts.values import Every, TaskKind

KINDS, EVERY = get_args(TaskKind), get_args(Every)
HEAVIEST = Decimal(1000)


def wanted_in(reading: Mapping[str, Any], choices: Mapping[str, Any], head: Head) -> list[Wanted]:
    """Give the tasks in the order of the text, those by hand last; codes are t1, t2 …, h1, h2 …

    Days that the text only counts are counted from those of the head.
    """
    rows = enumerate(reading.get("tasks") or (), start=1)
    found = [_wanted(f"t{place}", row, choices.get(f"t{place}") or {}, head) for place, row in rows]
    return [*found, *(_wanted(code, {}, choices[code], head) for code in by_hand(choices))]


def by_hand(choices: Mapping[str, Any]) -> list[str]:
    """Give the codes of tasks that were added by hand."""
    codes = (code for code in choices if code[:1] == "h" and code[1:].isdigit())
    return sorted(codes, key=lambda code: int(code[1:]))


def _wanted(code: str, row: Mapping[str, Any], chosen: Mapping[str, Any], head: Head) -> Wanted:
    state, kind = text_of(chosen.get("state")), text_of(chosen.get("kind", row.get("kind")))
    values: dict[str, Any] = {**_when(row, head), **_figures(row), **_typed(chosen)}
    return Wanted(
        code=code, state=state if state in STATES else OPEN, mended=bool(chosen.keys() - {"state"}),
        span=span_of(row.get("span")) or span_of(chosen.get("span")),
        matter=text_of(chosen.get("matter", row.get("words"))), place=text_of(row.get("where"))[:60],
        kind=kind if kind in KINDS else "task", who=bodies_of(row.get("who")),
        cooperating=bodies_of(row.get("cooperating")), bearers=_units(chosen, "bearers"),
        cooperators=_units(chosen, "cooperators"), **values,
    )  # fmt: skip


def _when(row: Mapping[str, Any], head: Head) -> dict[str, Any]:
    """Give the first deadline that tells a day, and how often it comes again."""
    rows: Sequence[Mapping[str, Any]] = row.get("deadlines") or ()
    arrived = head.arrived_on or head.issued_on
    told = [due_of(one, issued=head.issued_on, arrived=arrived) for one in rows] if arrived else []
    due = min((day for day in told if day), default=None)
    every = next((text_of(one.get("every")) for one in rows if one.get("every")), "")
    words = "; ".join(dict.fromkeys(text_of(one.get("words")) for one in rows))
    fault = next((text_of(one.get("fault")) for one in rows if one.get("fault")), "")
    return {"due_on": due, "due_words": words[:250], "every": every, "fault": fault}


def _figures(row: Mapping[str, Any]) -> dict[str, Any]:
    target: Mapping[str, Any] = next(iter(row.get("targets") or ()), {})
    return {
        "figure": figure_of(target.get("figure")), "measure": text_of(target.get("measure"))[:60],
        "bound": text_of(target.get("bound"))[:8],
    }  # fmt: skip


def _typed(chosen: Mapping[str, Any]) -> dict[str, Any]:
    return dict(_each_typed(chosen))


def _each_typed(chosen: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    if "due_on" in chosen:
        yield "due_on", day_of(chosen["due_on"])
        yield "fault", ""
    if "due_words" in chosen:
        yield "due_words", text_of(chosen["due_words"])[:250]
    if chosen.get("every", None) in EVERY:
        yield "every", chosen["every"]
    if "figure" in chosen:
        yield "figure", figure_of(chosen["figure"])
    if "measure" in chosen:
        yield "measure", text_of(chosen["measure"])[:60]
    weight = figure_of(chosen.get("weight"))
    if weight is not None and 0 < weight <= HEAVIEST:
        yield "weight", weight


def _units(chosen: Mapping[str, Any], name: str) -> tuple[str, ...] | None:
    return texts_of(chosen[name]) if name in chosen else None
