"""To what a sealed value of a dossier is bound: it opens nowhere else."""

from __future__ import annotations

from uuid import UUID

from tinhgon.vault import Context


def of_entry(entry: UUID, section: str) -> Context:
    """Bind the sensitive values of an entry to it."""
    return Context("people_entry", entry, section)


def of_amendment(person: UUID) -> Context:
    """Bind what an amendment says of before and after to the person."""
    return Context("people_amendment", person, "change")


def of_proposal(proposal: UUID) -> Context:
    """Bind what a person proposes to the proposal."""
    return Context("people_proposal", proposal, "values")


def of_attachment(attachment: UUID) -> Context:
    """Bind a file to the attachment."""
    return Context("people_attachment", attachment, "file")
