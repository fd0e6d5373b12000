"""The tables of dossiers, campaigns and requests."""

from tinhgon.people.models.campaigns import Campaign, Proposal
from tinhgon.people.models.dossiers import Amendment, Attachment, Entry, SavedView
from tinhgon.people.models.requests import ErasureRequest, LegalHold, SubjectRequest

__all__ = [
    "Amendment",
    "Attachment",
    "Campaign",
    "Entry",
    "ErasureRequest",
    "LegalHold",
    "Proposal",
    "SavedView",
    "SubjectRequest",
]
