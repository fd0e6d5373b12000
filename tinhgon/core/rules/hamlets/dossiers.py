"""What a dossier on a hamlet must hold, and that the people were asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown

Paper: TypeAlias = Literal[
    "proposal", "scheme", "plan", "household_list", "opinions", "draft_resolution", "draft_decision"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The papers of an act; `governed` is false in a special zone without a level of local government."""

    __pydantic_config__: ClassVar = STRICT
    act: Literal["found", "dissolve", "rename", "attach"]
    governed: bool = True
    papers: tuple[Paper, ...] | None = None
    consulted: bool | None = None


def dossier(facts: Dossier, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for each paper, and that the people's opinions were collected."""
    papers = numbers["hamlets.dossier" if facts.governed else "hamlets.dossier_zone"].on(on)
    consulting = numbers["hamlets.consulting"].on(on)
    if facts.papers is None:
        yield unknown("hamlets.dossier", "papers", papers)
    else:
        missing = (paper for paper in papers.amount[facts.act] if paper not in facts.papers)
        yield from (
            block("hamlets.dossier", f"no_{one}", papers, found=None, allowed=None) for one in missing
        )
    if facts.act in consulting.amount and not facts.consulted:
        yield (
            unknown("hamlets.dossier", "consulted", consulting)
            if facts.consulted is None
            else block("hamlets.dossier", "not_consulted", consulting, found=None, allowed=None)
        )
