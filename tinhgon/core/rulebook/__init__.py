"""The law as dated values: figures with their sources, the documents, findings, workings. Knows no file."""

from tinhgon.core.rulebook.bands import allowed_at, points_at
from tinhgon.core.rulebook.book import Book, UnknownRule
from tinhgon.core.rulebook.documents import Document, Registry, UnknownDocument
from tinhgon.core.rulebook.figures import Amount, Dated, Figure, NotInForce, Numbers, Source, Status
from tinhgon.core.rulebook.findings import Finding, Severity, block, note, unknown, warn
from tinhgon.core.rulebook.rules import Asked, Calculation, Check, Rule, Worded
from tinhgon.core.rulebook.workings import Step, Working

__all__ = [
    "Amount",
    "Asked",
    "Book",
    "Calculation",
    "Check",
    "Dated",
    "Document",
    "Figure",
    "Finding",
    "NotInForce",
    "Numbers",
    "Registry",
    "Rule",
    "Severity",
    "Source",
    "Status",
    "Step",
    "UnknownDocument",
    "UnknownRule",
    "Worded",
    "Working",
    "allowed_at",
    "block",
    "note",
    "points_at",
    "unknown",
    "warn",
]
