"""What the API and the command line tell of the register, as JSON values with both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from tinhgon.core.apply import Changes
from tinhgon.core.compare import Difference
from tinhgon.core.judging import Judged
from tinhgon.core.reach import Reach
from tinhgon.core.rows import OF_UNITS, TERRITORIAL, Change, Quota, Version
from tinhgon.core.story import Happening, tell
from tinhgon.exchange import queries, shapes, staff_reports
from tinhgon.exchange.discretion import EVERYWHERE
from tinhgon.exchange.words import Words, mentioned
from tinhgon.register.models import Decision, UnitVersion
from tinhgon.register.queries import comparing, sight, staffing, trees, units
from tinhgon.register.queries.decisions import timeline
from tinhgon.register.queries.lineage import Link, lineage
from tinhgon.rules import shapes as law
from tinhgon.rules.library import book
from tinhgon.temporal.asof import AsOf

Report: TypeAlias = dict[str, Any]
VERSION = ("name", "short_name", "area_km2", "population", "mandate", "estimated", "note")


def tree(
    as_of: AsOf, *, root: str = "", line: str = TERRITORIAL, depth: int | None = None,
    occupants: Reach | None = None,
) -> Report:  # fmt: skip
    """Give the tree of a line, or a unit with all above and below it: one statement.

    With the reach of a reader it has the posts of each unit with their holders: one statement more.

    :raises NoSuchUnit: the root does not stand in the line on the day.
    """
    above, below = _read_tree(as_of, root=root.strip(), line=line, depth=depth)
    nodes = [shapes.node(node, place) for place, node in enumerate(above)]
    nodes += [shapes.node(node, node.depth + len(above)) for node in below]
    if occupants is not None:
        _put_posts(nodes, as_of, occupants, whole=not root and depth is None)
    return {
        **shapes.point(as_of),
        "line": line,
        "root": below[0].id if root else None,
        "ancestors": len(above),
        "count": len(nodes),
        "nodes": nodes,
    }


def _put_posts(nodes: list[Report], as_of: AsOf, reach: Reach, *, whole: bool) -> None:
    asked = [node["id"] for node in nodes]
    found = (
        staffing.every_post(as_of, reach)
        if whole
        else staffing.posts_of(as_of, reach, units=asked, continuous=False)
    )
    by_unit: dict[UUID, list[Report]] = {}
    for post in found:
        by_unit.setdefault(post.unit, []).append(staff_reports.post(post))
    for node in nodes:
        node["posts"] = by_unit.get(node["id"], [])


def _read_tree(
    as_of: AsOf, *, root: str, line: str, depth: int | None
) -> tuple[list[trees.Node], list[trees.Node]]:
    """Read one level more than asked for, so that the lowest units know whether they have children."""
    above: list[trees.Node] = []
    if root:
        levels = trees.UNLIMITED if depth is None else depth + 1
        wanted = units.as_reference(root, as_of)
        above, below = trees.subtree(as_of, root=wanted, line=line, depth=levels)
        if not below:
            raise units.NoSuchUnit(unit=root[:60], day=as_of.valid)
    else:
        below = trees.whole_tree(as_of, line=line)
    for node in above:
        node.has_children = True
    return above, below if depth is None else [node for node in below if node.depth <= depth]


def unit(identity: UUID, as_of: AsOf) -> Report:
    """Give what a unit is on the day, and its places and codes of all days.

    :raises NoSuchUnit: nothing is known of it.
    """
    found = queries.facts(identity, as_of)
    now = found.on(as_of.valid)
    return {
        **shapes.point(as_of),
        "id": identity,
        "alive": now is not None,
        "facts": now and _version(now),
        "since": found.versions[0].valid.since,
        "until": found.versions[-1].valid.until,
        "places": [
            {
                "line": row.line,
                "parent": row.parent_id,
                "parent_name": found.names.get(row.parent_id) if row.parent_id else None,
                **shapes.days(row.valid),
            }
            for row in found.placements
        ],
        "codes": [
            {"scheme": row.scheme, "value": row.value, **shapes.days(row.valid)} for row in found.codes
        ],
    }


def versions(identity: UUID, as_of: AsOf) -> Report:
    """Give all that a unit was.

    :raises NoSuchUnit: nothing is known of it.
    """
    found = units.versions(identity, as_of)
    if not found:
        raise units.NoSuchUnit(unit=identity, day=as_of.valid)
    return {**shapes.point(as_of), "id": identity, "versions": [_version(row) for row in found]}


def _version(row: UnitVersion) -> Report:
    facts = {name: getattr(row, name) for name in VERSION}
    return {**facts, "kind": row.kind_id, **shapes.days(row.valid), "decision": row.decision_id}


def unit_timeline(identity: UUID, as_of: AsOf, reach: Reach = EVERYWHERE, user: int | None = None) -> Report:
    """Tell what each decision did to a unit, newest first; what may name people out of reach has no title."""
    entries = [entry for entry in timeline(identity, as_of) if _concerns_unit(entry.changes)]
    told = [tell(entry.changes, on=entry.decision.effective_on) for entry in entries]
    hidden = sight.hidden((entry.decision.pk for entry in entries), reach, user)
    words = queries.words(mentioned(told), as_of)
    return {
        **shapes.point(as_of),
        "id": identity,
        "entries": [
            {
                "decision": shapes.decision(entry.decision, is_hidden=entry.decision.pk in hidden),
                "happened": _sentences(happened, words),
            }
            for entry, happened in zip(entries, told, strict=True)
        ],
    }


def unit_lineage(identity: UUID, as_of: AsOf) -> Report:
    """Give from what a unit came and into what it went."""
    links = [shapes.link(link) for link in lineage(identity, as_of)]
    return {**shapes.point(as_of), "id": identity, "links": links}


def whole_unit(identity: UUID, as_of: AsOf) -> Report:
    """Give a unit's facts on the day, its timeline, and its lineage both ways.

    :raises NoSuchUnit: nothing is known of it.
    """
    links = lineage(identity, as_of)
    return {
        **unit(identity, as_of),
        "timeline": unit_timeline(identity, as_of)["entries"],
        "from": [shapes.link(one) for one in _reached(links, identity, near="result", far="origin")],
        "to": [shapes.link(one) for one in _reached(links, identity, near="origin", far="result")],
    }


def _reached(links: Sequence[Link], unit: UUID, *, near: str, far: str) -> list[Link]:
    """Keep the links of one direction, in their order."""
    reached, size = {unit}, 0
    while size != len(reached):
        size = len(reached)
        reached |= {getattr(link, far) for link in links if getattr(link, near) in reached}
    return [link for link in links if getattr(link, near) in reached]


def comparison(first: AsOf, second: AsOf) -> Report:
    """Tell what is otherwise on the second day."""
    found: Sequence[Difference] = comparing.differences(first, second)
    words = queries.words((), second)
    return {
        "a": first.valid,
        "b": second.valid,
        "known_at": second.known,
        "counts": Counter(one.kind for one in found),
        "differences": [{**shapes.difference(one), **asdict(words.differs(one))} for one in found],
    }


def _concerns_unit(changes: Sequence[Change]) -> bool:
    return any(not isinstance(change.row, Quota) for change in changes)


def outcome(
    decision: Decision, changes: Changes, judged: Sequence[Judged] = (), reach: Reach = EVERYWHERE
) -> Report:
    """Tell what a decision changes, unit by unit, post by post, and what the rules find of it.

    People within reach are told of one by one, others not at all.
    """
    by_unit: dict[UUID, list[Change]] = {}
    for change in changes:
        if isinstance(change.row, OF_UNITS):
            by_unit.setdefault(change.row.owner, []).append(change)
    told = {one: tell(of, on=decision.effective_on) for one, of in by_unit.items()}
    words = queries.words(mentioned(told.values()) | set(told), AsOf(decision.effective_on))
    words = Words({**words.units, **_names(changes, on=decision.effective_on)}, words.kinds)
    staff = staff_reports.tell_changes(changes, words.units, on=decision.effective_on, reach=reach)
    return {
        "decision": shapes.decision(decision),
        "units": [
            {
                "unit": one,
                "name": words.units.get(one, str(one)),
                "happened": [*_sentences(happened, words), *staff.quotas.get(one, ())],
            }
            for one, happened in told.items()
        ],
        "posts": staff.posts,
        "people": staff.people,
        "changes": shapes.changes(one for one in changes if one.row.owner not in staff.hidden),
        "findings": [_finding(one) for one in judged if one.person not in staff.hidden],
    }


def _finding(judged: Judged) -> Report:
    about = {"unit": judged.unit, "post": judged.post, "person": judged.person}
    return about | law.finding(judged.finding, book())


def _names(changes: Changes, *, on: date) -> dict[UUID, str]:
    """Name the units that the decision begins: the register does not have them yet."""
    rows = [change.after for change in changes if change.before is None]
    return {row.unit: row.name for row in rows if isinstance(row, Version) and on in row.valid}


def _sentences(happened: Sequence[Happening], words: Words) -> list[Report]:
    """Say each thing once: a new name says its short form too."""
    renamed = any(one.field == "name" for one in happened)
    said = [one for one in happened if not (renamed and one.field == "short_name")]
    return [{"did": one.did, **asdict(words.happened(one))} for one in said]
