"""The tables of documents."""

from tinhgon.documents.models.books import Book, TakenNumber
from tinhgon.documents.models.documents import Document
from tinhgon.documents.models.intakes import Intake
from tinhgon.documents.models.references import Reference
from tinhgon.documents.models.templates import Template

__all__ = ["Book", "Document", "Intake", "Reference", "TakenNumber", "Template"]
