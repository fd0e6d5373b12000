"""What the API says of documents and readings, for its documentation."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from tinhgon.exchange.api.schemas import Words


class DocumentSearch(Schema):
    q: Words = Field("", description="Words of the full text, without marks; a phrase in quotation marks.")
    direction: Literal["in", "out"] = Field("in", description="What arrived, or what was written here.")
    type: Words = Field("", description="Abbreviation of the type: KH, QĐ.")
    issuer: Words = Field("", description="A part of the issuer's name.")
    since: date | None = Field(None, description="Issued on this day or later.")
    until: date | None = Field(None, description="Issued on this day or before.")
    in_force_on: date | None = Field(None, description="In force on this day.")
    page: int = Field(1, ge=1, le=100_000)


class DocumentListed(Schema):
    id: UUID
    direction: Literal["in", "out"]
    state: Literal["draft", "registered"]
    type: str
    number: str
    issuer: str
    issued_on: date | None
    abstract: str
    keeper: UUID
    effective_on: date | None
    ended_on: date | None
    ended_by: UUID | None
    arrival_number: int | None
    arrived_on: date | None


class Documents(Schema):
    items: list[DocumentListed]
    next: int | None = Field(description="The number of the next page.")


class ReferenceOf(Schema):
    role: Literal["cites", "basis", "implements", "amends", "replaces"]
    type: str
    number: str
    issuer: str
    day: date | None
    title: str
    words: str
    place: list[int]
    document: UUID | None = Field(description="The document that is meant, where the registry has it.")
    decision: UUID | None = Field(description="The decision of the register that is meant.")


class DocumentWhole(DocumentListed):
    signer: str
    signer_title: str
    place: str
    recipients: list[str]
    urgency: str
    text: str
    references: list[ReferenceOf]


class ReadFile(Schema):
    """A reading (docs/texts.md), with the text in which its places lie."""

    version: Literal[1]
    letters: int
    media_type: str
    text: str
    head: dict[str, Any]
    items: list[dict[str, Any]]
    citations: list[dict[str, Any]]
    tasks: list[dict[str, Any]]
    deadlines: list[dict[str, Any]]
    targets: list[dict[str, Any]]
    notices: list[dict[str, Any]]
