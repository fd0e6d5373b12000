"""What cites what around a document, drawn by the server: columns from those that cite to those cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.documents.models import Document, Reference
from tinhgon.documents.queries.chains import SHOWN, Link, links_around

STEPS, MOST = 2, 60
WIDE, HIGH, GAP, APART, EDGE = 200, 46, 14, 70, 12
CUT = 30


@dataclass(frozen=True, slots=True)
class Box:
    """A document in the drawing."""

    document: Document
    x: int
    y: int
    url: str
    label: str
    detail: str
    is_current: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A citation in the drawing; `d` is the path from who cites to who is cited."""

    d: str
    role: str
    words: str
    citing: Document
    cited: Document


def graph_page(request: ReachRequest, document: Document) -> dict[str, Any]:
    """Lay the drawing out."""
    depth, links = links_around(document.pk, request.reach, steps=STEPS, most=MOST)
    known = {one.pk: one for one in Document.objects.filter(pk__in=depth).only(*SHOWN)}
    places, size = _places(depth, known)
    boxes = {pk: _box(known[pk], *places[pk], request, pk == document.pk) for pk in places}
    lines = sorted((_line(one, boxes) for one in links), key=lambda one: (str(one.citing), str(one.cited)))
    return {"document": document, "boxes": boxes.values(), "lines": lines, "size": size, "most": MOST}


def _places(
    depth: Mapping[UUID, int], known: Mapping[UUID, Document]
) -> tuple[dict[UUID, tuple[int, int]], tuple[int, int]]:
    """Give each document its corner: one column a step, the columns centred on the tallest."""
    columns: dict[int, list[UUID]] = {}
    for pk in sorted(depth, key=lambda one: (str(known[one].issued_on), str(one))):
        columns.setdefault(depth[pk], []).append(pk)
    first, tallest = min(columns), max(len(column) for column in columns.values())
    places = {}
    for step, column in columns.items():
        top = EDGE + (tallest - len(column)) * (HIGH + GAP) // 2
        for place, pk in enumerate(column):
            places[pk] = (EDGE + (step - first) * (WIDE + APART), top + place * (HIGH + GAP))
    width = 2 * EDGE + (max(columns) - first) * (WIDE + APART) + WIDE
    return places, (width, 2 * EDGE + tallest * (HIGH + GAP) - GAP)


def _box(document: Document, x: int, y: int, request: ReachRequest, is_current: bool) -> Box:
    label = document.number or document.abstract
    day = f"{document.issued_on:%d/%m/%Y}" if document.issued_on else gettext("chưa có ngày")
    return Box(
        document, x, y, reverse("documents:document", args=[document.pk]), _cut(label),
        _cut(f"{day} · {document.issuer}"), is_current, not document.in_force_on(request.as_of.valid),
    )  # fmt: skip


def _line(link: Link, boxes: Mapping[UUID, Box]) -> Line:
    one, other = boxes[link.citing], boxes[link.cited]
    left, right = (one.x + WIDE, other.x) if one.x < other.x else (one.x, other.x + WIDE)
    if one.x == other.x:
        left = right = one.x + WIDE
    up, down, bend = one.y + HIGH // 2, other.y + HIGH // 2, APART // 2 if one.x <= other.x else -APART // 2
    back = bend if one.x == other.x else -bend
    path = f"M{left} {up}C{left + bend} {up} {right + back} {down} {right} {down}"
    words = str(dict(Reference.Role.choices)[link.role])
    return Line(path, link.role, words, one.document, other.document)


def _cut(text: str) -> str:
    return text if len(text) <= CUT else f"{text[: CUT - 1]}…"
