"""The bodies of a place: what units there are under a province or a district, each with its posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tinhgon.core.rows import GOVERNMENT, PARTY
from tinhgon.people.demo.chance import identity
from tinhgon.people.demo.ground import CITY, Place
from tinhgon.people.demo.structure import structure

# What is named in full already; the others bear the name of their place.
Posts = list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A unit of the apparatus: `key` tells which of its kind it is, alike in every province."""

    id: UUID
    key: str
    base: str
    name: str
    kind: str
    line: str
    place: Place
    parent: UUID
    posts: Posts = field(default_factory=list)


def bodies_of(place: Place, province: Place) -> Iterator[Body]:
    """Give the bodies of a province or a district, those above first."""
    committee = _committee(place)
    yield committee
    for board in structure()["boards"][place.tier]:
        yield _body(place, board, committee.id, PARTY, key=f"board/{board['key']}")
    if place.tier == "district":
        for division in structure()["district_divisions"]:
            yield _body(place, division, place.id, GOVERNMENT, key=f"division/{division['key']}")
        return
    for agency in structure()["agencies"]:
        if agency.get("only", province.code) == province.code:
            yield from _agency(place, agency)
    for service in structure()["services"]:
        yield _body(place, service, place.id, GOVERNMENT, key=f"service/{service['key']}")


def _committee(place: Place) -> Body:
    names = structure()["committee"][place.tier]
    base = names.get(place.kind) or (names.get("city") if place.code == CITY else None) or names["name"]
    words = 2 if place.suffix.startswith(("thành phố ", "thị xã ")) else 1
    short = place.suffix.split(" ", words)[words]
    return Body(
        id=identity("unit", place.code, "committee"), key="committee", base=base, name=f"{base} {short}",
        kind="party_committee", line=PARTY, place=place, parent=place.id,
        posts=structure()["committee"]["posts"],
    )  # fmt: skip


def _body(place: Place, raw: dict[str, Any], parent: UUID, line: str, *, key: str) -> Body:
    plain = raw.get("posts") or structure()["district_division_posts"]
    posts = [{"post": post, "staff": raw.get("staff")} for post in plain]
    within = raw["name"] if line == PARTY else f"{raw['name']} {place.suffix}"
    return Body(
        id=identity("unit", place.code, key), key=key, base=raw["name"], name=within,
        kind=raw["kind"], line=line, place=place, parent=parent, posts=posts,
    )  # fmt: skip


def _agency(place: Place, raw: dict[str, Any]) -> Iterator[Body]:
    posts = structure()["agency_posts"][raw["kind"]]
    agency = _body(place, raw | {"posts": posts}, place.id, GOVERNMENT, key=f"agency/{raw['key']}")
    yield agency
    inner = [structure()["own_office"]] if raw["kind"] != "office" else []
    inner += [
        {"name": name, "kind": "division", "posts": structure()["division_posts"]}
        for name in raw["divisions"]
    ]
    for number, one in enumerate(inner):
        key = f"{agency.key}/{number}"
        yield Body(
            id=identity("unit", place.code, key), key=key, base=one["name"], name=one["name"],
            kind=one["kind"], line=GOVERNMENT, place=place, parent=agency.id,
            posts=[{"post": post} for post in one["posts"]],
        )  # fmt: skip
