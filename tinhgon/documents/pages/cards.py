"""Findings as cards: what was read, whom it means, what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext, ngettext

from tinhgon.documents.actions.entering import reference_of
from tinhgon.documents.findings import Cited, Findings, Named, Wanted
from tinhgon.documents.forms.findings import EVERY, KINDS
from tinhgon.documents.models import Reference
from tinhgon.documents.queries.bodies import Bodies
from tinhgon.documents.queries.meaning import Known
from tinhgon.documents.queries.references import decisions_meant, documents_meant


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or a group as a choice."""

    token: str
    label: str


@dataclass(frozen=True, slots=True)
class Pick:
    """A body of the text of which a person must say whom it means."""

    words: str
    options: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class TaskCard:
    """A task: who bears it beyond doubt, and of whom a person must choose."""

    one: Wanted
    bearers: tuple[Unit, ...]
    picks: tuple[Pick, ...]
    cooperators: tuple[Unit, ...]
    unknown: tuple[str, ...]  # who cooperates by the text, but is no unit of the register

    @property
    def kind(self) -> str:
        """What kind of work it is, in words."""
        return str(dict(KINDS)[self.one.kind])

    @property
    def every(self) -> str:
        """How often it comes again, in words."""
        return str(dict(EVERY).get(self.one.every, ""))


@dataclass(frozen=True, slots=True)
class CitationCard:
    """A citation, and what it means where the register knows it."""

    one: Cited
    role: str
    is_known: bool = False


def task_card(one: Wanted, bodies: Bodies) -> TaskCard:
    """Lay a task out."""
    helpers = bodies.usual(one.cooperating) if one.cooperators is None else one.cooperators
    unknown = tuple(body.name for body in one.cooperating if not bodies.token(body))
    bearers = bodies.usual(one.who) if one.bearers is None else one.bearers
    open_ones = [body for body in one.who if not bodies.token(body)] if one.bearers is None else []
    return TaskCard(
        one, bearers=tuple(unit(token, bodies) for token in bearers),
        picks=tuple(_pick(body, bodies) for body in open_ones),
        cooperators=tuple(unit(token, bodies) for token in helpers),
        unknown=unknown if one.cooperators is None else (),
    )  # fmt: skip


def unit(token: str, bodies: Bodies) -> Unit:
    """Name a token; a group with how many units it has."""
    if token.startswith("group:"):
        code = token.removeprefix("group:")
        return Unit(token, group_label(code, len(bodies.group(code))))
    known = next((bodies.by_id[one] for one in bodies.units([token])), None)
    return Unit(token, known.name if known else gettext("đơn vị không còn"))


def group_label(code: str, count: int) -> str:
    """Say what a group is and how many units it has."""
    words = {
        "communes": ngettext("%(count)d xã, phường", "%(count)d xã, phường", count),
        "localities": ngettext("%(count)d địa phương", "%(count)d địa phương", count),
        "departments": ngettext("%(count)d sở, ngành", "%(count)d sở, ngành", count),
        "party_committees": ngettext("%(count)d cấp ủy", "%(count)d cấp ủy", count),
        "mass_organisations": ngettext("%(count)d đoàn thể", "%(count)d đoàn thể", count),
    }
    return words.get(code, ngettext("%(count)d đơn vị", "%(count)d đơn vị", count)) % {"count": count}


def _pick(body: Named, bodies: Bodies) -> Pick:
    return Pick(body.name or body.words, tuple(_option(one) for one in bodies.candidates(body)))


def _option(known: Known) -> Unit:
    return Unit(str(known.unit), known.name)


def citation_cards(cited: Sequence[Cited], keeper: UUID) -> list[CitationCard]:
    """Lay citations out: two statements for all of them."""
    references = [reference_of(one) for one in cited]
    documents = documents_meant(references, keeper)
    decisions = decisions_meant(references)
    roles = dict(Reference.Role.choices)
    return [
        CitationCard(one, str(roles[one.role]), is_known=place in documents or place in decisions)
        for place, one in enumerate(cited)
    ]


def task_cards(findings: Findings, bodies: Bodies) -> list[TaskCard]:
    """Lay all tasks out."""
    return [task_card(one, bodies) for one in findings.tasks]
