"""A matter beside the mandates that have its words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon.mandates.pages.marking import marked
from tinhgon.mandates.queries.likes import charged_with

NEAR = 0.8  # of the own likeness: from there on another body is as near to the matter


def warning_page(matter: str, unit: UUID) -> dict[str, Any]:
    """Gather what a reader needs to judge for himself: the own passage, those of others, the words."""
    found = charged_with(matter, unit=unit, on=timezone.localdate())
    least = found.own.score * NEAR if found.own else 0.0
    return {
        "unit": found.unit,
        "own": found.own and {"match": found.own, "marked": marked(found.own.passage, found.own.words)},
        "others": [
            {"body": body, "match": match, "marked": marked(match.passage, match.words)}
            for body, match in found.others
            if match.score >= least
        ],
    }
