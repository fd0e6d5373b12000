"""The tables of directives."""

from tinhgon.directives.models.acts import Act
from tinhgon.directives.models.digests import Digest
from tinhgon.directives.models.evidence import Evidence
from tinhgon.directives.models.obligations import Cooperator, Obligation

__all__ = ["Act", "Cooperator", "Digest", "Evidence", "Obligation"]
