"""Emulation soldiers (chiến sĩ thi đua): of the country, of a ministry or province, of the base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, unknown, warn
from tinhgon.core.values import Count

RULE = "awards.soldier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """Somebody who is proposed for a title.

    :param titles_in_a_row: how many times in a row the title next below was awarded.
    :param initiative: whether an initiative or a research topic was recognised.
    :param excellent_work: whether the task was completed excellently.
    """

    __pydantic_config__: ClassVar = STRICT
    title: Literal["national_soldier", "provincial_soldier", "base_soldier"]
    titles_in_a_row: Count | None = None
    initiative: bool | None = None
    advanced_worker: bool | None = None
    excellent_work: bool | None = None


def soldier(facts: Nominee, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the titles and merits that the title needs."""
    asked = numbers["awards.soldier"].on(on)
    needs = asked.amount[facts.title]
    if "titles_in_a_row" in needs:
        yield from _titles(facts.titles_in_a_row, needs["titles_in_a_row"], asked)
    for merit in needs["all_of"]:
        yield from _merit(merit, getattr(facts, merit), asked)
    if "either_of" in needs:
        yield from _either({merit: getattr(facts, merit) for merit in needs["either_of"]}, asked)


def _titles(had: int | None, least: int, cited: Dated) -> Iterator[Finding]:
    if had is None:
        yield unknown(RULE, "titles_in_a_row", cited, allowed=least)
    elif had < least:
        yield block(RULE, "few_titles", cited, found=had, allowed=least)


def _merit(merit: str, has: bool | None, cited: Dated) -> Iterator[Finding]:
    if has is None:
        yield unknown(RULE, merit, cited)
    elif not has:
        yield block(RULE, f"no_{merit}", cited, found=False, allowed=True)


def _either(merits: dict[str, bool | None], cited: Dated) -> Iterator[Finding]:
    if any(merits.values()):
        return
    missing = next((merit for merit, has in merits.items() if has is None), None)
    if missing:
        yield unknown(RULE, missing, cited)
    else:  # the law knows further merits, such as those in fighting: nobody is stopped for these two
        yield warn(RULE, "neither", cited, found=False, allowed=True)
