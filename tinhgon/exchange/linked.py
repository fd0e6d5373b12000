"""The register of a day as linked data: the W3C Organization Ontology in JSON-LD.

Units are organisations; what merged, absorbed or split them is an `org:ChangeEvent`, one for each group of
units that a decision bound together, so that a reader sees which became which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from tinhgon.core.errors import Said
from tinhgon.core.reach import Reach
from tinhgon.exchange.queries import Passed, formal_kinds, kind_names, passed
from tinhgon.exchange.shapes import to_bytes
from tinhgon.exchange.tables import units_of
from tinhgon.register.queries import sight
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.asof import AsOf

Resource: TypeAlias = dict[str, Any]
CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def write_jsonld(as_of: AsOf, reach: Reach, user: int | None, *, root: str = "") -> Iterator[bytes]:
    """Write the units of a day and the changes that led to them, piece by piece.

    Documents whose titles may name people out of the reader's reach have none.

    :raises NoSuchUnit: the root does not stand on the day.
    """
    nodes = units_of(as_of, root=root)
    links = passed(as_of)
    if root.strip():
        links = _leading_to({node.id for node in nodes}, links)
    hidden = sight.hidden((link.decision for link in links), reach, user)
    links = [replace(link, title="") if link.decision in hidden else link for link in links]
    return _pieces(as_of, nodes, links)


def _pieces(as_of: AsOf, nodes: list[Node], links: list[Passed]) -> Iterator[bytes]:
    yield b'{"@context":' + to_bytes(CONTEXT) + b',"@graph":[\n'
    yield to_bytes(_dataset(as_of))
    for resource in _resources(nodes, links):
        yield b",\n" + to_bytes(resource)
    yield b"\n]}\n"


def _dataset(as_of: AsOf) -> Resource:
    """Say what the whole is: the register of which day, as known when."""
    found: Resource = {
        "@type": "schema:Dataset",
        "schema:name": "Tinh Gọn",
        "dcterms:valid": _day(as_of.valid),
    }
    if as_of.known:
        found["dcterms:dateAccepted"] = {"@value": as_of.known.isoformat(), "@type": "xsd:dateTime"}
    return found


def _resources(nodes: list[Node], links: list[Passed]) -> Iterator[Resource]:
    events = list(_events(links))
    by_unit: defaultdict[UUID, list[str]] = defaultdict(list)
    for event in events:
        for unit in {*_ids(event["org:originalOrganization"]), *_ids(event["org:resultingOrganization"])}:
            by_unit[unit].append(event["@id"])
    kinds, formal = kind_names(), formal_kinds()
    yield from (_kind(code, kind) for code, kind in kinds.items())
    yield from (_organisation(node, formal, by_unit[node.id]) for node in nodes)
    standing = {node.id for node in nodes}
    for unit, name in _names(links).items():
        if unit not in standing:
            yield _former(unit, name, by_unit[unit])
    yield from events


def _names(links: list[Passed]) -> dict[UUID, str]:
    """Name every unit of the links, by its last name that they know."""
    results = {link.result: link.result_name for link in links}
    return results | {link.origin: link.origin_name for link in links}


def _former(unit: UUID, name: str, events: list[str]) -> Resource:
    """Describe a unit that does not stand on the day, or not in what was asked for."""
    return {
        "@id": _id(unit),
        "@type": "org:Organization",
        "skos:prefLabel": _vi(name),
        "org:changedBy": _refs(events),
    }


def _organisation(node: Node, formal: frozenset[str], events: list[str]) -> Resource:
    found: Resource = {
        "@id": _id(node.id),
        "@type": "org:FormalOrganization" if node.kind in formal else "org:Organization",
        "skos:prefLabel": _vi(node.name),
        "org:classification": {"@id": f"urn:tinhgon:kind:{node.kind}"},
    }
    if node.code:
        found["org:identifier"] = node.code
    if node.parent:
        found["org:subOrganizationOf"] = {"@id": _id(node.parent)}
    if events:
        found["org:changedBy"] = _refs(events)
    return found


def _events(links: list[Passed]) -> Iterator[Resource]:
    """Make an event of each group of units that a decision bound together."""
    by_decision: defaultdict[UUID, list[Passed]] = defaultdict(list)
    for link in links:
        by_decision[link.decision].append(link)
    for of in by_decision.values():
        for group in _groups(of):
            yield _event(group)


def _groups(links: Iterable[Passed]) -> list[list[Passed]]:
    """Put together the links that share a unit, however many links away."""
    group_of: dict[UUID, list[Passed]] = {}
    for link in links:
        one, two = group_of.get(link.origin, []), group_of.get(link.result, [])
        joined = [*one, link] if one is two else [*one, *two, link]
        for member in joined:
            group_of[member.origin] = group_of[member.result] = joined
    return list({id(group): group for group in group_of.values()}.values())


def _event(group: list[Passed]) -> Resource:
    first = group[0]
    origins, results = (sorted({getattr(link, end) for link in group}) for end in ("origin", "result"))
    return {
        "@id": f"urn:uuid:{uuid5(first.decision, ' '.join(map(str, [*origins, *results])))}",
        "@type": "org:ChangeEvent",
        "dcterms:date": _day(first.on),
        "dcterms:identifier": first.number,
        "dcterms:title": _vi(first.title),
        "dcterms:issued": _day(first.issued_on),
        "dcterms:publisher": first.issuer,
        "dcterms:source": {"@id": _id(first.decision)},
        "dcterms:type": sorted({link.how for link in group}),
        "org:originalOrganization": [{"@id": _id(unit)} for unit in origins],
        "org:resultingOrganization": [{"@id": _id(unit)} for unit in results],
    }


def _leading_to(units: set[UUID], links: list[Passed]) -> list[Passed]:
    """Keep the links of units and of all that they came from; links come oldest first."""
    kept, wanted = [], set(units)
    for link in reversed(links):
        if link.result in wanted:
            kept.append(link)
            wanted.add(link.origin)
    return kept[::-1]


def _kind(code: str, name: Said) -> Resource:
    labels = [{"@value": name.vi, "@language": "vi"}, {"@value": name.en, "@language": "en"}]
    return {"@id": f"urn:tinhgon:kind:{code}", "@type": "skos:Concept", "skos:prefLabel": labels}


def _id(unit: UUID) -> str:
    return f"urn:uuid:{unit}"


def _ids(refs: Iterable[dict[str, str]]) -> Iterator[UUID]:
    return (UUID(ref["@id"].removeprefix("urn:uuid:")) for ref in refs)


def _refs(ids: Iterable[str]) -> list[dict[str, str]]:
    return [{"@id": one} for one in ids]


def _vi(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "vi"}


def _day(day: Any) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
