"""Admission to the Party: age, introducers, the cell's vote, papers that grow old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import full_months, months_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Figure, Finding, Numbers, block, note, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Somebody whom a cell considers on a day.

    :param consent: whether the committee directly under the Centre agreed in writing.
    """

    __pydantic_config__: ClassVar = STRICT
    born: date | None = None
    consent: bool = False


def admission_age(facts: Applicant, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for an age between two limits on the day on which the cell considers."""
    limits = numbers["members.admission_age"].on(on)
    if facts.born is None:
        yield unknown("members.admission_age", "born", limits)
        return
    age, least, most = full_months(facts.born, on), limits.amount["at_least"], limits.amount["at_most"]
    if age < least:
        yield block("members.admission_age", "too_young", limits, found=age, allowed=least)
    elif age > most and facts.consent:
        yield note("members.admission_age", "older_by_consent", limits, found=age, allowed=most)
    elif age > most:
        yield block("members.admission_age", "too_old", limits, found=age, allowed=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Who introduces an applicant.

    :param known_months: of each official member who does, how long they worked or lived with the applicant.
    :param assigned: members whom the cell assigned in the place of introducers who could not go on.
    :param union: whether the Youth Union's or trade union's committee introduces too.
    """

    __pydantic_config__: ClassVar = STRICT
    known_months: tuple[int, ...] | None = None
    assigned: int = 0
    union: bool = False


def introducers(facts: Introduction, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for enough introducers, each of whom has known the applicant long enough."""
    number = numbers["members.introducers"].on(on)
    time = numbers["members.introducer_months"].on(on)
    wanted = number.amount["beside_union" if facts.union else "members"]
    if facts.known_months is None:
        yield unknown("members.introducers", "known_months", number, time, allowed=wanted)
        return
    there = len(facts.known_months) + facts.assigned
    if there < wanted:
        yield block("members.introducers", "too_few", number, found=there, allowed=wanted)
    if facts.assigned:
        yield note("members.introducers", "assigned", time, found=facts.assigned, allowed=time.amount)
    for months in facts.known_months:
        if months < time.amount:
            yield block("members.introducers", "too_short", time, found=months, allowed=time.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellVote:
    """A vote on admission, recognition or removal: official members of the cell, and those who agree.

    :param official: without those who are active elsewhere for a time, excused and absent, or suspended.
    :param rounds: how often the cell has voted on it, this time included.
    """

    __pydantic_config__: ClassVar = STRICT
    official: int
    agreed: int | None = None
    about: Literal["admission", "recognition", "removal"] = "admission"
    rounds: int = 1


def admission_vote(facts: CellVote, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the share of the cell's official members that a proposal needs."""
    share = numbers["members.admission_share"].on(on)
    part, of = share.amount["part"], share.amount["of"]
    least = -(-facts.official * part // of)  # rounded up: 2/3 of 4 is 3 members
    if facts.agreed is None:
        yield unknown("members.admission_vote", "agreed", share, allowed=least)
    elif facts.agreed < least:
        yield _refused(facts, least, share, on, numbers["members.vote_rounds"])


def _refused(facts: CellVote, least: int, share: Dated, on: date, rounds: Figure) -> Finding:
    """Refuse the proposal, or tell that after enough votes the committees above decide."""
    if facts.about != "admission" and rounds.in_force(on) and facts.rounds >= rounds.on(on).amount:
        cited, votes = (rounds.on(on), share), facts.rounds
        return note(
            "members.admission_vote", "above", *cited, found=facts.agreed, allowed=least, rounds=votes
        )
    return block("members.admission_vote", "too_few", share, found=facts.agreed, allowed=least)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionPapers:
    """The days of the class certificate and of the file with which a cell considers an applicant."""

    __pydantic_config__: ClassVar = STRICT
    certificate: date | None = None
    file: date | None = None


def admission_papers(facts: AdmissionPapers, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for a certificate and a file that are not too old."""
    valid = numbers["members.certificate_months"].on(on)
    fresh = numbers["members.file_months"].on(on)
    if facts.certificate is None:
        yield unknown("members.admission_papers", "certificate", valid)
    elif on > (until := months_after(facts.certificate, valid.amount)):
        yield block("members.admission_papers", "certificate_expired", valid, found=on, allowed=until)
    if facts.file is None:
        yield unknown("members.admission_papers", "file", fresh)
    elif on > (until := months_after(facts.file, fresh.amount)):
        yield warn("members.admission_papers", "file_old", fresh, found=on, allowed=until)
